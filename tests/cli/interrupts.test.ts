import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { isInterruption } from '../../src/cli/interrupts.ts';
import { finished } from '../support/run-cli.ts';

const built = fileURLToPath(new URL('../../dist/cli/interrupts.js', import.meta.url));

/** A process that waits for its first signal, says so, and then waits for ever, as a stuck clean-up would. */
const script = `
  import { watchInterrupts } from ${JSON.stringify(built)};
  process.on('SIGINT', () => undefined); // a library that listens too
  const { signal } = watchInterrupts(() => console.log('first'), () => console.log('second'));
  signal.addEventListener('abort', () => console.log(signal.reason.code));
  setInterval(() => undefined, 1000);
  console.log('ready');
`;

async function signalled(...signals: readonly NodeJS.Signals[]) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = finished(child);
  await once(child.stdout, 'data');
  for (const signal of signals) {
    child.kill(signal);
    await once(child.stdout, 'data');
  }
  return end;
}

describe('signals', () => {
  it.each([['SIGINT'], ['SIGTERM']] as const)(
    'abort at the first %s and end the process at the second',
    async (signal) => {
      const { signal: endedBy, stdout, stderr } = await signalled(signal, signal);
      expect(stderr).toBe('');
      expect(stdout).toBe('ready\nfirst\ninterrupted\nsecond\n');
      expect(endedBy).toBe('SIGINT');
    },
  );
});

describe('an error after an interruption', () => {
  const aborted = AbortSignal.abort(new KnownError('interrupted', 'Stopped.'));

  it('is an interruption when it was foreseen or is an AbortError, and a bug stays a bug', () => {
    const abort = new Error('This operation was aborted');
    abort.name = 'AbortError';
    expect(isInterruption(aborted.reason, aborted)).toBe(true);
    expect(isInterruption(new KnownError('capture.interrupted', 'Nothing yet.'), aborted)).toBe(true);
    expect(isInterruption(abort, aborted)).toBe(true);
    expect(isInterruption(new TypeError('x is undefined'), aborted)).toBe(false);
  });

  it('is none when nothing was interrupted', () => {
    expect(isInterruption(new KnownError('a.b', 'What.'), new AbortController().signal)).toBe(false);
  });
});
