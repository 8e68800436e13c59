import { hostname } from 'node:os';
import { systemErrorCode } from '../../base/known-error.ts';

/**
 * Whether the process that holds a lease (`host/pid/…`) was on this machine and has ended. Of other machines nobody can tell from
 * here. Two containers may have one name; that a lease is then taken from a process which lives does no harm: what it had
 * begun is in doubt, and what it still wants to write is refused.
 */
export function isGone(holder: string): boolean {
  const parts = holder.split('/');
  const pid = Number(parts.at(-2));
  if (parts.slice(0, -2).join('/') !== hostname() || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemErrorCode(error) === 'ESRCH';
  }
}
