import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { flushDirectory, writeFileAtomic, writeFilesAtomic } from '../../base/atomic-write.ts';
import { systemErrorCode } from '../../base/known-error.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { type FarewellLocale, farewellLocales } from '../../model/farewell/locale.ts';
import { draftFileText, readDraftFile } from './draft-file.ts';

/** Where drafts are, and what is remembered of how they were generated last. */
export interface DraftPlaces {
  /** `drafts/` of the workspace. */
  readonly drafts: string;
  /** `.lastpost/drafts/` */
  readonly bases: string;
}

export type DraftsById = ReadonlyMap<string, Draft>;

/** What there is in one language. */
export interface KeptDrafts {
  readonly files: DraftsById;
  readonly bases: DraftsById;
}

/** The file of a draft, absolute when the places are. */
export function draftPath({ drafts }: DraftPlaces, { locale, id }: Pick<Draft, 'locale' | 'id'>): string {
  return join(drafts, locale, `${id}.md`);
}

/**
 * Every draft of a language, and what they were based on. Where the whole folder is gone, nothing counts as deleted: then the
 * bases are forgotten too.
 * @throws KnownError `draft.front-matter` with file and line
 */
export async function readDrafts(places: DraftPlaces, locale: FarewellLocale): Promise<KeptDrafts> {
  const folder = join(places.drafts, locale);
  const names = await readdir(folder).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return null;
    throw error;
  });
  if (names === null) return { files: new Map(), bases: new Map() };
  const ids = names.filter((name) => /^[a-z0-9][^.]*\.md$/.test(name)).map((name) => basename(name, '.md'));
  const files = await Promise.all(
    ids.sort().map(async (id) => {
      const file = join(folder, `${id}.md`);
      return [id, readDraftFile(file, id, locale, await readFile(file, 'utf8'))] as const;
    }),
  );
  return { files: new Map(files), bases: await readBases(places, locale) };
}

/** The languages in which there are drafts. */
export async function draftLocales({ drafts }: DraftPlaces): Promise<readonly FarewellLocale[]> {
  const names = await readdir(drafts).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return [] as string[];
    throw error;
  });
  return farewellLocales.filter((locale) => names.includes(locale));
}

const basesFile = ({ bases }: DraftPlaces, locale: FarewellLocale): string => join(bases, `${locale}.json`);

/** One file for a language: whatever of it is lost with the power, the next writing puts it right. */
async function readBases(places: DraftPlaces, locale: FarewellLocale): Promise<DraftsById> {
  const text = await readFile(basesFile(places, locale), 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return '[]';
    throw error;
  });
  return new Map((JSON.parse(text) as readonly Draft[]).map((draft) => [draft.id, draft]));
}

/** What a writing changes in one language. */
export interface DraftChanges {
  readonly written: readonly Draft[];
  /** Ids of files to take away. */
  readonly removed: readonly string[];
  /** All that counts as generated last from now on. */
  readonly bases: DraftsById;
}

/** Writes files whole, each or not at all, then what they are based on. Safe to call again after a loss of power. */
export async function keepDrafts(places: DraftPlaces, locale: FarewellLocale, changes: DraftChanges): Promise<void> {
  const { written, removed, bases } = changes;
  const folder = join(places.drafts, locale);
  await mkdir(folder, { recursive: true });
  await mkdir(places.bases, { recursive: true });
  await writeFilesAtomic(written.map((draft) => [draftPath(places, draft), draftFileText(draft)] as const));
  for (const id of removed) await rm(draftPath(places, { locale, id }), { force: true });
  if (removed.length > 0) await flushDirectory(folder);
  const sorted = [...bases.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  await writeFileAtomic(basesFile(places, locale), `${JSON.stringify(sorted, null, 1)}\n`);
}
