import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { demoExitText } from '../demo-brand/exit/exit-facts.ts';
import { exitPeople, loadExitPapers } from '../demo-brand/exit/exit-papers.ts';
import type { DemoBrand } from '../demo-brand/start-demo-brand.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { JournalCheck } from '../model/run/run-store.ts';
import type { RunView } from '../model/run/run-view.ts';
import { addPeopleToWorkspace } from '../workspace/add-people.ts';
import { addExitBlock } from '../workspace/exit-block.ts';
import { openWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { closing, playOnePart, type Stage, starter } from './demo-parts.ts';
import { advanceRun } from './runs/advance-run.ts';
import { listRuns } from './runs/list-runs.ts';
import type { RunContext } from './runs/open-runs.ts';
import { verifyRunJournal } from './runs/read-journal.ts';
import { showRun } from './runs/show-run.ts';
import { startRun } from './runs/start-run.ts';
import { withCertificateSources } from './runs/with-certificate-sources.ts';
import { writeRunCertificate } from './runs/write-run-certificate.ts';

/** A run of the demo that has ended. */
export interface DemoRun {
  readonly view: RunView;
  readonly journal: JournalCheck;
  /** The signed certificates in German and English; absolute. */
  readonly certificateFiles: readonly string[];
  /** What the bell in the workshop was told. */
  readonly rings: number;
}

export const runChannel = 'x';

const playbook = 'leave-x';
const archiveStep = 'archive';
/** What a run of the demo has to wait for is over in seconds. */
const MOST_WAIT_MS = 60_000;
/** Between the moment at which a run went on and the one at which it was looked at. */
const MOST_LATE_MS = 1000;

/** Gives a demo workspace its playbook, its people and the facts of its exit, where it has none. */
export async function furnishForRun(workspace: Workspace, now: Date): Promise<Workspace> {
  const folder = join(workspace.dir, 'playbooks');
  const file = join(folder, `${playbook}.yaml`);
  if (!(await pathExists(file))) {
    await mkdir(folder, { recursive: true });
    await writeFileAtomic(file, loadExitPapers().playbook);
  }
  const { config } =
    workspace.config.people.length > 0 ? workspace : await addPeopleToWorkspace(workspace.dir, exitPeople);
  if (config.exit === undefined) await addExitBlock(workspace.dir, demoExitText(now));
  return openWorkspace(workspace.dir);
}

/**
 * Begins the run that leaves X, or finds the one that a demo before has left unfinished. Nothing of it is done yet.
 * @returns its id
 * @throws KnownError `demo.other-run` when one of other addresses has not ended, and those of `startRun`
 */
export async function openDemoRun(brand: DemoBrand, place: WorkspacePlace, context: JourneyContext): Promise<string> {
  const inputs = inputsOf(brand);
  const states = ['running', 'waiting', 'paused', 'needs_attention'] as const;
  const [unfinished] = (await listRuns({ states }, place, context)).filter((run) => run.playbook === playbook);
  if (unfinished === undefined) return (await startRun({ playbook, inputs, by: starter }, place, context)).run.id;
  const { id } = unfinished;
  const view = await showRun({ run: id }, place, context);
  if (Object.entries(inputs).every(([name, value]) => view.inputs[name] === value)) return id;
  throw new KnownError(
    'demo.other-run',
    `The run ${id} of this workspace is about other addresses than the demo has now.`,
    {
      hint: `End it, and call the demo again: lastpost run cancel ${id} --because TEXT --as ${starter}. Or give the demo a new folder.`,
    },
  );
}

function inputsOf(brand: DemoBrand): Readonly<Record<string, string>> {
  return {
    channel: runChannel,
    account: new URL(brand.xUrl).pathname.slice(1),
    profile: brand.xUrl,
    new_home: new URL('/de/klingelpost/', brand.blogUrl).href,
    name_server: brand.nameServer,
    doorbell: brand.doorbellUrl,
    grace: '1s',
  };
}

export interface PlayedRun extends Omit<Stage, 'channel' | 'statementFile'> {
  readonly run: string;
  readonly context: JourneyContext & RunContext;
}

/** Goes on until the account is in the vault; that snapshot is the demo's own. @throws KnownError `demo.stuck` */
export async function archiveByRun(played: PlayedRun): Promise<void> {
  const isKept = ({ steps }: RunView) => steps.find(({ id }) => id === archiveStep)?.state === 'succeeded';
  await play(played, { statementFile: '', until: archiveStep, isOver: isKept });
}

/**
 * Goes on to the end, and files the certificate in both languages.
 * @param statementFile the signed statement that export and crawl led to
 * @throws KnownError `demo.stuck`, and those of the journeys that people take
 */
export async function finishDemoRun(played: PlayedRun, statementFile: string): Promise<DemoRun> {
  const { run, place, context, brand } = played;
  const view = await play(played, { statementFile, until: null, isOver: ({ endedAt }) => endedAt !== null });
  const certificateFiles: string[] = [];
  for (const language of ['de', 'en'] as const) {
    const out = join(place.cwd, `certificate-x-${language}.html`);
    const request = { run, out, language, force: true };
    const { written } = await withCertificateSources(place, (sources) =>
      writeRunCertificate(request, place, context, sources),
    );
    if (written !== null) certificateFiles.push(written.file);
  }
  const journal = await verifyRunJournal({ run }, place, context);
  return { view, journal, certificateFiles, rings: brand.rings.length };
}

interface Act {
  readonly statementFile: string;
  readonly until: string | null;
  readonly isOver: (view: RunView) => boolean;
}

/** People first, then whatever goes by itself, then the clock: until it is over. */
async function play(played: PlayedRun, { statementFile, until, isOver }: Act): Promise<RunView> {
  const { run, place, context, brand } = played;
  const stage = { ...played, channel: runChannel, statementFile };
  for (;;) {
    context.signal.throwIfAborted();
    const view = await showRun({ run }, place, context);
    if (isOver(view)) return view;
    // The servers begin anew with each demo; what was closed in this run stays closed.
    if (view.steps.some(({ id, state }) => id === closing && state === 'succeeded')) brand.closeXAccount();
    if (await playOnePart(view, stage)) continue;
    const { view: after, did } = await advanceRun({ run, until }, place, context);
    if (did.length === 0) await waitForDate(after, context.signal);
  }
}

/** @throws KnownError `demo.stuck` when no date is near that would let it go on */
async function waitForDate(view: RunView, signal: AbortSignal): Promise<void> {
  const now = Date.parse(view.lookedAt);
  const timers = view.steps.flatMap(({ id, timerAt }) =>
    timerAt === null || !view.now.includes(id) ? [] : [Date.parse(timerAt) - now],
  );
  // One that is over and has changed nothing will not change anything any more.
  const waitMs = Math.min(...timers.filter((ms) => ms > -MOST_LATE_MS));
  if (view.paused || waitMs > MOST_WAIT_MS) throw stuck(view);
  await sleep(Math.max(waitMs, 1), undefined, { signal });
}

function stuck({ run, now }: RunView): KnownError {
  return new KnownError('demo.stuck', `The run ${run.id} of the demo does not go on; it stands at ${now.join(', ')}.`, {
    hint: `See why with: lastpost run explain ${run.id}. Settle it and call the demo again, or give the demo a new folder.`,
  });
}
