import { expect } from 'vitest';
import type { Askable } from '../../../src/model/official-export.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { type ExportContents, exportTree } from '../../support/export-folder.ts';
import { detectExport, type ReadExport, readExport } from '../../support/read-export.ts';
import type { ExportFixture, NearMiss } from './export-fixture.ts';

/** Reads one of the fixtures by its name, with other contents where some are given. */
export async function readFixture(
  fixtures: readonly ExportFixture[],
  name: string,
  include: readonly Askable[] = [],
  changed: ExportContents = {},
): Promise<ReadExport> {
  const fixture = fixtures.find((one) => one.name === name);
  if (fixture === undefined) throw new Error(`no fixture ${name}`);
  return readExport(fixture.place, await exportTree({ ...fixture.contents, ...changed }), include);
}

/** A fixture gives what it says it gives, and nothing of it is unreadable. */
export async function expectWhole(fixture: ExportFixture): Promise<void> {
  const { detected, posts, leftOut, unreadable } = await readExport(fixture.place, await exportTree(fixture.contents));
  expect({
    dialect: detected.dialect,
    posts: posts.length,
    ids: new Set(posts.map(({ id }) => id)).size,
    leftOut,
    missingParts: detected.missingParts,
    unreadable,
  }).toEqual({
    dialect: fixture.dialect,
    posts: fixture.posts,
    ids: fixture.posts,
    leftOut: fixture.leftOut ?? {},
    missingParts: fixture.missingParts ?? [],
    unreadable: [],
  });
}

export async function expectRefused({ place, contents, refused }: NearMiss): Promise<void> {
  const detection = await detectExport(place.platform, await exportTree(contents));
  if (refused === undefined) expect(detection).toBeUndefined();
  else expect(detection).toMatchObject({ kind: 'refused', code: refused });
}

/** The only post that has these words in its text, or its first medium's address. */
export function postWith(posts: readonly FoundPost[], words: string): FoundPost {
  const found = posts.filter(({ text, media }) => text.includes(words) || media.some(({ url }) => url.includes(words)));
  expect(found).toHaveLength(1);
  return found[0] as FoundPost;
}
