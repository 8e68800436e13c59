import type { DraftClash } from '../../drafts/files/merge-draft.ts';
import { changedSentences } from '../../drafts/files/merge-text.ts';
import type { DraftFate } from '../../drafts/files/settle-drafts.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { readConfig } from '../../workspace/read-config.ts';
import { readConfigFile } from '../../workspace/read-config-file.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { readExitValue, withExitValues } from '../../workspace/set-exit-values.ts';
import type { KitInput } from './open-kit.ts';
import { type StaleDraft, type WrittenDraft, writeDrafts } from './write-drafts.ts';

export interface DiffDraftsInput extends KitInput {
  /** `last_day=2027-03-14`: facts as they would be; [] for how lastpost.yaml has them now. */
  readonly set: readonly string[];
}

/** One place of a draft before and after; '' where nothing stands on that side. */
export interface DraftChange {
  /** `text`, `publish_at`, or `fields.` and a name. */
  readonly part: string;
  readonly before: string;
  readonly after: string;
}

export interface ChangedDraft {
  readonly id: string;
  readonly locale: FarewellLocale;
  readonly file: string;
  readonly fate: DraftFate;
  readonly changes: readonly DraftChange[];
  /** What a person changed as well, and what therefore has to be looked at. */
  readonly clashes: readonly DraftClash[];
  readonly overs: WrittenDraft['overs'];
}

export interface DraftsDiff {
  /** Those in which something is different, and new ones. */
  readonly changed: readonly ChangedDraft[];
  /** How many stay as they are. */
  readonly same: number;
  /** Those that there would be no more. */
  readonly gone: readonly StaleDraft[];
}

/**
 * The drafts as they are, and as they would be with other facts: every sentence that changes, in every language. Writes nothing.
 * @throws KnownError `usage.bad-value`, `workspace.invalid` where the facts would not do, and those of `writeDrafts`
 */
export async function diffDrafts(
  input: DiffDraftsInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'>,
): Promise<DraftsDiff> {
  const facts = input.set.length === 0 ? input.facts : await factsWith(input.set, place);
  const asked = facts === undefined ? input : { ...input, facts };
  const { drafts, stale } = await writeDrafts({ ...asked, drafts: [], dryRun: true }, place, context);
  const changed = drafts.map(changedDraft).filter(({ fate, changes, clashes }) => {
    return fate === 'new' || changes.length > 0 || clashes.length > 0;
  });
  return { changed, same: drafts.length - changed.length, gone: stale.filter(({ isKept }) => !isKept) };
}

async function factsWith(set: readonly string[], place: WorkspacePlace): Promise<ExitFacts> {
  const { paths, config } = await requireWorkspace(place);
  const values = set.map(readExitValue);
  // Whoever has no exit yet is told that, and not that a key is unknown.
  requireExit(config);
  const text = withExitValues(await readConfigFile(paths.config), values);
  return requireExit(await readConfig(paths.config, text));
}

function changedDraft({ id, locale, file, fate, before, after, clashes, overs }: WrittenDraft): ChangedDraft {
  const changes = before === null || after === null ? [] : changesBetween(before, after);
  return { id, locale, file, fate, changes, clashes, overs };
}

function changesBetween(before: Draft, after: Draft): readonly DraftChange[] {
  const of = (part: string, old: string, now: string): readonly DraftChange[] =>
    changedSentences(old, now, after.locale).map((change) => ({ part, ...change }));
  const fields = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])];
  const moments = [before.publishAt ?? '', after.publishAt ?? ''] as const;
  return [
    ...(moments[0] === moments[1] ? [] : [{ part: 'publish_at', before: moments[0], after: moments[1] }]),
    ...fields.flatMap((name) => of(`fields.${name}`, before.fields[name] ?? '', after.fields[name] ?? '')),
    ...of('text', before.text, after.text),
  ];
}
