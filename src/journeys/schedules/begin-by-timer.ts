import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathExists } from '../../base/path-exists.ts';
import { findWorkspace } from '../../workspace/find-workspace.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { workspacePaths } from '../../workspace/paths.ts';

const MOST_LOG_BYTES = 1 << 20;

/**
 * What a call by a timer does first: it takes `NAME=value` lines of .lastpost/schedule.env into the environment, where the file is
 * there (a timer has none of what a shell has, and secrets do not belong into a crontab; what the environment has already
 * holds), and sets a log aside that has grown, so that a mistake that is told each minute fills no disk. Where there is no
 * workspace it does nothing.
 */
export async function beginByTimer({ cwd, workspaceDir }: WorkspacePlace): Promise<void> {
  const dir = workspaceDir ?? (await findWorkspace(cwd));
  if (dir === undefined) return;
  const { internal, scheduleLog } = workspacePaths(dir);
  const file = join(internal, 'schedule.env');
  if (await pathExists(file)) process.loadEnvFile(file);
  await setAside(scheduleLog);
}

/** This call's own words go into the file that is set aside, which its shell has open; two of them are kept. */
async function setAside(log: string): Promise<void> {
  const bytes = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  // Windows renames no file that is open, and a log is no reason to take no snapshot.
  if (bytes > MOST_LOG_BYTES) await rename(log, `${log}.1`).catch(() => undefined);
}
