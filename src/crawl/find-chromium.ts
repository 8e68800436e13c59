import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { KnownError } from '../base/known-error.ts';
import { findEndpoint, isEndpoint } from './browser/endpoint.ts';

export interface FoundChromium {
  /** Of the program; the address, of a browser that runs elsewhere. */
  readonly path: string;
  /** `156.0.8078.79`, or `unknown` when the program would not say. */
  readonly version: string;
  readonly source: 'chosen' | 'playwright' | 'system' | 'remote';
}

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];

const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where the search looks beside Playwright's folder; the environment is the caller's, `process.env` as a rule. */
function systemPlaces(environment: Readonly<Record<string, string | undefined>>): string[] {
  if (process.platform === 'darwin') return macPrograms;
  if (process.platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? windowsPrograms.map((program) => join(root, program)) : []));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, command)));
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Windows browsers open a window on --version, so there the answer is `unknown`. */
async function versionOf(path: string): Promise<string> {
  if (process.platform === 'win32') return 'unknown';
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 15_000 });
    return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/**
 * Finds the browser to capture with: the one given, else Playwright's own, else Chrome, Chromium or Edge on the system.
 * @param explicitPath a program to use and nothing else, or the address of a browser that runs elsewhere
 * @param environment where PATH and the like are read
 * @throws KnownError `browser.not-found`, `browser.unreachable`, `browser.playwright-server`
 */
export async function findChromium(
  explicitPath?: string,
  environment: Readonly<Record<string, string | undefined>> = globalThis.process.env,
): Promise<FoundChromium> {
  const chosen = explicitPath ?? environment.LASTPOST_BROWSER;
  if (chosen && isEndpoint(chosen)) {
    const { version } = await findEndpoint(chosen);
    return { path: chosen, version, source: 'remote' };
  }
  if (chosen) {
    if (await isProgram(chosen)) return { path: chosen, version: await versionOf(chosen), source: 'chosen' };
    throw new KnownError('browser.not-found', `There is no program at ${chosen}.`, {
      hint: 'Give the path of Chrome, Chromium or Edge with --browser, or leave it out to search for one.',
    });
  }
  const own = chromium.executablePath();
  if (own && (await isProgram(own))) return { path: own, version: await versionOf(own), source: 'playwright' };
  for (const path of systemPlaces(environment)) {
    if (await isProgram(path)) return { path, version: await versionOf(path), source: 'system' };
  }
  throw new KnownError('browser.not-found', 'No Chrome, Chromium or Edge was found on this machine.', {
    hint: 'Install one, run "npx playwright-core install chromium", or name it with --browser PATH.',
  });
}
