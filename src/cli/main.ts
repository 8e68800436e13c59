import { systemErrorCode } from '../base/known-error.ts';
import { runCli } from './run-cli.ts';

/** `lastpost | head` closes our stdout early; that is no error. Anything else on a stream is. */
function quietBrokenPipe(error: Error): void {
  if (systemErrorCode(error) !== 'EPIPE') throw error;
}

/** The process's way in: reads the environment, runs the line, sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', quietBrokenPipe);
  process.stderr.on('error', quietBrokenPipe);
  process.exitCode = await runCli(argv, {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    colourAllowed: (process.env.NO_COLOR ?? '') === '',
    canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
    liveAllowed: process.env.TERM !== 'dumb',
  });
}
