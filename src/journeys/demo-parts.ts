import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadExitPapers } from '../demo-brand/exit/exit-papers.ts';
import type { DemoBrand } from '../demo-brand/start-demo-brand.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { EvidenceInput } from '../model/run/run-requests.ts';
import type { RunView, StepView } from '../model/run/run-view.ts';
import type { StatementGapKind } from '../model/statement.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { acceptGaps } from './accept-gap.ts';
import { approveDrafts } from './drafts/approve-draft.ts';
import { listDrafts } from './drafts/list-drafts.ts';
import { approveStep } from './runs/approve-step.ts';
import { confirmStep } from './runs/confirm-step.ts';
import { resolveStep } from './runs/resolve-step.ts';
import { stateCompleteness } from './state-completeness.ts';

/** Where the people of the demo play their parts. */
export interface Stage {
  readonly brand: DemoBrand;
  readonly place: WorkspacePlace;
  readonly context: JourneyContext;
  readonly channel: string;
  /** The signed statement that Jonas hands in with the export; absolute. */
  readonly statementFile: string;
}

/** Who begins the run, writes, and presses the button. */
export const starter = 'jonas';
/** The step after which nothing comes back. */
export const closing = 'close';

type Part = {
  readonly by: string;
  readonly note: string | null;
  readonly evidence: (stage: Stage) => readonly EvidenceInput[];
};

/** What each of them does by hand, by step; of the playbook leave-x. */
const parts: Readonly<Record<string, Part>> = {
  farewell_read: {
    by: 'wiebke',
    note: 'Both read well. I rang the number: it works.',
    evidence: () => [text('answer', 'yes')],
  },
  memo: {
    by: starter,
    note: 'Sent at 7:30, and pinned up beside the punch.',
    evidence: () => [file('sent_mail', loadExitPapers().memoFile)],
  },
  export: { by: starter, note: null, evidence: ({ statementFile }) => [file('statement', statementFile)] },
  goodbye: {
    by: starter,
    note: null,
    evidence: ({ brand }) => [text('address', `${brand.xUrl}, pinned to the top, in German and in English`)],
  },
  traces: {
    by: 'wiebke',
    note: null,
    evidence: () => [text('places', 'Imprint, both mail signatures, parcel label no. 4, and the sign at the counter.')],
  },
};

function text(id: string, value: string): EvidenceInput {
  return { id, kind: 'text', value };
}

function file(id: string, value: string): EvidenceInput {
  return { id, kind: 'file', value };
}

/** Why each kind of gap of the account can be done without, and who says so. */
const acceptances: Readonly<Partial<Record<StatementGapKind, { readonly by: string; readonly why: string }>>> = {
  'export-media-missing': {
    by: starter,
    why: 'The picture is the cover of the 1983 catalogue, which we have on paper.',
  },
  'crawl-gaps': { by: starter, why: 'The tabs want a login; what stands on them is in the export.' },
  'cut-off': { by: 'amira', why: 'It is a post by somebody else that we passed on. Its beginning is enough.' },
  unproved: {
    by: 'amira',
    why: 'Jonas and I compared the first and the last post with the account. One was deleted since.',
  },
};
const otherwise = { by: 'amira', why: 'Looked at together with Jonas; we can do without it.' };

/**
 * Lets the first person who is waited for do what is theirs.
 * @returns whether anybody did something
 */
export async function playOnePart(view: RunView, stage: Stage): Promise<boolean> {
  for (const step of view.steps.filter(({ id }) => view.now.includes(id))) {
    if (await play(step, view, stage)) return true;
  }
  return false;
}

async function play(step: StepView, view: RunView, stage: Stage): Promise<boolean> {
  const run = view.run.id;
  if (step.state === 'in_doubt') return lookTogether(step, run, stage);
  if (step.state !== 'waiting' && !step.isReleased) return false;
  if (step.waits === 'approval') return agree(step, run, stage);
  if (step.type === 'complete') return acceptWhatIsMissing(stage);
  if (step.type === 'check-drafts') return approveLastPost(stage);
  // A go-ahead that has run out is none: nobody presses anything before it was looked at.
  const isOver = step.releasedUntil !== null && step.releasedUntil <= view.lookedAt;
  if (step.id === closing) return isOver ? false : closeAccount(step, run, stage);
  const part = parts[step.id];
  if (part === undefined || step.waits !== 'input') return false;
  const { by, note, evidence } = part;
  const request = { run, step: step.id, by, note, typed: null, evidence: evidence(stage) };
  await confirmStep(request, stage.place, stage.context);
  return true;
}

async function agree({ id, approval }: StepView, run: string, { place, context }: Stage): Promise<boolean> {
  const given = approval?.given.filter(({ isVoid }) => !isVoid).map(({ person }) => person) ?? [];
  const comments = [
    ['henrike', 'Time to hang it up.'],
    ['amira', 'Archive and gaps looked through. Nothing has to stay there by law.'],
  ] as const;
  const next = comments.find(([by]) => !given.includes(by));
  if (next === undefined) return false;
  await approveStep({ run, step: id, by: next[0], comment: next[1], keyFile: null }, place, context);
  return true;
}

/** In both languages, each by itself, as its file is. */
async function approveLastPost({ channel, place, context }: Stage): Promise<boolean> {
  const kept = await listDrafts({ locales: [], channels: [channel], kinds: ['last-post'] }, place);
  const open = kept.filter(({ state }) => state !== 'approved');
  const drafts = open.map(({ draft }) => `${draft.locale}/${draft.id}`);
  if (open.length > 0) await approveDrafts({ drafts, locales: [], by: starter }, place, context);
  return open.length > 0;
}

async function acceptWhatIsMissing({ channel, place, context }: Stage): Promise<boolean> {
  const { gaps } = await stateCompleteness(channel, place, context.clock.now());
  const open = gaps.filter(({ accepted }) => accepted === null);
  for (const { id, kind } of open) {
    await acceptGaps({ channel, gaps: [id], ...(acceptances[kind] ?? otherwise) }, place, context);
  }
  return open.length > 0;
}

/** First the go-ahead, then the button, then what the page says. */
async function closeAccount(step: StepView, run: string, { brand, place, context }: Stage): Promise<boolean> {
  const request = { run, step: step.id, by: starter, note: null, typed: null, evidence: [] };
  if (!step.isReleased) {
    await confirmStep({ ...request, typed: step.confirmText }, place, context);
    return true;
  }
  brand.closeXAccount();
  const folder = await mkdtemp(join(tmpdir(), 'lastpost-demo-'));
  try {
    const page = join(folder, 'profile-afterwards.html');
    await writeFile(page, await (await fetch(brand.xUrl, { signal: context.signal })).text());
    const said = {
      note: 'Pressed it. The profile says that this account does not exist.',
      evidence: [file('last_look', page)],
    };
    await confirmStep({ ...request, ...said }, place, context);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return true;
}

/** The demo was away for so long that the go-ahead ran out. The servers begin anew each time, so the account is there. */
async function lookTogether({ id, resolutions }: StepView, run: string, { place, context }: Stage): Promise<boolean> {
  const last = resolutions.at(-1);
  const isFirst = last === undefined || last.decision !== 'not-done';
  const said = isFirst
    ? { by: starter, reason: 'I never pressed it: the profile is there, I could log in.' }
    : { by: 'henrike', reason: 'I looked too: the profile is there.' };
  await resolveStep({ run, step: id, decision: 'not-done', evidence: [], ...said }, place, context);
  return true;
}
