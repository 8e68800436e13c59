import type { SearchedPost } from './search-parts.ts';

interface Settings {
  readonly reading: string;
  readonly none: string;
  readonly one: string;
  readonly many: string;
  readonly prompt: string;
  readonly locale: string;
  readonly undated: string;
  readonly kinds: Readonly<Record<string, string>>;
}

/** As much of MiniSearch 7 as is used here. */
interface Index {
  addAllAsync(posts: readonly object[], options: { chunkSize: number }): Promise<void>;
  search(
    query: object,
    options: object,
  ): { readonly id: number; readonly terms: readonly string[]; readonly queryTerms: readonly string[] }[];
}

interface Search {
  readonly form: HTMLFormElement;
  readonly settings: Settings;
  readonly posts: readonly SearchedPost[];
  readonly index: Index;
  hits: readonly number[];
  shown: number;
  words: readonly string[];
}

declare global {
  var MiniSearch: new (options: object) => Index;
  var lastpostPosts: SearchedPost[] | undefined;
}

// The functions below run in the export, sent there as text: together they are whole and use nothing else of this module.

/**
 * A word in the two spellings it is looked up in, as the search of the ledger does it: without accents, umlauts and the e
 * that may stand for one (Munchen), and with umlauts written out (Muenchen).
 */
function foldWord(word: string): string[] {
  const lower = word.normalize('NFC').toLowerCase().replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/ø/g, 'ö');
  const bare = (text: string) =>
    text
      .normalize('NFKD')
      .replace(
        /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu,
        '',
      );
  const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
  const long = bare(lower.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter));
  const plain = bare(lower).replace(/(?<![aeiouyq])([aou])e(?=[^aeiouy])|(?<![aeiouyq])(a)e(?=u)/g, '$1$2');
  return plain === long ? [plain] : [plain, long];
}

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  // Chinese, Japanese and Thai put no spaces between words: every sign is one.
  return words.flatMap((word) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word) ? [...word] : [word],
  );
}

function chosen({ form }: Search, name: string): string {
  return form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? '';
}

function fitsChoice(search: Search, post: SearchedPost): boolean {
  const fits = (name: string, value: string) => ['*', value].includes(chosen(search, name));
  return fits('channel', post.c) && fits('kind', post.k) && fits('year', post.y);
}

function byDate(posts: readonly SearchedPost[]): (a: number, b: number) => number {
  return (a, b) => (posts[b]?.d ?? '').localeCompare(posts[a]?.d ?? '') || b - a;
}

/** What stands in quotes has to stand so in the post. */
function phrasesOf(query: string): string[] {
  return [...query.matchAll(/"([^"]+)"|„([^“”"]+)[“”"]/g)].map((match) =>
    wordsOf(match[1] ?? match[2] ?? '')
      .map((word) => foldWord(word)[0])
      .join(' '),
  );
}

function holdsPhrases(post: SearchedPost, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true;
  const text = ` ${wordsOf(`${post.t} ${post.x} ${post.o}`)
    .map((word) => foldWord(word)[0])
    .join(' ')} `;
  return phrases.every((phrase) => text.includes(` ${phrase} `));
}

function findPosts(search: Search): void {
  const query = chosen(search, 'q').trim();
  const { posts, index } = search;
  const fits = (place: number) => posts[place] !== undefined && fitsChoice(search, posts[place]);
  if (query === '') {
    search.hits = posts
      .map((_post, place) => place)
      .filter(fits)
      .sort(byDate(posts));
    search.words = [];
  } else {
    const phrases = phrasesOf(query);
    const queries = wordsOf(query).map((word) => ({ combineWith: 'OR', queries: foldWord(word) }));
    const asIs = { tokenize: (term: string) => [term], processTerm: (term: string) => term };
    const found = index.search({ combineWith: 'AND', queries }, { ...asIs, prefix: true, boost: { t: 2 } });
    search.words = [...new Set(found.flatMap(({ terms }) => terms))];
    search.hits = found
      .map(({ id }) => id)
      .filter((place) => fits(place) && holdsPhrases(posts[place] as SearchedPost, phrases));
  }
  search.shown = 0;
  document.querySelector('#results')?.replaceChildren();
  tellState(search, query);
  showMore(search);
}

function tellState({ hits, settings, posts }: Search, query: string): void {
  const state = document.querySelector('#state');
  if (state === null) return;
  const count = (number: number) => number.toLocaleString(settings.locale);
  if (query === '' && hits.length === posts.length) {
    state.textContent = settings.prompt.replace('#', count(posts.length));
  } else if (hits.length === 0) state.textContent = settings.none;
  else state.textContent = hits.length === 1 ? settings.one : settings.many.replace('#', count(hits.length));
}

