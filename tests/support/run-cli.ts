import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/lastpost.js', import.meta.url));
const built = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface CliRun {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command line as a child process; none of this process's streams is a terminal to it. */
export function spawnCli(
  args: readonly string[],
  { cwd, env }: CliOptions = {},
  stdin: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  if (!existsSync(built))
    throw new Error('dist/cli/main.js is missing: these tests run the built program. First: npm run build');
  const { NO_COLOR: _noColor, FORCE_COLOR: _forceColor, ...rest } = process.env;
  return spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...rest, ...env },
    stdio: [stdin, 'pipe', 'pipe'],
  });
}

/** Waits for a child's end and gives everything it wrote. */
export async function finished(child: ChildProcess): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return finished(spawnCli(args, options));
}
