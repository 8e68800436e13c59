import { escapeHtml } from '../../../base/escape-html.ts';
import { dayIn, numberIn } from '../../../base/local-format.ts';
import type {
  BrokenLink,
  ChangedPage,
  Comparison,
  EditedPost,
  MovedCount,
  PostName,
  TextHunk,
  WordRun,
} from '../../../model/comparison.ts';
import { foreign, type ShownPictures } from './page.ts';
import type { ComparisonTexts } from './texts.ts';

/** Of each kind; the page says how many more there are. Ten thousand new posts are no page that anybody reads. */
const MOST = 500;
/** Of a run of words that both have; its middle is left out. */
const MOST_SAME = 400;
const MOST_CHANGED = 6_000;

type SectionName = keyof ComparisonTexts['names'];

/** Posts, and pages before the changed ones; the heading of the changed ones is its last line. */
export function sectionsBeforePages({ posts, pages }: Comparison, texts: ComparisonTexts): string {
  const plain = (post: PostName) => `<li>${postHead(post, texts)}</li>`;
  const because = (post: PostName & { because: keyof ComparisonTexts['because'] }) =>
    `<li>${postHead(post, texts)}<p>${texts.because[post.because]}</p></li>`;
  return [
    list('newPosts', posts?.added, plain, texts),
    list('editedPosts', posts?.edited, (post) => editedPost(post, texts), texts),
    list('gonePosts', posts?.gone, because, texts),
    list('backPosts', posts?.back, plain, texts),
    list('latePosts', posts?.foundLate, plain, texts),
    list('unseenPosts', posts?.notSeen, plain, texts),
    profile(posts?.profile ?? [], texts),
    list(
      'counts',
      posts?.counts,
      (post) => `<li>${postHead(post, texts)}${movedCounts(post.moved, texts)}</li>`,
      texts,
    ),
    list('newPages', pages?.added, (page) => `<li>${pageName(page)}</li>`, texts),
    (pages?.changed.length ?? 0) > 0
      ? `<h2 id="changedPages">${texts.names.changedPages} <small>${numberIn(texts.language, pages?.changed.length ?? 0)}</small></h2>\n`
      : '',
  ].join('');
}

export function sectionsAfterPages({ pages, links }: Comparison, texts: ComparisonTexts): string {
  const hunk = (one: TextHunk & { pages: number }) =>
    `<li><p>${texts.onPages(one.pages)}</p>${hunkHtml(one, texts)}</li>`;
  return [
    list('everywhere', pages?.everywhere, hunk, texts),
    list('gonePages', pages?.gone, (page) => `<li>${pageName(page)}<p>${texts.because[page.because]}</p></li>`, texts),
    list('backPages', pages?.back, (page) => `<li>${pageName(page)}</li>`, texts),
    list(
      'movedPages',
      pages?.moved,
      (page) => `<li>${pageName(page)}<p>${texts.movedTo} ${foreign(page.to ?? '?')}</p></li>`,
      texts,
    ),
    list('unseenPages', pages?.notSeen, (page) => `<li>${pageName(page)}</li>`, texts),
    list('broken', links?.broken, (link) => linkItem(link, texts), texts),
    list('mended', links?.mended, (link) => linkItem(link, texts), texts),
  ].join('');
}

/** One changed page: what changed in words, and its two pictures with a slider. */
export function changedPageEntry(
  page: ChangedPage,
  pictures: ShownPictures | undefined,
  texts: ComparisonTexts,
): string {
  const { titleBefore, title, statusBefore, statusAfter, text, moreText, look } = page;
  const isStatus = statusBefore !== null || statusAfter !== null;
  return `<article class="card">
<h3>${pageName(page)}</h3>
${titleBefore === null ? '' : `<p class="words"><span class="label">${texts.heading}</span> ${del(titleBefore, texts)} ${ins(title, texts)}</p>`}
${isStatus ? `<p>HTTP ${texts.status(statusBefore)} → ${texts.status(statusAfter)}</p>` : ''}
${text.map((hunk) => hunkHtml(hunk, texts)).join('\n')}
${moreText > 0 ? `<p class="more">${texts.more(moreText)}</p>` : ''}
${look === null ? '' : `<p>${escapeHtml(texts.look(look, text.length > 0))}</p>${pictureBox(pictures, page, texts)}`}
</article>
`;
}

function list<T>(
  name: SectionName,
  items: readonly T[] | undefined,
  item: (one: T) => string,
  texts: ComparisonTexts,
): string {
  if (items === undefined || items.length === 0) return '';
  const more = items.length - MOST;
  return `<section><h2 id="${name}">${texts.names[name]} <small>${numberIn(texts.language, items.length)}</small></h2>
<ul class="list">${items.slice(0, MOST).map(item).join('\n')}</ul>
${more > 0 ? `<p class="more">${texts.more(more)}</p>` : ''}</section>\n`;
}

