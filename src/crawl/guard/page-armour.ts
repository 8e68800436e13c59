/**
 * Runs in every document before the page's own scripts, sent there as text: it is whole by itself. A page that closes
 * itself would take its visit with it, one that does not let itself be left would take the next page's, and a few
 * thousand history entries at once stop Chromium as a whole.
 */
export function armPage(): void {
  const mostEntries = 200;
  window.close = () => undefined;
  for (const leaving of ['beforeunload', 'pagehide', 'unload', 'visibilitychange']) {
    addEventListener(leaving, (event) => event.stopImmediatePropagation(), true);
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = History.prototype[name];
    let entries = 0;
    History.prototype[name] = function (this: History, ...details: Parameters<typeof original>) {
      entries += 1;
      if (entries <= mostEntries) original.apply(this, details);
    };
  }
}
