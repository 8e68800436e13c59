/** Trouble that setup foresaw: what happened, the end of the tool's own words, and what to do next. */
export class SetupError extends Error {
  /**
   * @param {string} message what happened, one sentence
   * @param {{ next?: string, tail?: string, cause?: unknown }} [more]
   */
  constructor(message, more = {}) {
    super(message, { cause: more.cause });
    this.name = 'SetupError';
    this.next = more.next;
    this.tail = more.tail;
  }
}

/** Somebody pressed Ctrl-C or the machine is going down; nothing unfinished is trusted by the next run. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signalName */
  constructor(signalName) {
    super('Setup was interrupted. Nothing is half done: run the same command again to go on.');
    this.name = 'Interrupted';
    this.exitCode = signalName === 'SIGTERM' ? 143 : 130;
  }
}
