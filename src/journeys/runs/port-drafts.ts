import { canonicalJson } from '../../base/canonical-json.ts';
import type { Clock } from '../../base/clock.ts';
import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { draftDigest } from '../../model/farewell/draft-approval.ts';
import { type DraftKind, draftKinds, kindSpecs } from '../../model/farewell/draft-kinds.ts';
import type { DraftPorts, DraftProblem, PortDraftCheck, PortExit } from '../../model/run/draft-ports.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { isNamed } from '../drafts/draft-names.ts';
import type { KeptDraft } from '../drafts/kept-drafts.ts';
import type { WrittenDraft } from '../drafts/write-drafts.ts';

const all = { locales: [], channels: [], kinds: [], drafts: [], dryRun: false } as const;

/** What a run asks of the drafts of a workspace, out of the journeys that people use by hand. */
export function portDrafts(place: WorkspacePlace, clock: Clock): DraftPorts {
  return {
    exit: () => exitOf(place),
    write: async () => {
      const { writeDrafts } = await import('../drafts/write-drafts.ts');
      const { drafts } = await writeDrafts(all, place, { clock });
      const named = (those: readonly WrittenDraft[]) => those.map(nameOf);
      return {
        drafts: drafts.filter(({ after }) => after !== null).length,
        changed: drafts.filter(({ fate }) => fate === 'new' || fate === 'updated' || fate === 'merged').length,
        clashes: named(drafts.filter(({ fate }) => fate === 'clash')),
        tooLong: named(drafts.filter(({ overs }) => overs.length > 0)),
      };
    },
    check: async (names) => {
      const exit = await exitOf(place);
      return exit.lacks === null ? checkNamed(names, place, clock) : { ...exit, ...nothing };
    },
    lint: (drafts, run) => errorsIn(drafts, run, place, clock),
  };
}

const nothing = { drafts: [], problems: [], approvedBy: [], digest: sha256('') };

/** Read anew each time: facts are answered while a run goes on. */
async function exitOf(place: WorkspacePlace): Promise<PortExit> {
  const { config } = await requireWorkspace(place);
  try {
    requireExit(config);
    return { isThere: true, lacks: null };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const lacks = error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
    return { isThere: config.exit !== undefined, lacks };
  }
}

async function checkNamed(names: readonly string[], place: WorkspacePlace, clock: Clock): Promise<PortDraftCheck> {
  const { writeDrafts } = await import('../drafts/write-drafts.ts');
  const { keptDrafts } = await import('../drafts/kept-drafts.ts');
  const kinds = draftKinds.filter((kind) =>
    names.length === 0 ? kindSpecs[kind].at !== 'when-needed' : names.some((name) => isOfKind(name, kind)),
  );
  const planned =
    kinds.length === 0 ? [] : (await writeDrafts({ ...all, kinds, dryRun: true }, place, { clock })).drafts;
  const isWanted = (one: WrittenDraft): boolean =>
    names.length === 0 || names.some((name) => name === one.fresh.kind || isNamed(one, name));
  const kept = new Map((await keptDrafts(await requireWorkspace(place), [])).map((one) => [nameOf(one.draft), one]));
  // One that somebody deleted is not to go out.
  const wanted = planned.filter(isWanted).filter(({ fate }) => fate !== 'deleted');
  const problems = wanted.flatMap((one) => problemOf(one, kept.get(nameOf(one))) ?? []);
  const unknown = names.filter((name) => !isKind(name) && !planned.some((one) => isNamed(one, name)));
  const files = wanted.flatMap((one) => kept.get(nameOf(one)) ?? []);
  return {
    isThere: true,
    lacks: null,
    drafts: wanted.map(nameOf),
    problems: [...unknown.map(unknownDraft), ...problems],
    approvedBy: [...new Set(files.flatMap(({ approval }) => approval?.by ?? []))].sort(),
    digest: sha256(canonicalJson(files.map(({ draft }) => [nameOf(draft), draftDigest(draft)]))),
  };
}

async function errorsIn(
  drafts: readonly string[],
  run: string,
  place: WorkspacePlace,
  clock: Clock,
): Promise<readonly DraftProblem[]> {
  if (drafts.length === 0) return [];
  const { lintOfRun } = await import('../drafts/lint-of-run.ts');
  const findings = await lintOfRun(run, place, { clock });
  return findings.flatMap(({ severity, spot, message, fix }) => {
    if (severity !== 'error' || spot === null || !drafts.includes(spot.draft)) return [];
    return [{ draft: spot.draft, says: `${spot.draft}, line ${spot.line}: ${message.en}`, hint: fix.en }];
  });
}

function nameOf({ locale, id }: { readonly locale: string; readonly id: string }): string {
  return `${locale}/${id}`;
}

function isKind(name: string): boolean {
  return (draftKinds as readonly string[]).includes(name);
}

/** `announcement-x` and `de/announcement` are of the kind `announcement`. */
function isOfKind(name: string, kind: DraftKind): boolean {
  const id = name.slice(name.indexOf('/') + 1);
  return id === kind || id.startsWith(`${kind}-`);
}

function unknownDraft(name: string): DraftProblem {
  return {
    draft: name,
    says: `The exit has no draft "${name}".`,
    hint: 'See which there are: lastpost draft list',
  };
}

function problemOf(one: WrittenDraft, kept: KeptDraft | undefined): DraftProblem | null {
  const draft = nameOf(one);
  const problem = (says: string, hint: string): DraftProblem => ({ draft, says: `${draft} ${says}.`, hint });
  const write = 'lastpost draft write';
  if (one.fate === 'new') return problem('is not written yet', write);
  if (one.fate === 'clash') return problem('says one thing, and the facts another', `${write} ${draft}`);
  if (one.fate !== 'same' && one.fate !== 'edited') return problem('was written from older facts', write);
  const [over] = one.overs;
  if (over !== undefined) {
    return problem(`is too long: ${over.count} of ${over.most}`, `lastpost draft show ${draft}`);
  }
  const approve = `lastpost draft approve ${draft} --as PERSON`;
  if (kept === undefined || kept.approval === null || kept.state === 'none') return problem('is not approved', approve);
  if (kept.state === 'changed') return problem(`was changed since ${kept.approval.by} approved it`, approve);
  return null;
}