function postHead({ says, url, id, published }: PostName, texts: ComparisonTexts): string {
  const day =
    published === null ? '' : `<time datetime="${escapeHtml(published)}">${dayIn(texts.language, published)}</time> `;
  const words = says === '' ? texts.noText : foreign(says);
  return `<p class="says">${day}${words}</p><p class="address">${foreign(url ?? id)}</p>`;
}

function pageName({ url, title }: { readonly url: string; readonly title: string }): string {
  return `${title === '' ? '' : `<span class="says">${foreign(title)}</span> `}<span class="address">${foreign(url)}</span>`;
}

function editedPost(post: EditedPost, texts: ComparisonTexts): string {
  const { title, text, mediaAdded, mediaRemoved } = post;
  const hasMedia = mediaAdded.length + mediaRemoved.length > 0;
  const words = (label: string, runs: readonly WordRun[] | null) =>
    runs === null ? '' : `<p class="words"><span class="label">${label}</span> ${runsHtml(runs, texts)}</p>`;
  return `<li class="card">${postHead(post, texts)}${words(texts.heading, title)}${words(texts.words, text)}${
    hasMedia ? `<p>${texts.media(mediaAdded.length, mediaRemoved.length)}</p>` : ''
  }</li>`;
}

function hunkHtml({ before, removed, added, after }: TextHunk, texts: ComparisonTexts): string {
  const parts = [
    before === '' ? '' : `… ${foreign(before)}`,
    removed === '' ? '' : del(removed, texts),
    added === '' ? '' : ins(added, texts),
    after === '' ? '' : `${foreign(after)} …`,
  ];
  return `<p class="words">${parts.filter((part) => part !== '').join(' ')}</p>`;
}

function runsHtml(runs: readonly WordRun[], texts: ComparisonTexts): string {
  return runs
    .map(({ kind, text }) => {
      if (kind === 'same') return foreign(middleOut(text, MOST_SAME));
      return kind === 'added' ? ins(text, texts) : del(text, texts);
    })
    .join('');
}

/** A colour alone tells the colour-blind nothing, and the element alone tells most screen readers nothing. */
function ins(text: string, texts: ComparisonTexts): string {
  return `<ins><span class="spoken">${texts.added} </span>${foreign(middleOut(text, MOST_CHANGED))}</ins>`;
}

function del(text: string, texts: ComparisonTexts): string {
  return `<del><span class="spoken">${texts.removed} </span>${foreign(middleOut(text, MOST_CHANGED))}</del>`;
}

function middleOut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most / 2)} … ${text.slice(-most / 2)}`;
}

function movedCounts(moved: readonly MovedCount[], texts: ComparisonTexts): string {
  const items = moved.map(({ name, from, to, isRounded }) => {
    const about = isRounded ? `${texts.about} ` : '';
    const [a, b] = [from, to].map((count) => numberIn(texts.language, count));
    return `${escapeHtml(texts.countNames[name] ?? name)}: ${about}${a} → ${about}${b}`;
  });
  return `<p class="counts">${items.join(' · ')}</p>`;
}

function profile(moved: readonly MovedCount[], texts: ComparisonTexts): string {
  return moved.length === 0 ? '' : movedCounts(moved, texts);
}

function linkItem({ url, before, after, on, pages }: BrokenLink, texts: ComparisonTexts): string {
  const named = on.slice(0, 5).map((page) => `<li class="address">${foreign(page)}</li>`);
  const more = pages - named.length;
  return `<li><p class="address">${foreign(url)}</p><p>${texts.status(before)} → ${texts.status(after)}, ${texts.onPages(pages)}:</p><ul>${named.join('')}${
    more > 0 ? `<li>${texts.more(more)}</li>` : ''
  }</ul></li>`;
}

function pictureBox(pictures: ShownPictures | undefined, page: ChangedPage, texts: ComparisonTexts): string {
  if (pictures === undefined) return `<p class="more">${texts.noPictures}</p>`;
  const image = (kind: string, data: string, alt: string) =>
    `<img class="${kind}" src="data:image/png;base64,${data}" alt="${escapeHtml(alt)}" loading="lazy">`;
  const name = page.title || page.url;
  const mask = pictures.mask === undefined ? '' : image('mask', pictures.mask, '');
  return `<div class="compare">
<div class="pair"><figure><figcaption>${texts.before}</figcaption>${image('plain', pictures.before, `${texts.before}: ${name}`)}</figure>
<figure><figcaption>${texts.after}</figcaption><div class="marked">${image('plain', pictures.after, `${texts.after}: ${name}`)}${mask}</div></figure></div>
<details><summary>${texts.slider}</summary><div class="wipe">${image('plain', pictures.before, '')}<div class="over">${image('plain', pictures.after, '')}</div></div>
<label>${texts.before} <input type="range" min="0" max="100" value="50" aria-label="${texts.slider}"> ${texts.after}</label></details>
${mask === '' ? '' : `<label class="tick"><input type="checkbox" checked> ${texts.mark}</label>`}
</div>`;
}
