import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './run-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 150;
const TUESDAY = 2;

/** A Tuesday some months from now, YYYY-MM-DD: the program has the machine's clock, and rehearses no more than five years. */
export const LAST_DAY = tuesdayFrom(Date.now() + AHEAD_DAYS * DAY_MS);

function tuesdayFrom(ms: number): string {
  const days = (TUESDAY - new Date(ms).getUTCDay() + 7) % 7;
  return new Date(ms + days * DAY_MS).toISOString().slice(0, 10);
}

/** What leave-x asks for. */
export const LEAVE_X = [
  'leave-x',
  ...['channel=x', 'mode=delete', `last_day=${LAST_DAY}`].flatMap((one) => ['--input', one]),
];

let made: Promise<string> | undefined;

/**
 * A workspace as people make it, by the real program: one channel, Anna and Ines for the brand, Lena for legal, who has no
 * address. Made once in a process, which several files of tests share; each test has a copy.
 */
export async function rehearsalWorkspace(): Promise<string> {
  made ??= makeWorkspace();
  const cwd = await temporaryFolder();
  await cp(await made, cwd, { recursive: true });
  return cwd;
}

async function makeWorkspace(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'lastpost-test-'));
  process.once('exit', () => rmSync(cwd, { recursive: true, force: true }));
  const lines = [
    ['init', '--brand', 'Aurora', '--timezone', 'Europe/Berlin'],
    ['channel', 'add', 'https://x.com/aurora'],
    [
      'person',
      'add',
      'anna',
      '--name',
      'Anna Berg',
      '--role',
      'brand',
      '--role',
      'it',
      '--email',
      'anna@aurora.example',
    ],
    [
      'person',
      'add',
      'ines',
      '--name',
      'Ines Kuhn',
      '--role',
      'brand',
      '--role',
      'service',
      '--email',
      'ines@aurora.example',
    ],
    ['person', 'add', 'lena', '--name', 'Lena Maurer', '--role', 'legal'],
  ];
  for (const line of lines) {
    const { code, stderr } = await runCli(line, { cwd });
    if (code !== 0) throw new Error(stderr);
  }
  return cwd;
}
