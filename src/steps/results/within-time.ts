/** What `withinTime` gives when the time was up. */
export const timeIsUp = Symbol('time is up');

/**
 * Does `work` with a signal that fires when `signal` does, or after `timeoutMs`. Resolves to `timeIsUp` when it was the time
 * that ended it. `work` has to end when its signal fires.
 */
export async function withinTime<Value>(
  signal: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | typeof timeIsUp> {
  const controller = new AbortController();
  let isUp = false;
  const pass = () => controller.abort(signal.reason);
  const timer = setTimeout(() => {
    isUp = true;
    controller.abort(new Error(`It took longer than ${timeoutMs} ms.`));
  }, timeoutMs);
  signal.addEventListener('abort', pass, { once: true });
  if (signal.aborted) pass();
  try {
    return await work(controller.signal);
  } catch (error) {
    if (isUp && !signal.aborted) return timeIsUp;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', pass);
  }
}