function showMore(search: Search): void {
  const next = search.hits.slice(search.shown, search.shown + 30);
  const results = document.querySelector('#results');
  for (const place of next) {
    const post = search.posts[place];
    if (post !== undefined) results?.append(resultOf(post, search));
  }
  search.shown += next.length;
  const more = document.querySelector<HTMLButtonElement>('#more');
  if (more !== null) more.hidden = search.shown >= search.hits.length;
}

function resultOf(post: SearchedPost, search: Search): HTMLElement {
  const { settings } = search;
  const card = document.createElement('article');
  card.className = 'card';
  const meta = document.createElement('p');
  meta.className = 'meta';
  const date = new Date(post.d);
  const day = Number.isNaN(date.getTime())
    ? settings.undated
    : new Intl.DateTimeFormat(settings.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  meta.textContent = [post.c, settings.kinds[post.k] ?? post.k, day].join(' · ');
  const title = document.createElement('h2');
  title.dir = 'auto';
  const link = document.createElement('a');
  link.href = `posts/${post.p}.html`;
  link.append(...marked(post.t === '' ? day : post.t, search.words));
  title.append(link);
  const text = document.createElement('p');
  text.dir = 'auto';
  text.append(...marked(excerptAround(post, search.words), search.words));
  card.append(meta, title, text);
  return card;
}

function hasWord(text: string, words: readonly string[]): boolean {
  return wordsOf(text).some((word) => foldWord(word).some((form) => words.includes(form)));
}

/** The part of a text where the first of the words stands. */
function excerptAround(post: SearchedPost, words: readonly string[]): string {
  const isIn = (part: string) => hasWord(part, words);
  const text = (isIn(post.x) || !isIn(post.o) ? post.x : post.o).replace(/\s+/g, ' ');
  const parts = text.split(/(?<=[.!?…]) /);
  const hit = words.length === 0 ? 0 : Math.max(0, parts.findIndex(isIn));
  const from = parts.slice(hit).join(' ');
  const cut = from.length > 260 ? `${[...from.slice(0, 260)].slice(0, -1).join('')}…` : from;
  return hit === 0 ? cut : `… ${cut}`;
}

/** A text with the words that were found in marks. */
function marked(text: string, words: readonly string[]): (string | HTMLElement)[] {
  if (words.length === 0) return [text];
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((part) => {
    if (!hasWord(part, words)) return part;
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

/** The address keeps what is looked for, so that it can be gone back to. */
function keepInAddress(search: Search): void {
  const kept = new URLSearchParams();
  for (const name of ['q', 'channel', 'kind', 'year']) {
    const value = chosen(search, name);
    if (value !== '' && value !== '*') kept.set(name, value);
  }
  try {
    history.replaceState(null, '', kept.size === 0 ? location.pathname : `?${kept}`);
  } catch {
    // Some browsers do not let a page from the disk change its address; the search goes on without.
  }
}

function takeFromAddress(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value)) {
      field.value = value;
    }
  }
}

async function startSearch(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('#search');
  const state = document.querySelector('#state');
  if (form === null || state === null) return;
  const settings = JSON.parse(form.dataset.settings ?? '{}') as Settings;
  const posts = globalThis.lastpostPosts ?? [];
  takeFromAddress(form);
  state.textContent = settings.reading.replace('#', posts.length.toLocaleString(settings.locale));
  const index = new MiniSearch({ fields: ['t', 'x', 'o'], tokenize: wordsOf, processTerm: foldWord });
  await index.addAllAsync(
    posts.map(({ t, x, o }, id) => ({ id, t, x, o })),
    { chunkSize: 200 },
  );
  const search: Search = { form, settings, posts, index, hits: [], shown: 0, words: [] };
  const renew = () => {
    findPosts(search);
    keepInAddress(search);
  };
  form.addEventListener('input', renew);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    renew();
  });
  document.querySelector('#more')?.addEventListener('click', () => showMore(search));
  findPosts(search);
}

const parts = [
  foldWord,
  wordsOf,
  chosen,
  fitsChoice,
  byDate,
  phrasesOf,
  holdsPhrases,
  findPosts,
  tellState,
  showMore,
  resultOf,
  hasWord,
  excerptAround,
  marked,
  keepInAddress,
  takeFromAddress,
  startSearch,
] as const;

/** The search's script as it lies in the export. */
export function searchScript(): string {
  // esbuild, which runs our TypeScript in development, wraps functions that have a name in a call of its own.
  const head = "'use strict';\nconst __name = (named) => named;";
  return [head, ...parts.map(String), 'startSearch();'].join('\n');
}
