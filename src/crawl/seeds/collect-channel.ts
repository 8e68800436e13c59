import type { Collect, Collected } from '../../model/public-site.ts';
import type { CrawlLoopDeps } from '../crawl-deps.ts';
import { makeGap } from '../gaps.ts';
import type { LinkIntake } from '../link-intake.ts';
import type { PaceRules } from '../polite/host-pace.ts';
import { normaliseUrl } from '../scope/normalise-url.ts';
import { RecordedSite } from './recorded-site.ts';

export interface CollectionOptions {
  readonly deps: CrawlLoopDeps;
  readonly links: LinkIntake;
  readonly pace: PaceRules;
  /** Hears of each address before it is asked. */
  readonly onAsk: (url: string) => void;
}

/** Lets a channel's own walk through its lists run, and takes in what it yields: pages, files to keep, gaps and notes. */
export class ChannelCollection {
  readonly #options: CollectionOptions;
  readonly #site: RecordedSite;
  readonly #notes = new Set<string>();

  constructor(options: CollectionOptions) {
    this.#options = options;
    this.#site = new RecordedSite(options.deps, options.pace, options.onAsk);
  }

  /** What was worth telling, each once. */
  get notes(): readonly string[] {
    return [...this.#notes];
  }

  restore(notes: readonly string[]): void {
    for (const note of notes) this.#notes.add(note);
  }

  /** @returns false when it was stopped on the way and has to be done again */
  async take(collect: Collect | undefined): Promise<boolean> {
    const { signal } = this.#options.deps.stop;
    if (collect === undefined || signal.aborted) return !signal.aborted;
    for await (const found of collect(this.#site)) {
      await this.#takeOne(found);
      if (signal.aborted) return false;
    }
    return !signal.aborted;
  }

  async #takeOne(found: Collected): Promise<void> {
    const { context } = this.#options.deps;
    if (found.kind === 'page') await this.#takePage(found.url);
    else if (found.kind === 'file') this.#takeFile(found);
    else if (found.kind === 'gap') this.#takeGap(found);
    else this.#notes.add(context.redactor.text(found.message));
  }

  async #takePage(address: string): Promise<void> {
    const url = normaliseUrl(address);
    if (url !== undefined) await this.#options.links.takeListed(url);
  }

  #takeFile({ url, referer }: Extract<Collected, { kind: 'file' }>): void {
    const { downloads, plan } = this.#options.deps;
    if (URL.canParse(url) && /^https?:/i.test(url)) downloads.addIfMissing(url, referer ?? plan.seeds[0] ?? url);
  }

  #takeGap({ reason, url, message, hint, count }: Extract<Collected, { kind: 'gap' }>): void {
    const { ledger, redactor, clock } = this.#options.deps.context;
    const gap = makeGap(reason, redactor.text(url), redactor.text(message), clock.now(), count);
    ledger.addGap(hint === undefined ? gap : { ...gap, hint });
  }
}
