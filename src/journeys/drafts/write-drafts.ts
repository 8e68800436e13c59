import { KnownError } from '../../base/known-error.ts';
import {
  type DraftChanges,
  draftPath,
  type KeptDrafts,
  keepDrafts,
  readDrafts,
} from '../../drafts/files/draft-folder.ts';
import { isSame } from '../../drafts/files/merge-draft.ts';
import type { Side } from '../../drafts/files/merge-text.ts';
import { isStale, type SettledDraft, settleDraft } from '../../drafts/files/settle-drafts.ts';
import type { MadeDraft, Verdict } from '../../drafts/make-drafts.ts';
import type { LeftOutDraft } from '../../drafts/plan/plan-drafts.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireNamed } from './draft-names.ts';
import { type DraftKit, type KitInput, openKit } from './open-kit.ts';

export interface WriteDraftsInput extends KitInput {
  /** Only these, `announcement-x` or `de/announcement-x`; [] is all. */
  readonly drafts: readonly string[];
  /** Of drafts that clash or were deleted: which side is taken. Only for drafts that are named. */
  readonly take?: Side | undefined;
  /** Tells what would be written, and writes nothing. */
  readonly dryRun: boolean;
}

/** One draft, and what became of its file. */
export interface WrittenDraft extends Verdict, Omit<SettledDraft, 'base'> {
  readonly id: string;
  readonly locale: FarewellLocale;
  /** Absolute. */
  readonly file: string;
  /** As the facts make it now. */
  readonly fresh: Draft;
  /** Up to which level sentences were spared. */
  readonly spared: number;
}

/** A draft that this exit has no more. */
export interface StaleDraft {
  readonly id: string;
  readonly locale: FarewellLocale;
  readonly file: string;
  /** False: nobody had edited it, and it was taken away. */
  readonly isKept: boolean;
}

export interface DraftsReport {
  readonly drafts: readonly WrittenDraft[];
  readonly stale: readonly StaleDraft[];
  readonly leftOut: readonly LeftOutDraft[];
  readonly isDryRun: boolean;
}

/**
 * Writes the drafts of the exit into the workspace. Words that a person edited stay; where they and new facts clash, the file
 * stays as it is and the clash is told. Calling it again changes nothing.
 * @throws KnownError `draft.unknown`, `draft.take-what`, `draft.front-matter`, and those of `openKit`
 */
export async function writeDrafts(
  input: WriteDraftsInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'>,
): Promise<DraftsReport> {
  if (input.take !== undefined && input.drafts.length === 0) {
    throw new KnownError('draft.take-what', 'It is not said for which draft a side is to be taken.', {
      hint: 'Name the drafts: lastpost draft write de/announcement-x --take new',
      exitCode: 2,
    });
  }
  const kit = await openKit(input, place, context);
  const wanted = input.drafts.length === 0 ? kit.drafts : namedOf(kit, input.drafts);
  const isWhole = [input.drafts, input.channels, input.kinds].every((wishes) => wishes.length === 0);
  const settled: WrittenDraft[] = [];
  const stale: StaleDraft[] = [];
  // Every language is read before one is written: a file with a mistake leaves all of them as they were.
  const changes: (readonly [FarewellLocale, DraftChanges])[] = [];
  for (const locale of kit.locales) {
    const kept = await readDrafts(kit.places, locale);
    const ofLocale = wanted.filter(({ draft }) => draft.locale === locale);
    const results = ofLocale.map((made) => [made, settle(made, kept, input.take)] as const);
    const gone = isWhole ? staleOf(kit, locale, kept) : [];
    settled.push(...results.map(([made, result]) => writtenDraft(kit, made, result)));
    stale.push(...gone);
    changes.push([locale, changesOf(kept, results, gone)]);
  }
  if (!input.dryRun) for (const [locale, change] of changes) await keepDrafts(kit.places, locale, change);
  return { drafts: settled, stale, leftOut: kit.leftOut, isDryRun: input.dryRun };
}

function namedOf({ drafts }: DraftKit, names: readonly string[]): readonly MadeDraft[] {
  const named = new Set(
    requireNamed(
      drafts.map(({ draft }) => draft),
      names,
    ),
  );
  return drafts.filter(({ draft }) => named.has(draft));
}

function settle({ draft }: MadeDraft, { files, bases }: KeptDrafts, take: Side | undefined): SettledDraft {
  return settleDraft(bases.get(draft.id), files.get(draft.id) ?? null, draft, take);
}

function writtenDraft(kit: DraftKit, { draft, spared, judge }: MadeDraft, settled: SettledDraft): WrittenDraft {
  const { base: _, ...told } = settled;
  const verdict = settled.after === null ? { overs: [], longFact: null } : judge(settled.after);
  const { id, locale } = draft;
  return { id, locale, file: draftPath(kit.places, draft), fresh: draft, spared, ...told, ...verdict };
}

function staleOf(kit: DraftKit, locale: FarewellLocale, { files, bases }: KeptDrafts): readonly StaleDraft[] {
  const planned = new Set(kit.drafts.filter(({ draft }) => draft.locale === locale).map(({ draft }) => draft.id));
  return [...files.values()]
    .filter(({ id }) => !planned.has(id))
    .map((mine) => ({
      id: mine.id,
      locale,
      file: draftPath(kit.places, mine),
      isKept: isStale(bases.get(mine.id), mine),
    }));
}

function changesOf(
  kept: KeptDrafts,
  results: readonly (readonly [MadeDraft, SettledDraft])[],
  stale: readonly StaleDraft[],
): DraftChanges {
  const bases = new Map(kept.bases);
  const written: Draft[] = [];
  for (const [{ draft }, { before, after, base }] of results) {
    if (base !== undefined) bases.set(draft.id, base);
    if (after !== null && (before === null || !isSame(before, after))) written.push(after);
  }
  const removed = stale.filter(({ isKept }) => !isKept).map(({ id }) => id);
  for (const id of removed) bases.delete(id);
  return { written, removed, bases };
}
