import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

const UPDATE_AT_MOST_MS = 10 * 60_000;
const INSTALL_AT_MOST_MS = 30 * 60_000;

/** Only root may install Debian's packages, and we never ask for a password.
 * @param {import('./machine.mjs').Machine} machine
 */
export function canUseApt(machine) {
  return machine.isRoot && machine.aptGet !== undefined;
}

/**
 * `apt-get update` and `apt-get install` without recommended packages and without questions.
 * @param {import('./main.mjs').Context} context
 * @param {string[]} packages
 * @throws SetupError with the end of apt's output
 */
export async function aptInstall(context, packages) {
  // An old package list asks for versions that the mirror has dropped, so the list is fetched first. That this failed
  // (one dead mirror of three) is no reason to stop: installing says whether it mattered.
  await apt(context, ['update'], UPDATE_AT_MOST_MS);
  const outcome = await apt(context, ['install', '-y', '--no-install-recommends', ...packages], INSTALL_AT_MOST_MS);
  if (outcome.ok) return;
  throw new SetupError(`apt-get could not install ${packages.join(', ')}: it ${outcome.how}.`, {
    tail: outcome.tail,
    next: `Run "apt-get update && apt-get install ${packages.join(' ')}" and see what it misses, then run the same command again.`,
  });
}

function apt({ machine, root, signal, logFile }, args, timeoutMs) {
  const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work (unattended upgrades): wait for it instead of failing.
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  return runCommand(machine.aptGet, [...options, ...args], { cwd: root, env, logFile, signal, timeoutMs });
}
