import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemErrorCode } from '../../base/known-error.ts';

/** What a program has for tidying up, and what those have that it left behind. */
const OWN_GRACE_MS = 3000;
const OTHERS_GRACE_MS = 300;
const LOOK_EVERY_MS = 20;

/**
 * Asks all processes of a child's own group to end, and ends those that do not: after three seconds, or shortly after the child
 * itself has ended.
 */
export async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || !send(pid, 'SIGTERM')) return;
  // What ended and was collected by nobody counts as there: that they are not waited for longer is for its sake.
  let leftMs = OWN_GRACE_MS;
  while (leftMs > 0 && send(pid, 0)) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    leftMs = Math.min(leftMs, hasEnded ? OTHERS_GRACE_MS : OWN_GRACE_MS) - LOOK_EVERY_MS;
    await sleep(LOOK_EVERY_MS);
  }
  send(pid, 'SIGKILL');
}

/** False when nothing of the group is left. The number is that of the group, so that it cannot meet anybody else's process. */
function send(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch (error) {
    if (systemErrorCode(error) === 'ESRCH' || systemErrorCode(error) === 'EPERM') return false;
    throw error;
  }
}
