import type { Clock } from '../base/clock.ts';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { shownEndpoint } from '../crawl/browser/endpoint.ts';
import { findChromium } from '../crawl/find-chromium.ts';
import { findReplayComponent } from '../replay/find-replay-component.ts';
import { probeFolder } from '../vault/probe-folder.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { openWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { signingKeyMode } from '../workspace/signing-key-file.ts';

export interface MachineCheck {
  /** `node`, `browser`, `sqlite`, `clock`, `folder`, `disk`, `replay`, `workspace`, `key`, `ledger`. */
  readonly id: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What to do; absent when all is well. */
  readonly hint?: string;
}

type Outcome = Omit<MachineCheck, 'id'>;

const LEAST_NODE = [20, 19] as const;
const TOO_LITTLE_BYTES = 500e6;
const LITTLE_BYTES = 5e9;
/** No Lastpost existed before; a machine without a battery wakes up in 1970. */
const NO_EARLIER_THAN = '2026-01-01T00:00:00.000Z';

const ok = (message: string): Outcome => ({ state: 'ok', message });
const warning = (message: string, hint: string): Outcome => ({ state: 'warning', message, hint });
const problem = (message: string, hint: string): Outcome => ({ state: 'problem', message, hint });

/** A check that fails in a way nobody foresaw is still a finding; the others go on. */
function fromError(error: unknown): Outcome {
  if (error instanceof KnownError) return problem(error.message, error.hint ?? 'See: lastpost doctor --help');
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return problem(`This could not be checked: ${reason}`, 'Correct the other problems first, then run it again.');
}

function checkNode(): Outcome {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (enough) return ok(`Node ${process.versions.node}`);
  return problem(
    `Node ${process.versions.node} is too old.`,
    `Install Node ${LEAST_NODE.join('.')} or newer from https://nodejs.org`,
  );
}

async function checkBrowser(): Promise<Outcome> {
  const { path, version, source } = await findChromium();
  return ok(`version ${version}, ${source === 'remote' ? shownEndpoint(path) : path} (${source})`);
}

async function checkSqlite(): Promise<Outcome> {
  try {
    // Only here: on a machine where its compiled part does not load, the other checks still run.
    const { sqliteVersion } = await import('../storage/sqlite-version.ts');
    return ok(`SQLite ${sqliteVersion()}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return problem(
      `SQLite cannot be loaded: ${reason}`,
      'Install again with this Node: npm ci (or: npm rebuild better-sqlite3)',
    );
  }
}

function checkClock(clock: Clock, newestAt: string | null): Outcome {
  const now = clock.now().toISOString();
  const hint = 'Set the clock of this machine: the times in a snapshot are part of its proof.';
  if (now < NO_EARLIER_THAN) return problem(`The clock says ${now}, which cannot be.`, hint);
  if (newestAt !== null && now < newestAt) {
    return warning(`The clock says ${now}, which is before the newest snapshot (${newestAt}).`, hint);
  }
  return ok(now);
}

async function checkFolder(dir: string): Promise<readonly MachineCheck[]> {
  const { freeBytes, failed } = await probeFolder(dir);
  const gigabytes = `${(freeBytes / 1e9).toFixed(1)} GB free in ${dir}`;
  const room = 'Make room: a snapshot of a site with pictures and videos is easily some gigabytes.';
  const steps = {
    write: 'a file cannot be written',
    flush: 'a file cannot be flushed to the disk',
    rename: 'a file cannot be renamed',
  };
  return [
    {
      id: 'folder',
      ...(failed === null
        ? ok(`files can be written, flushed and renamed in ${dir}`)
        : problem(
            `In ${dir} ${steps[failed.step]} (${failed.code}).`,
            'Choose a folder on a disk of this machine that belongs to you.',
          )),
    },
    {
      id: 'disk',
      ...(freeBytes < TOO_LITTLE_BYTES
        ? problem(gigabytes, room)
        : freeBytes < LITTLE_BYTES
          ? warning(gigabytes, room)
          : ok(gigabytes)),
    },
  ];
}

function checkReplay(cwd: string): Outcome {
  if (findReplayComponent(cwd) !== undefined) return ok('the replaywebpage component is installed');
  return warning(
    'the replaywebpage component is not installed, so "lastpost snapshot replay" cannot show pages.',
    'Install it when you want it: npm install replaywebpage',
  );
}

async function checkKey(workspace: Workspace): Promise<Outcome> {
  const mode = await signingKeyMode(workspace.paths);
  const { signingKey } = workspace.paths;
  // Windows knows no such bits and reports 0666 for everything.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return ok(`${signingKey}`);
  return problem(
    `${signingKey} can be read by others (mode ${mode.toString(8)}).`,
    `Close it: chmod 600 ${signingKey}`,
  );
}

interface LedgerOutcome {
  readonly outcome: Outcome;
  readonly newestAt: string | null;
}

async function checkLedgerOf({ paths }: Workspace): Promise<LedgerOutcome> {
  const { checkLedger } = await import('../storage/check-ledger.ts');
  const { damages, snapshots, posts, newestAt } = await checkLedger(paths.ledger);
  if (damages.length === 0) {
    const counted = `sound, ${snapshots} snapshot${snapshots === 1 ? '' : 's'}, ${posts} post${posts === 1 ? '' : 's'}`;
    return { outcome: ok(counted), newestAt };
  }
  const hint =
    'Move it aside and put back a copy from your backup. The snapshots in the vault are not touched by this.';
  return { outcome: problem(`The ledger is damaged: ${damages[0]}`, hint), newestAt };
}

async function named(id: string, check: () => Outcome | Promise<Outcome>): Promise<MachineCheck> {
  try {
    return { id, ...(await check()) };
  } catch (error) {
    return { id, ...fromError(error) };
  }
}

/** The checks that only a workspace has, and when its newest snapshot ended. */
async function checkWorkspace(dir: string): Promise<{ checks: readonly MachineCheck[]; newestAt: string | null }> {
  let workspace: Workspace;
  try {
    workspace = await openWorkspace(dir);
  } catch (error) {
    return { checks: [{ id: 'workspace', ...fromError(error) }], newestAt: null };
  }
  const { brand, channels } = workspace.config;
  const summary = `${workspace.dir}: ${brand.name}, ${channels.length} channel${channels.length === 1 ? '' : 's'}`;
  let newestAt: string | null = null;
  const ledger = await named('ledger', async () => {
    const checked = await checkLedgerOf(workspace);
    newestAt = checked.newestAt;
    return checked.outcome;
  });
  return {
    checks: [{ id: 'workspace', ...ok(summary) }, await named('key', () => checkKey(workspace)), ledger],
    newestAt,
  };
}

const noWorkspace: MachineCheck = {
  id: 'workspace',
  ...ok('none here; single snapshots work without one'),
};

/** Looks over everything a snapshot needs on this machine. Changes nothing; trouble is a value, not an error. */
export async function checkMachine(place: WorkspacePlace, clock: Clock): Promise<readonly MachineCheck[]> {
  const dir = place.workspaceDir ?? (await findWorkspace(place.cwd));
  const { checks, newestAt } =
    dir === undefined ? { checks: [noWorkspace], newestAt: null } : await checkWorkspace(dir);
  const folder = dir !== undefined && (await pathExists(dir)) ? dir : place.cwd;
  return [
    await named('node', checkNode),
    await named('browser', checkBrowser),
    await named('sqlite', checkSqlite),
    await named('clock', () => checkClock(clock, newestAt)),
    ...(await checkFolder(folder)),
    await named('replay', () => checkReplay(place.cwd)),
    ...checks,
  ];
}
