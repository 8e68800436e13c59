import { pathSegments } from '../address.ts';
import type { SiteLink } from './sighting.ts';

/** Where brands say where else they are, in the languages we know best, surest first. */
const places: readonly (readonly [words: RegExp, worth: number])[] = [
  [/impressum|imprint|legal[- ]?notice|mentions[- ]?l[ée]gales|colophon/i, 6],
  [/kontakt|contact|contacto|contatti/i, 6],
  [/social|follow|folg(en|t)|community|find us|hier sind wir|kan[aä]le|channels|newsletter/i, 6],
  [/about|ueber|über|who we are|wir sind|a[- ]propos|chi siamo/i, 5],
  [/presse?\b|press\b|newsroom|media\b|medien/i, 4],
  [/blog|news|aktuell|magazin|journal/i, 3],
];
const files = /\.(pdf|zip|jpe?g|png|gif|webp|svg|mp[34]|docx?|xlsx?|ics|xml|json|css|js)$/i;
const inside = /\/(wp-admin|wp-login|login|logout|cart|warenkorb|checkout|kasse|account|konto|feed|search|suche)\b/i;

/** The pages of a site that are still to be read, those that promise most first. */
export class PageQueue {
  readonly #worth = new Map<string, number>();
  readonly #taken = new Set<string>();

  constructor(front: string) {
    this.#worth.set(keyOf(front), Number.POSITIVE_INFINITY);
  }

  add(links: readonly SiteLink[]): void {
    for (const link of links) {
      const key = keyOf(link.url);
      const worth = worthOf(link);
      if (worth > 0 && !this.#taken.has(key)) this.#worth.set(key, Math.max(worth, this.#worth.get(key) ?? 0));
    }
  }

  /** An address that answered under another name need not be asked again. */
  seen(url: string): void {
    this.#taken.add(keyOf(url));
    this.#worth.delete(keyOf(url));
  }

  next(): string | undefined {
    let best: string | undefined;
    for (const [url, worth] of this.#worth) {
      if (best === undefined || worth > (this.#worth.get(best) ?? 0)) best = url;
    }
    if (best !== undefined) this.seen(best);
    return best;
  }
}

function keyOf(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** 0 for what is no page to read. */
function worthOf({ url, text, isInFrame }: SiteLink): number {
  const { pathname, search } = new URL(url);
  if (files.test(pathname) || inside.test(pathname) || search.length > 40) return 0;
  if (text === 'refresh') return 7;
  const what = `${pathSegments(pathname).join(' ').replace(/[-_]/g, ' ')} ${text.slice(0, 60)}`;
  const known = places.find(([words]) => words.test(what))?.[1] ?? 0;
  // A deep page about "news from 2014" promises less than the one in the menu.
  return known + (isInFrame ? 1 : 0) + 1 / (1 + pathname.split('/').length);
}
