import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './machine.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const INSTALL_AT_MOST_MS = 30 * 60_000;

/**
 * Runs `npm ci` when package-lock.json, the platform or Node's ABI differs from what is installed. No install script
 * runs: npm 10, 11 and 12 differ in whether they would, and the one package that needs its own is native.mjs's work.
 * @param {import('./main.mjs').Context} context
 * @returns {Promise<string | undefined>} what was done, for the closing line
 */
export async function ensurePackages(context) {
  const { root, machine, signal, logFile } = context;
  if (arePackagesInstalled(root, readStamp(root))) return undefined;
  if (isInstalledByHand(root)) {
    writeStamp(root, { packages: wantedPackages(root), native: undefined });
    return undefined;
  }
  context.show('installing packages');
  const startedAt = Date.now();
  const npm = npmCommand(machine);
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const outcome = await runCommand(npm.command, [...npm.args, ...args], {
    cwd: root,
    env: machine.env,
    logFile,
    signal,
    timeoutMs: INSTALL_AT_MOST_MS,
  });
  if (!outcome.ok) throw installFailed(outcome);
  writeStamp(root, { packages: wantedPackages(root) });
  return `packages installed (${Math.round((Date.now() - startedAt) / 1000)} s)`;
}

function installFailed({ how, tail }) {
  return new SetupError(`the packages could not be installed: npm ci ${how}.`, {
    tail,
    next: `${adviceFor(tail)} The whole output is in .cache/setup.log.`,
  });
}

function adviceFor(tail) {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/.test(tail)) {
    return "The npm registry was not reached: check the connection (or npm's proxy and registry settings), then run the same command again.";
  }
  if (/EUSAGE|in sync/.test(tail)) return 'package.json and package-lock.json disagree: run "npm install" once.';
  if (/ENOSPC/.test(tail)) return 'The disk is full: make room, then run the same command again.';
  if (/EACCES|EPERM/.test(tail))
    return 'Some files belong to somebody else: make this folder your own, then run the same command again.';
  return 'Run the same command again.';
}

/** @param {string} root */
export function arePackagesInstalled(root, stamp) {
  return stamp.packages !== undefined && JSON.stringify(stamp.packages) === JSON.stringify(wantedPackages(root));
}

function wantedPackages(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return {
    lockSha256: createHash('sha256').update(lock).digest('hex'),
    abi: process.versions.modules,
    platform: `${process.platform}-${process.arch}`,
  };
}

/**
 * True when somebody ran `npm install` or `npm ci` without us. npm writes node_modules/.package-lock.json as the last
 * thing of an install, so an unfinished one never looks finished; only optional packages (other platforms) may lack.
 */
function isInstalledByHand(root) {
  // A stamp for something else means that the lock, Node or the platform changed after that install.
  if (readStamp(root).packages?.abi !== undefined && readStamp(root).packages.abi !== process.versions.modules)
    return false;
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const have = packagesOf(hidden);
  const want = packagesOf(join(root, 'package-lock.json'));
  delete want[''];
  const wanted = Object.entries(want).every(([path, entry]) => isSame(have[path], entry));
  return wanted && Object.keys(have).every((path) => path in want);
}

function isSame(have, want) {
  if (have === undefined) return want.optional === true || want.devOptional === true;
  const sameBytes = have.integrity === undefined || want.integrity === undefined || have.integrity === want.integrity;
  return have.version === want.version && have.link === want.link && sameBytes;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
