import { type ChildProcess, spawn } from 'node:child_process';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import type { SecretHider } from '../secrets/hide-secrets.ts';
import { endGroup } from './end-group.ts';
import { KeptOutput } from './kept-output.ts';

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** All that its environment has. */
  readonly environment: Readonly<Record<string, string>>;
  /** As it may be shown. */
  readonly name: string;
}

export interface EndedProgram {
  /** null when a signal ended it. */
  readonly exit: number | null;
  readonly endedBy: NodeJS.Signals | null;
  readonly stdout: KeptOutput;
  readonly stderr: KeptOutput;
}

/** A program that has ended may leave others behind that hold its output open. */
const OUTPUT_GRACE_MS = 1000;

/**
 * Runs a program to its end, without a shell and without input, in a process group of its own, which is ended whole when the
 * signal fires.
 * @throws KnownError `command.not-found`, `command.cannot-run`; the reason of the signal after all of the group has ended
 */
export async function runProgram(program: Program, hider: SecretHider, signal: AbortSignal): Promise<EndedProgram> {
  signal.throwIfAborted();
  const child = await start(program);
  const [stdout, stderr] = [new KeptOutput(hider), new KeptOutput(hider)];
  child.stdout?.on('data', (piece: Buffer) => stdout.add(piece));
  child.stderr?.on('data', (piece: Buffer) => stderr.add(piece));
  let ending: Promise<void> | undefined;
  const stop = () => {
    ending ??= endGroup(child);
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const { exit, endedBy } = await ended(child);
    await ending;
    signal.throwIfAborted();
    return { exit, endedBy, stdout, stderr };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function start({ file, args, folder, environment, name }: Program): Promise<ChildProcess> {
  const options = { cwd: folder, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] as const };
  try {
    const child = spawn(file, args, { ...options, stdio: [...options.stdio] });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } catch (error) {
    // The message of the system shows the arguments, which may be secret.
    const code = systemErrorCode(error) ?? 'unknown';
    if (code === 'ENOENT') {
      // biome-ignore lint/style/useErrorCause: see above
      throw new KnownError('command.not-found', `There is no program ${name}, or no folder to run it in.`, {
        hint: `Check its spelling and PATH (${environment.PATH ?? 'not set'}), and the step's folder.`,
        exitCode: 2,
      });
    }
    // biome-ignore lint/style/useErrorCause: see above
    throw new KnownError('command.cannot-run', `The program ${name} cannot be run (${code}).`, {
      hint: 'Check that it is a program and that you may run it.',
      exitCode: 2,
    });
  }
}

function ended(child: ChildProcess): Promise<{ exit: number | null; endedBy: NodeJS.Signals | null }> {
  return new Promise((resolve) => {
    child.once('exit', (exit, endedBy) => {
      const giveUp = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, OUTPUT_GRACE_MS);
      child.once('close', () => {
        clearTimeout(giveUp);
        resolve({ exit, endedBy });
      });
    });
  });
}
