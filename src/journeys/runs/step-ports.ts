import type { Clock } from '../../base/clock.ts';
import { KnownError } from '../../base/known-error.ts';
import { dayAt } from '../../base/zoned-time.ts';
import type { OnProgress } from '../../model/progress.ts';
import type { Person } from '../../model/run/people.ts';
import type { PortSnapshot, PortVerification, StepPorts } from '../../model/run/step-ports.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { openLedger } from '../../storage/ledger.ts';
import { commandEnvironment } from '../../workspace/command-environment.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { resolveSecret } from '../../workspace/secret-reference.ts';
import type { SnapshotRequest } from '../plan-snapshot.ts';
import { findPeople } from './find-people.ts';
import { portDrafts } from './port-drafts.ts';
import { portStatement } from './port-statement.ts';

export interface StepPortsInput {
  readonly people: readonly Person[];
  /** IANA name of the zone whose days decide who is absent. */
  readonly timezone: string;
  readonly clock: Clock;
  readonly writeCertificate: StepPorts['writeCertificate'];
  /** With what snapshots are taken, where that is not the workspace's matter. */
  readonly snapshotWith?: SnapshotWith | undefined;
}

export type SnapshotWith = Pick<SnapshotRequest, 'workers' | 'browserPath'>;

/** Of a WACZ that is broken all over, nobody reads more. */
const MOST_PROBLEMS = 20;

/**
 * What steps may ask of a workspace, out of the journeys that people use by hand. Nothing is kept open between two questions.
 * @throws KnownError `workspace.not-found` and those of opening one
 */
export async function openStepPorts(place: WorkspacePlace, input: StepPortsInput): Promise<StepPorts> {
  const workspace = await requireWorkspace(place);
  const { people, timezone, clock, writeCertificate, snapshotWith } = input;
  // Found once: from here on it is this workspace, wherever it was looked for from.
  const here = { cwd: workspace.dir, workspaceDir: workspace.dir };
  const newestSnapshot = async (channel: string) => {
    const newest = await newestOf(workspace, channel);
    return newest === undefined ? null : portSnapshot(newest, channel);
  };
  return {
    takeSnapshot: (channel, signal, onProgress) =>
      take({ channel, ...snapshotWith }, here, { signal, onProgress, clock }),
    newestSnapshot,
    verifySnapshot: (channel, signal, onProgress) => verify(channel, workspace, { signal, onProgress, clock }),
    statement: async (channel) => {
      const { stateCompleteness } = await import('../state-completeness.ts');
      const statement = await stateCompleteness(channel, here, clock.now());
      return portStatement(statement, await newestSnapshot(channel), people);
    },
    drafts: portDrafts(here, clock),
    people: (idOrRole) => findPeople(idOrRole, people, dayAt(clock.now().toISOString(), timezone)),
    // A getter: a run that tells nobody has no need of the password.
    get mail() {
      const { mail } = workspace.config;
      if (mail === undefined) return null;
      const { url, from, password } = mail;
      return { url, from, password: password === undefined ? null : resolveSecret(password) };
    },
    writeCertificate,
    folder: workspace.dir,
    environment: commandEnvironment(),
  };
}

interface Work {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly clock: Clock;
}

/** As `lastpost snapshot take --channel` does it: what a killed process left unfinished is gone on with. */
async function take(
  what: SnapshotWith & { readonly channel: string },
  place: WorkspacePlace,
  work: Work,
): Promise<PortSnapshot> {
  const usual = { force: false, headed: false, include: [], exclude: [], sitemaps: true, secretParameters: [] };
  // What a run takes is what somebody deletes on the strength of: every page is opened.
  const whole = { ...usual, full: true };
  // The browser and all that reads platforms come in only when a snapshot is taken: most of what people do with runs takes none.
  const { planSnapshot } = await import('../plan-snapshot.ts');
  const { takeSnapshot } = await import('../take-snapshot.ts');
  const { snapshot } = await takeSnapshot(await planSnapshot({ ...whole, ...what }, place, work.clock), work);
  return portSnapshot(snapshot, what.channel);
}

/** @throws KnownError `snapshot.not-found`, and those of `verifySnapshots` */
async function verify(channel: string, workspace: Workspace, work: Work): Promise<PortVerification> {
  const newest = await newestOf(workspace, channel);
  if (newest === undefined) {
    throw new KnownError('snapshot.not-found', `There is no snapshot of ${channel} that could be verified.`, {
      hint: `Take one with: lastpost snapshot take --channel ${channel}`,
      exitCode: 2,
    });
  }
  const here = { cwd: workspace.dir, workspaceDir: workspace.dir };
  const { verifySnapshots } = await import('../verify-snapshot.ts');
  const [verified] = await verifySnapshots([newest.id], here, work);
  // By an id, and not by a file that happens to be called so: only then is it compared with the ledger.
  if (verified?.snapshot?.id !== newest.id) throw new TypeError(`Verified was not the snapshot ${newest.id}.`);
  const { ok, problems, counts } = verified.report;
  const named = problems.slice(0, MOST_PROBLEMS).map(({ rule, message }) => `${rule}: ${message}`);
  const more = problems.length > MOST_PROBLEMS ? [`${problems.length - MOST_PROBLEMS} more problems.`] : [];
  return { ok, snapshot: portSnapshot(newest, channel), problems: [...named, ...more], records: counts.warcRecords };
}

async function newestOf({ paths, dir }: Workspace, channel: string): Promise<Snapshot | undefined> {
  const ledger = await openLedger({ file: paths.ledger, root: dir });
  try {
    const [newest] = await ledger.snapshots.list({ channel });
    return newest;
  } finally {
    await ledger.close();
  }
}

function portSnapshot(snapshot: Snapshot, channel: string): PortSnapshot {
  const { id, sha256, state, pages, gaps, startedAt, finishedAt } = snapshot;
  return { id, channel, sha256, state, pages, gaps, startedAt, finishedAt };
}
