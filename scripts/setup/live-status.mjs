/**
 * A sign of life while something long runs: one line at a terminal, rewritten every second; silent elsewhere.
 * @param {NodeJS.WriteStream} [stream]
 */
export function liveStatus(stream = process.stderr) {
  let text = '';
  let since = 0;
  let timer;
  const draw = () => stream.write(`\r\u001b[2KSetup: ${text} … ${Math.round((Date.now() - since) / 1000)} s`);
  return {
    /** @param {string} what */
    show(what) {
      if (!stream.isTTY || text === what) return;
      text = what;
      since = Date.now();
      timer ??= setInterval(draw, 1000);
      draw();
    },
    /** Wipes the line, so that the next words begin on a clean one. Safe to call twice. */
    clear() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      text = '';
      stream.write('\r\u001b[2K');
    },
  };
}
