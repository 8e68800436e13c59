import type { Scope } from '../../model/crawl-plan.ts';
import type { ShownDate } from '../../model/crawl-store.ts';
import type { SeenPage } from './calendar-trap.ts';
import type { TrapName } from './trap-names.ts';
import { TrapRules } from './trap-rules.ts';

/** In, or the rule that leaves an address out: what the report counts by. */
export type ScopeVerdict = 'in' | 'other-host' | 'outside-prefix' | 'seeds-only' | 'excluded' | 'too-deep' | TrapName;

/** Decides what belongs to a crawl. Seeds widen it when they redirect to another host. */
export class ScopeRules {
  readonly #scope: Scope;
  readonly #traps: TrapRules;
  readonly #hosts = new Set<string>();
  readonly #prefixes: { readonly host: string; readonly path: string }[] = [];

  /** @param now when the crawl began: calendars are followed a year beyond it */
  constructor(scope: Scope, seeds: readonly string[], now: Date) {
    this.#scope = scope;
    this.#traps = new TrapRules(now);
    for (const seed of seeds) this.addSeed(seed);
  }

  /** Takes in a seed's host (and its folder, for a prefix crawl). */
  addSeed(seed: string): void {
    const url = new URL(seed);
    this.#hosts.add(url.host);
    this.#prefixes.push({ host: url.host, path: url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1) });
  }

  /** True for what a person does not want, whoever names it. */
  isExcluded(address: string): boolean {
    return this.#scope.exclude.some((pattern) => pattern.test(address));
  }

  /**
   * What a person names with an include pattern, or a sitemap lists, is taken whatever the traps say. Asking again changes
   * nothing.
   */
  verdict(address: string, depth: number, isListed = false): ScopeVerdict {
    const { include, kind, maxDepth } = this.#scope;
    if (this.isExcluded(address)) return 'excluded';
    const asked = include.some((pattern) => pattern.test(address));
    const place = asked ? 'in' : this.#place(address, kind);
    if (place !== 'in') return place;
    if (depth > maxDepth) return 'too-deep';
    return (asked || isListed ? undefined : this.#traps.verdict(address)) ?? 'in';
  }

  /**
   * Learns from a page that was visited what the next ones of its kind will show.
   * @returns what a resumed crawl has to be told by `remember`
   */
  visited(address: string, page: SeenPage): ShownDate | undefined {
    return this.#traps.visited(address, page);
  }

  /** Learns what an earlier process has seen. */
  remember(date: ShownDate): void {
    this.#traps.remember(date);
  }

  #place(address: string, kind: Scope['kind']): ScopeVerdict {
    if (kind === 'page') return 'seeds-only';
    const url = new URL(address);
    if (!this.#hosts.has(url.host)) return 'other-host';
    if (kind === 'host') return 'in';
    const inside = this.#prefixes.some(({ host, path }) => url.host === host && url.pathname.startsWith(path));
    return inside ? 'in' : 'outside-prefix';
  }
}
