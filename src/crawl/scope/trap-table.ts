import type { TrapName } from './trap-names.ts';

/** Links that do something rather than show something: none of them is followed. */
export const onceRules: readonly { readonly name: TrapName; readonly pattern: RegExp }[] = [
  { name: 'reply-link', pattern: /[?&]replyto(com)?=\d+/ },
  { name: 'login-link', pattern: /\/wp-(login|signup|activate)\.php(\?|$)|\/wp-admin(\/|$)/ },
  // With a session, following one of these would end it.
  {
    name: 'logout-link',
    pattern:
      /\/(log-?out|sign-?out|sign_out|ausloggen)(\.\w+)?\/?(\?|$)|\/(user|account|konto|auth)\/abmelden\/?(\?|$)|[?&]action=log-?out\b/i,
  },
  { name: 'share-link', pattern: /[?&]share=[a-z-]+(&nb=1)?$|\/sharer?(\.php)?\/?\?(.*&)?(u|url)=/i },
  { name: 'cart-link', pattern: /[?&](add-to-cart|add_to_cart|add_to_wishlist|add-to-compare|remove_item)=/ },
];

/** A rule that takes the first `limit` addresses of each family. */
export interface SampledRule {
  readonly name: TrapName;
  readonly limit: number;
  /** What the address has in common with its likes; undefined when the rule is not about it. */
  family(url: URL): string | undefined;
}

const loginPath = /\/(log-?in|sign-?in|sign_in|anmelden|einloggen|register|signup|sign-up|registrieren)(\.\w+)?\/?$/i;
const returnParameter =
  /^(next|return|return_?to|return_?url|redirect|redirect_?to|redirect_?ur[il]|continue|dest|destination|back|backurl|goto|referer|referrer)$/i;
const printParameter = /^(print|printable|printview|print_view)$/i;
const printValue = /^((format|view|output|layout)=(print|printable)|tmpl=component)$/i;
const feedPath = /\/(feed|feeds|rss)(\/(rss|rss2|atom|rdf|comments))?\/?$|\.(rss|atom)$|\/(rss|atom|feed)\.xml$/i;

/** Parameters that show the same things in another order or look, with the values that say so. */
const sorting: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(sort|sort_?by|order|order_?by|ordering|sort_?order|sort_?dir|sort_?direction)$/i, /[^\d]/],
  [/^(dir|direction|sord|asc|desc)$/i, /^(asc|desc|up|down|asc(ending)?|desc(ending)?|0|1)?$/i],
  [
    /^(view|layout|display|mode|style|list_?type|view_?mode)$/i,
    /^(list|grid|table|tiles?|cards?|compact|full|gallery|thumbs?|thumbnails?|liste|raster|kacheln|mobile|desktop)$/i,
  ],
  [/^(per_?page|page_?size|limit|results_?per_?page|items_?per_?page|ppp)$/i, /^(\d{1,4}|all|alle)$/i],
  // The column links of Apache's directory lists: ?C=N;O=D
  [/^C$/, /^[NMSD](;O=[AD])?$/],
];

export const sampledRules: readonly SampledRule[] = [
  {
    name: 'login-link',
    limit: 1,
    family: (url) =>
      loginPath.test(url.pathname) && [...url.searchParams.keys()].some((name) => returnParameter.test(name))
        ? url.origin + url.pathname
        : undefined,
  },
  {
    name: 'print-link',
    limit: 10,
    family: (url) =>
      [...url.searchParams].some(([name, value]) => printParameter.test(name) || printValue.test(`${name}=${value}`))
        ? url.origin
        : undefined,
  },
  {
    name: 'feed-link',
    limit: 50,
    family: (url) => (feedPath.test(url.pathname) || url.searchParams.has('feed') ? url.origin : undefined),
  },
  {
    name: 'sort-link',
    limit: 4,
    family: (url) => {
      const { yes, no } = split(url, ([name, value]) =>
        sorting.some(([names, values]) => names.test(name) && values.test(value)),
      );
      return yes.length > 0 ? `${url.origin}${url.pathname}?${no.join('&')}` : undefined;
    },
  },
];

/** The query's parameters that a rule is about, and the others; each `name=value`, in order of name. */
export function split(
  url: URL,
  isMeant: (parameter: readonly [name: string, value: string]) => boolean,
): { yes: readonly string[]; no: readonly string[] } {
  const all = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const write = ([name, value]: readonly [string, string]) => `${name}=${value}`;
  return { yes: all.filter(isMeant).map(write), no: all.filter((one) => !isMeant(one)).map(write) };
}

const longestAddress = 2_000;
const deepestPath = 30;

/** Longer than any address people write; browsers and servers begin to disagree about here. */
export function isLong(address: string): boolean {
  return address.length > longestAddress;
}

/**
 * A path in which one to four segments come three times in a row, as relative links on a page that answers under any
 * address make them: `/a/b/a/b/a/b`. A number may repeat: `/2011/11/11/11` is a date and a post.
 */
export function isRepeating(path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.length > deepestPath) return true;
  for (let length = 1; length <= 4; length += 1) {
    for (let start = 0; start + 3 * length <= segments.length; start += 1) {
      const [first, second, third] = [0, 1, 2].map((turn) =>
        segments.slice(start + turn * length, start + (turn + 1) * length).join('/'),
      );
      if (first === second && second === third && !/^[\d/]+$/.test(first ?? '')) return true;
    }
  }
  return false;
}
