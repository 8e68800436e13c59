import type { DevtoolsConnection } from '../browser/devtools-connection.ts';

export interface StuckWatch {
  end(): void;
}

/**
 * Asks a page again and again whether it still answers. A script that keeps it from answering (a loop without end, a
 * dialog after a dialog, a `beforeunload` that will not return) is stopped, so that the rest of the page can be had.
 * @param onStopped called each time a script was stopped
 */
export function watchForStuck(
  devtools: DevtoolsConnection,
  sessionId: string,
  unresponsiveMs: number,
  onStopped: () => void,
): StuckWatch {
  let askedMs: number | undefined;
  const ask = () => {
    askedMs = performance.now();
    devtools
      .send('Runtime.evaluate', { expression: '0', silent: true }, sessionId)
      .catch(() => undefined)
      .finally(() => {
        askedMs = undefined;
      });
  };
  const look = () => {
    if (askedMs === undefined) return ask();
    if (performance.now() - askedMs < unresponsiveMs) return;
    askedMs = performance.now();
    onStopped();
    devtools.send('Runtime.terminateExecution', {}, sessionId).catch(() => undefined);
  };
  const timer = setInterval(look, Math.max(100, unresponsiveMs / 10));
  timer.unref();
  return { end: () => clearInterval(timer) };
}
