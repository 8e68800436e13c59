import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { dayAt, localZone } from '../../base/zoned-time.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { RunState } from '../../model/run/run-state.ts';
import type { StepPorts } from '../../model/run/step-ports.ts';
import { expressions } from '../../playbooks/expressions/expressions.ts';
import { entryMaker } from '../../runs/make-entry.ts';
import { patientStore } from '../../runs/patient-store.ts';
import { type Decision, speakerOf } from '../../runs/people/speak.ts';
import type { RunDeps } from '../../runs/run-deps.ts';
import { stepRegistry } from '../../steps/registry.ts';
import { type Ledger, openLedger } from '../../storage/ledger.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requirePerson } from '../../workspace/require-person.ts';
import { resolveSecret } from '../../workspace/secret-reference.ts';
import { isGone } from './is-gone.ts';
import { rememberedNames } from './remembered-names.ts';
import { openStepPorts, type SnapshotWith } from './step-ports.ts';

/** What runs are opened with. */
export type RunContext = Pick<JourneyContext, 'clock'> & {
  /** For tests: a word at each point of the engine. */
  readonly at?: RunDeps['at'];
  /** Pauses between two attempts that are no longer than this are waited for; a minute unless said. */
  readonly patienceMs?: number;
  /** With what steps take snapshots, where that is not the workspace's matter. */
  readonly snapshotWith?: SnapshotWith;
};

/** A workspace whose runs can be worked on. Close it. */
export interface OpenRuns {
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly deps: RunDeps;
  close(): Promise<void>;
}

/** Long enough for a computer under load, short enough that nobody waits long for a runner that was killed. */
const LEASE_MS = 30_000;
/** See `patientStore`. */
const BUSY_MS = 100;

/** @throws KnownError those of opening workspace and ledger */
export async function openRuns(
  place: WorkspacePlace,
  { clock, at = () => undefined, snapshotWith }: RunContext,
): Promise<OpenRuns> {
  const workspace = await requireWorkspace(place);
  const { dir, paths, config } = workspace;
  const ledger = await openLedger({ file: paths.ledger, root: dir, busyTimeoutMs: BUSY_MS });
  try {
    const store = patientStore(ledger.runs);
    const { people } = config;
    const here = { cwd: dir, workspaceDir: dir };
    const writeCertificate: StepPorts['writeCertificate'] = async (run, signal, language = 'both') => {
      const { fileRunCertificate } = await import('./file-run-certificate.ts');
      const { withCertificateSources } = await import('./with-certificate-sources.ts');
      return withCertificateSources(here, (sources) =>
        fileRunCertificate({ run, language }, here, { signal, clock }, sources),
      );
    };
    const deps: RunDeps = {
      store,
      stepTypes: stepRegistry,
      ports: await openStepPorts(here, { people, timezone: localZone(), clock, writeCertificate, snapshotWith }),
      expressions,
      namesFor: rememberedNames(),
      people,
      secret: (reference) => resolveSecret(reference),
      clock,
      host: hostname(),
      pid: process.pid,
      nonce: randomUUID().slice(0, 8),
      isGone,
      leaseMs: LEASE_MS,
      at,
    };
    return { workspace, ledger, deps, close: () => ledger.close() };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Opens the runs of a workspace, does something, and closes them, whatever comes of it. */
export async function withRuns<Result>(
  place: WorkspacePlace,
  context: RunContext,
  work: (runs: OpenRuns) => Promise<Result>,
): Promise<Result> {
  const runs = await openRuns(place, context);
  try {
    return await work(runs);
  } finally {
    await runs.close();
  }
}

/** A run by its id or the first letters of it. @throws KnownError `run.unknown`, `run.ambiguous` */
export async function findRun({ deps }: OpenRuns, start: string): Promise<RunState> {
  return deps.store.load(await deps.store.findId(start));
}

/** What a person decides with. @throws KnownError `person.unknown`, `person.none` */
export function decisionOf({ deps }: Pick<OpenRuns, 'deps'>, by: string, { plan }: RunState): Decision {
  const person = requirePerson(deps, by);
  const day = dayAt(deps.clock.now().toISOString(), plan.timezone);
  return { deps, entry: entryMaker(deps), speaker: speakerOf(person, deps.people, day) };
}
