import { describe, expect, it } from 'vitest';
import { adapterOf } from '../../../src/channels/registry.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import type { ExportFixture } from './export-fixture.ts';
import { allFixtures } from './fixtures-of-all.ts';
import { asFiles, type Files, mutate } from './mutate.ts';

/** 1,000 with `FUZZ=1000 npx vitest run tests/channels/imports/fuzz.test.ts`. */
const rounds = Number(process.env.FUZZ ?? 60);
const slowestMs = 5_000;

interface Outcome {
  readonly posts: number;
  readonly leftOut: number;
  /** What the export itself counts: an import says how many of these were not found. */
  readonly claimed: number;
  /**
   * Nobody can think that all was read: it is not taken for an export, is refused, has no post at all (which the import refuses),
   * or something was said to be missing or not readable.
   */
  readonly isTold: boolean;
}

async function readFiles({ place }: ExportFixture, files: Files): Promise<Outcome> {
  const tree = memoryTree(files);
  const importer = adapterOf(place.platform).import;
  const detection = await importer?.detect(tree);
  if (importer === undefined || detection?.kind !== 'export') {
    return { posts: 0, leftOut: 0, claimed: 0, isTold: true };
  }
  let posts = 0;
  let leftOut = 0;
  let claimed = 0;
  let isUnreadable = false;
  for await (const finding of importer.read(detection.export, tree, place, { include: new Set() })) {
    if (finding.kind === 'post') posts += 1;
    if (finding.kind === 'left-out') leftOut += finding.count;
    if (finding.kind === 'unreadable') isUnreadable = true;
    if (finding.kind === 'claim') claimed += finding.claim.count;
  }
  return { posts, leftOut, claimed, isTold: posts === 0 || isUnreadable || detection.export.missingParts.length > 0 };
}

/** A post that turned into something to be left out is accounted for. */
function isSilent(whole: Outcome, { posts, leftOut, claimed, isTold }: Outcome): boolean {
  if (isTold || (claimed > 0 && claimed - posts > whole.claimed - whole.posts)) return false;
  return posts + Math.max(0, leftOut - whole.leftOut) < whole.posts;
}

const fixtures = (await allFixtures()).flatMap(({ exports }) => exports);

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s, damaged', (name, fixture) => {
  it(`never crashes, hangs or loses something in silence, ${rounds} times`, { timeout: 1_500_000 }, async () => {
    const files = asFiles(fixture.contents);
    const whole = await readFiles(fixture, files);
    const silent: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const mutation = mutate(files, round + 1000 * name.length, { isNullNone: fixture.writesNullForNone === true });
      const begun = performance.now();
      const outcome = await readFiles(fixture, mutation.files).catch((error: unknown) => {
        throw new Error(`${mutation.name} crashed it`, { cause: error });
      });
      expect(performance.now() - begun, `${mutation.name} took too long`).toBeLessThan(slowestMs);
      if (isSilent(whole, outcome)) silent.push(`${mutation.name}: ${outcome.posts} of ${whole.posts} posts`);
    }
    expect(silent).toEqual([]);
  });
});
