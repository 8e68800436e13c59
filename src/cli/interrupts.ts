import { KnownError } from '../base/known-error.ts';

export interface Interrupts {
  readonly signal: AbortSignal;
  /** Gives the signals back to Node. Safe to call twice. */
  stop(): void;
}

/**
 * The first SIGINT or SIGTERM aborts `signal` and calls `onFirst`; the next one calls `onSecond` and then ends the
 * process by SIGINT itself, which shells report as 130. Nothing is tidied up then: that is what a second Ctrl-C asks for.
 */
export function watchInterrupts(onFirst: () => void, onSecond: () => void): Interrupts {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  const stop = (): void => {
    for (const name of names) process.removeListener(name, onSignal);
  };
  function onSignal(): void {
    if (!controller.signal.aborted) {
      onFirst();
      controller.abort(
        new KnownError('interrupted', 'Stopped before it was done.', { hint: 'Run it again to start over.' }),
      );
      return;
    }
    onSecond();
    stop();
    // A library may listen as well, and a listener keeps the signal from ending the process.
    process.removeAllListeners('SIGINT');
    process.kill(process.pid, 'SIGINT');
  }
  for (const name of names) process.on(name, onSignal);
  return { signal: controller.signal, stop };
}

/** True when an error only came because of the abort: foreseen trouble after it, or Node's own AbortError. A bug stays one. */
export function isInterruption(error: unknown, signal: AbortSignal): boolean {
  if (!signal.aborted) return false;
  return error instanceof KnownError || (error instanceof Error && error.name === 'AbortError');
}
