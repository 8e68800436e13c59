import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeMarkup } from '../escape-markup.ts';
import { framed, type Site } from './frame.ts';
import type { Facet, ListOutline, Outline } from './outline.ts';
import { countText, dayText, type Texts } from './texts.ts';

export const POSTS_A_PAGE = 50;

/**
 * Writes the pages of one list, newest post first, while the posts come oldest first: a post's page and place follow from
 * how many there are. Holds the cards of two pages at most.
 */
export class ListPages {
  readonly #list: ListOutline;
  readonly #open = new Map<number, (string | undefined)[]>();
  #dated = 0;
  #undated = 0;

  constructor(list: ListOutline) {
    this.#list = list;
  }

  /** @returns the page that is now whole, with its cards; undefined while there is none */
  add(card: string, isDated: boolean): { readonly page: number; readonly cards: readonly string[] } | undefined {
    const { dated, undated } = this.#list;
    const place = isDated ? dated - 1 - this.#dated++ : dated + this.#undated++;
    const page = Math.floor(place / POSTS_A_PAGE);
    const cards = this.#open.get(page) ?? [];
    this.#open.set(page, cards);
    cards[place % POSTS_A_PAGE] = card;
    const wanted = Math.min(POSTS_A_PAGE, dated + undated - page * POSTS_A_PAGE);
    const had = cards.filter((known) => known !== undefined);
    if (had.length < wanted) return undefined;
    this.#open.delete(page);
    return { page, cards: had };
  }
}

export function listFile({ name }: ListOutline, page: number): string {
  return page === 0 ? `${name}.html` : `${name}-page-${page + 1}.html`;
}

/** Writes one page of a list. */
export async function writeListPage(
  folder: string,
  site: Site,
  outline: Outline,
  list: ListOutline,
  { page, cards }: { readonly page: number; readonly cards: readonly string[] },
): Promise<void> {
  const { texts } = site;
  const count = list.dated + list.undated;
  const pages = Math.max(1, Math.ceil(count / POSTS_A_PAGE));
  const name = listTitle(list, texts);
  const where = pages === 1 ? '' : texts.page(countText(page + 1, texts), countText(pages, texts));
  const main = `<div class="list-head">
<h1>${escapeMarkup(name)}</h1>
<p class="meta">${summary(list, outline, texts)}${where === '' ? '' : ` · ${where}`} <a class="to-filter" href="#filter">${texts.filter} ↓</a></p>
</div>
${cards.length === 0 ? `<p>${texts.nothingYet}</p>` : cards.join('\n')}
${pager(list, page, pages, texts)}`;
  const title = [list.facet === 'all' && page === 0 ? '' : name, where].filter((part) => part !== '').join(', ');
  const html = framed(site, { title, up: '', aside: facets(outline, list, texts), main });
  await writeFile(join(folder, listFile(list, page)), html);
}

export function listTitle({ facet, value }: ListOutline, texts: Texts): string {
  if (facet === 'all') return texts.allPosts;
  if (facet === 'kind') return texts.kindPlural[value as keyof Texts['kindPlural']] ?? value;
  return facet === 'year' && value === '' ? texts.undated : value;
}

function summary({ facet, dated, undated }: ListOutline, { first, last }: Outline, texts: Texts): string {
  const count = dated + undated;
  const posts = texts.posts(countText(count, texts), count === 1);
  if (facet !== 'all' || first === null) return posts;
  return `${posts} · ${texts.span(dayText(first, texts), dayText(last, texts))}`;
}

function facets(outline: Outline, current: ListOutline, texts: Texts): string {
  const all = outline.facet('all')[0];
  const group = (facet: Facet, title: string) => {
    const lists = outline.facet(facet);
    if (lists.length < 2) return '';
    return `<h2>${title}</h2>\n<ul>${lists.map((list) => facetItem(list, current, texts)).join('')}</ul>`;
  };
  return `<nav class="facets" id="filter" aria-label="${texts.filter}">
${all === undefined ? '' : `<ul>${facetItem(all, current, texts)}</ul>`}
${group('channel', texts.channels)}
${group('kind', texts.kinds)}
${group('year', texts.years)}
</nav>`;
}

function facetItem(list: ListOutline, current: ListOutline, texts: Texts): string {
  const here = list === current ? ' aria-current="page"' : '';
  const count = countText(list.dated + list.undated, texts);
  return `<li><a href="${listFile(list, 0)}"${here}><span dir="auto">${escapeMarkup(listTitle(list, texts))}</span> <span class="count">${count}</span></a></li>`;
}

function pager(list: ListOutline, page: number, pages: number, texts: Texts): string {
  if (pages === 1) return '';
  const near = [0, page - 1, page, page + 1, pages - 1].filter((number) => number >= 0 && number < pages);
  const numbers = [...new Set(near)].map((number, index, all) => {
    const gap = index > 0 && number - (all[index - 1] ?? 0) > 1 ? '<li aria-hidden="true">…</li>' : '';
    const here = number === page ? ' aria-current="page"' : '';
    return `${gap}<li><a href="${listFile(list, number)}"${here}>${countText(number + 1, texts)}</a></li>`;
  });
  const link = (to: number, rel: string, text: string) =>
    to < 0 || to >= pages ? '<span></span>' : `<a rel="${rel}" href="${listFile(list, to)}">${text}</a>`;
  return `<nav class="pager" aria-label="${texts.pages}">${link(page - 1, 'prev', `← ${texts.newer}`)}<ol>${numbers.join('')}</ol>${link(page + 1, 'next', `${texts.older} →`)}</nav>`;
}
