import { readFile } from 'node:fs/promises';
import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { type Ledger, openLedger } from '../../storage/ledger.ts';
import { findWorkspace } from '../../workspace/find-workspace.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type WorkspacePaths, workspacePaths } from '../../workspace/paths.ts';
import { readConfigFile } from '../../workspace/read-config-file.ts';
import { patiently } from '../patiently.ts';

/** A workspace whose schedules are entered in its ledger as lastpost.yaml has them. Close it. */
export interface OpenSchedules {
  /** Absolute. */
  readonly dir: string;
  readonly paths: WorkspacePaths;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** See `patiently`. */
const BUSY_MS = 100;

/** Of how schedules are kept: another one has them entered anew. */
const FORM = 1;

/**
 * Opens the ledger of a workspace. lastpost.yaml is not read yet.
 * @throws KnownError `workspace.not-found`, and those of `openLedger`
 */
export async function openSchedules({ cwd, workspaceDir }: WorkspacePlace): Promise<OpenSchedules> {
  const dir = workspaceDir ?? (await findWorkspace(cwd));
  if (dir === undefined) {
    throw new KnownError('workspace.not-found', `There is no workspace in ${cwd} or above it.`, {
      hint: 'Name its folder with --workspace DIR, or make one with: lastpost init DIR --brand NAME',
      exitCode: 2,
    });
  }
  const paths = workspacePaths(dir);
  // Before the ledger: of a folder that is no workspace, that is the thing to say.
  await readConfigFile(paths.config);
  const ledger = await patiently(() => openLedger({ file: paths.ledger, root: dir, busyTimeoutMs: BUSY_MS }));
  return { dir, paths, ledger, close: () => ledger.close() };
}

/**
 * Sees to it that the ledger has the schedules of lastpost.yaml. While its bytes are the same nothing is read out of it: a
 * sweep over a hundred thousand schedules has no time for their YAML. Safe to call from several processes at once.
 * @throws KnownError `workspace.*`, `schedule.never-fires`, `schedule.bad-cron`, with line and column; nothing is changed then
 */
export async function enterSchedules(
  { paths, ledger: { schedules: store } }: OpenSchedules,
  now: string,
): Promise<void> {
  const bytes = await readFile(paths.config).catch(async () => Buffer.from(await readConfigFile(paths.config)));
  const digest = settingsDigest(bytes);
  if ((await patiently(() => store.enteredDigest())) === digest) return;
  // All that reads settings and calendars comes in only now: a timer starts a process each minute, mostly for nothing.
  const { enteredSchedules, readSchedules } = await import('./read-schedules.ts');
  const schedules = await readSchedules(paths.config, bytes.toString('utf8'));
  const known = await patiently(() => store.timings());
  await patiently(() => store.enter(digest, enteredSchedules(schedules, known, now)));
}

/** Under what the schedules of a lastpost.yaml are entered. */
export function settingsDigest(bytes: Uint8Array): string {
  return `${FORM}:${sha256(bytes)}`;
}
