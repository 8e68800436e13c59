/** Addresses that a style sheet or a picture has are asked for once a snapshot, not once a page. */
const MOST_KEPT = 100_000;

/** What the replay answered for an address that many pages share. */
export class AskedBefore {
  readonly #statuses = new Map<string, number>();

  /** Answers of the replay for `urls`; `ask` gets those that nobody has asked for yet. */
  async statuses(
    urls: readonly string[],
    ask: (urls: readonly string[]) => Promise<readonly number[]>,
  ): Promise<ReadonlyMap<string, number>> {
    const fresh = [...new Set(urls)].filter((url) => !this.#statuses.has(url));
    const answers = fresh.length === 0 ? [] : await ask(fresh);
    const found = new Map(fresh.map((url, index) => [url, answers[index] ?? 0]));
    const all = new Map(urls.map((url) => [url, found.get(url) ?? this.#statuses.get(url) ?? 0]));
    for (const [url, status] of found) {
      if (this.#statuses.size < MOST_KEPT) this.#statuses.set(url, status);
    }
    return all;
  }
}
