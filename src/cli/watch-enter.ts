export interface Enter {
  /** Resolves when a line has been typed; never when input ends without one, or is not there. */
  readonly pressed: Promise<void>;
  /** Lets go of the input, without which the process would not end. Safe to call twice. */
  stop(): void;
}

/** Listens for Enter, also through a pipe. Once the signal has fired it listens no more. */
export function watchEnter(signal: AbortSignal): Enter {
  const { stdin } = process;
  let resolve: () => void = () => undefined;
  const pressed = new Promise<void>((done) => {
    resolve = done;
  });
  const onData = (data: Buffer): void => {
    if (data.includes(10) || data.includes(13)) resolve();
  };
  const stop = (): void => {
    stdin.off('data', onData);
    signal.removeEventListener('abort', stop);
    stdin.pause();
  };
  if (!signal.aborted) {
    stdin.on('data', onData);
    signal.addEventListener('abort', stop, { once: true });
  }
  return { pressed, stop };
}

/** Waits for Enter: true; or for the signal: false. */
export async function waitForEnter(signal: AbortSignal): Promise<boolean> {
  const enter = watchEnter(signal);
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  try {
    if (!signal.aborted) await Promise.race([enter.pressed, aborted]);
    return !signal.aborted;
  } finally {
    enter.stop();
  }
}
