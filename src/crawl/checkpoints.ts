import type {
  CrawlChange,
  CrawlFacts,
  CrawlStore,
  ShownDate,
  StoredAddress,
  StoredDownload,
} from '../model/crawl-store.ts';
import type { Gap } from '../model/gap.ts';
import type { MovedPage } from '../model/snapshot.ts';

interface Pending {
  readonly addresses: Map<string, StoredAddress>;
  readonly downloads: Map<string, StoredDownload>;
  readonly gaps: Gap[];
  readonly recorded: number[];
  readonly leftOut: number[];
  readonly dates: ShownDate[];
  readonly moved: MovedPage[];
}

const nothing = (): Pending => ({
  addresses: new Map(),
  downloads: new Map(),
  gaps: [],
  recorded: [],
  leftOut: [],
  dates: [],
  moved: [],
});

/**
 * Gathers what changes in a crawl and commits it together with the place where the archive stands. Without a store it
 * gathers nothing, and the crawl cannot be gone on with.
 */
export class Checkpoints {
  readonly #store: CrawlStore | undefined;
  #facts: () => CrawlFacts = () => {
    throw new Error('A checkpoint was kept before the crawl had any facts.');
  };
  #pending = nothing();

  constructor(store: CrawlStore | undefined) {
    this.#store = store;
  }

  /** Tells where the counters are read when a checkpoint is kept. */
  readFactsFrom(facts: () => CrawlFacts): void {
    this.#facts = facts;
  }

  address(row: StoredAddress): void {
    if (this.#store) this.#pending.addresses.set(row.url, row);
  }

  download(row: StoredDownload): void {
    if (this.#store) this.#pending.downloads.set(row.url, row);
  }

  gap(gap: Gap): void {
    if (this.#store) this.#pending.gaps.push(gap);
  }

  /** @param mark of an address, undefined when it was known */
  mark(kind: 'recorded' | 'leftOut', mark: number | undefined): void {
    if (this.#store && mark !== undefined) this.#pending[kind].push(mark);
  }

  date(shown: ShownDate): void {
    if (this.#store) this.#pending.dates.push(shown);
  }

  moved(page: MovedPage): void {
    if (this.#store) this.#pending.moved.push(page);
  }

  /**
   * Commits everything so far. To be called by the sink, when everything it has been handed is safe and before it takes
   * anything else: that is what keeps archive and frontier in step.
   * @param archive where the archive stands, plain JSON
   */
  readonly keep = async (archive: unknown): Promise<void> => {
    if (!this.#store) return;
    const { addresses, downloads, gaps, recorded, leftOut, dates, moved } = this.#pending;
    this.#pending = nothing();
    const change: CrawlChange = {
      addresses: [...addresses.values()],
      downloads: [...downloads.values()],
      gaps,
      recorded,
      leftOut,
      dates,
      moved,
      facts: this.#facts(),
      archive,
    };
    await this.#store.commit(change);
  };
}
