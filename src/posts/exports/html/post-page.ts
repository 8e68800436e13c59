import type { Post } from '../../../model/post.ts';
import { cleanHtml } from '../clean-html.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { ExportedPost } from '../exported-post.ts';
import { localPictures } from '../local-pictures.ts';
import type { PlacedMedium } from '../media-folder.ts';
import { titleOf } from '../post-title.ts';
import { safeUrl } from '../safe-url.ts';
import { framed, type Site } from './frame.ts';
import { mediaFigures, shownMedia } from './media-figures.ts';
import type { AnswerOutline, Outline } from './outline.ts';
import { countsLine, goneNote, langOf, metaLine, pollBlock, referenceBlock, tagList } from './post-parts.ts';
import { countText, dayText, type Texts, timeText } from './texts.ts';

/** Post pages lie in `posts/<year>/`. */
const UP = '../../';

export interface PostPageParts {
  readonly exported: ExportedPost;
  readonly placed: readonly PlacedMedium[];
  readonly outline: Outline;
  /** Its own. */
  readonly path: string;
  /** Paths of the posts before and after it; undefined at the ends. */
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** The page of one post: what it says, what belongs to it, and what proves it. */
export function postPage(site: Site, parts: PostPageParts): string {
  const { texts } = site;
  const { post } = parts.exported;
  const name = headingOf(post, texts);
  const heading = `<h1${post.title === null ? ' class="untitled"' : ' dir="auto"'}${post.title === null ? '' : langOf(post)}>${escapeMarkup(name)}</h1>`;
  const body = withWarning(post, bodyOf(parts, texts), texts);
  const main = `<article class="post">
${metaLine(parts.exported, texts)}
${heading}
${post.replyTo === null ? '' : referenceBlock(texts.replyTo, post.replyTo, pathTo(post.replyTo, parts), texts)}
${body}
${goneNote(parts.exported, texts)}
${post.extent === 'part' ? `<p class="attached">${texts.excerpt}</p>` : ''}
${tagList(post, texts)}
${countsLine(post, texts)}
${threadNote(parts, texts)}
${answersBlock(parts.outline.answersTo(post), texts)}
${provenance(parts.exported, texts)}
</article>
${neighbours(parts, texts)}`;
  return framed(site, { title: titleOf(post) || name, up: UP, aside: '', main });
}

function headingOf(post: Post, texts: Texts): string {
  if (post.title !== null && post.title.trim() !== '') return post.title;
  return texts.untitled(texts.kind[post.kind] ?? post.kind, dayText(post.published, texts) || texts.undated);
}

function pathTo(reference: Exclude<Post['replyTo'], null>, { outline, exported }: PostPageParts): string | null {
  const path = outline.find(reference, exported.post.channel);
  return path === undefined ? null : `${UP}posts/${path}.html`;
}

function bodyOf(parts: PostPageParts, texts: Texts): string {
  const { post } = parts.exported;
  const pictures = localPictures(post, parts.placed);
  const inText = new Set<string>();
  const text = cleanHtml(post, (address) => {
    const file = pictures.get(address);
    if (file !== undefined) inText.add(file);
    return file === undefined ? null : UP + file;
  });
  return `${text === '' ? '' : `<div class="text" dir="auto"${langOf(post)}>${text}</div>`}
${mediaFigures(shownMedia(post, parts.placed, texts), UP, texts, inText)}
${post.poll === null ? '' : pollBlock(post.poll, texts)}
${post.repostOf === null ? '' : referenceBlock(texts.repostOf, post.repostOf, pathTo(post.repostOf, parts), texts)}
${post.quoteOf === null ? '' : referenceBlock(texts.quoteOf, post.quoteOf, pathTo(post.quoteOf, parts), texts)}`;
}

/** What was behind a warning stays behind it. */
function withWarning({ warning }: Post, body: string, texts: Texts): string {
  if (warning === null) return body;
  return `<details class="warned"><summary>${texts.warning}: <bdi>${escapeMarkup(warning)}</bdi></summary>\n${body}\n</details>`;
}

function threadNote({ outline, exported, path: own }: PostPageParts, texts: Texts): string {
  const thread = outline.threadOf(exported.post);
  if (thread.length === 0) return '';
  const links = thread.map((path, index) => {
    const here = path === own ? ' aria-current="page"' : '';
    return `<li><a href="${UP}posts/${path}.html"${here}>${index + 1}</a></li>`;
  });
  return `<nav class="thread" aria-label="${texts.thread(countText(thread.length, texts))}"><p>${texts.thread(countText(thread.length, texts))}</p><ol>${links.join('')}</ol></nav>`;
}

function answersBlock(answers: readonly AnswerOutline[], texts: Texts): string {
  if (answers.length === 0) return '';
  const items = answers.map(({ path, author, excerpt, at }) => {
    const date = dayText(at, texts);
    const head = [...(author === '' ? [] : [`<bdi>${escapeMarkup(author)}</bdi>`]), ...(date === '' ? [] : [date])];
    return `<li><a href="${UP}posts/${path}.html">${head.join(', ') || texts.answers}</a><p dir="auto">${escapeMarkup(excerpt)}</p></li>`;
  });
  return `<section class="answers"><h2>${texts.answers}</h2><ul>${items.join('')}</ul></section>`;
}

function provenance({ post, snapshot }: ExportedPost, texts: Texts): string {
  const url = safeUrl(post.url);
  const rows: readonly (readonly [string, string])[] = [
    [
      texts.originalAddress,
      url === null ? '' : `<a href="${escapeMarkup(url)}" rel="noopener noreferrer">${escapeMarkup(url)}</a>`,
    ],
    [texts.captured, timeText(post.archive?.at ?? null, texts)],
    [
      texts.snapshot,
      snapshot === null ? '' : escapeMarkup(snapshot.id === null ? snapshot.file : `${snapshot.file} (${snapshot.id})`),
    ],
    [texts.record, recordText(post) ?? texts.noRecord],
    [texts.readFrom, texts.source[post.source] ?? ''],
  ];
  const shown = rows.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  return `<footer class="provenance"><h2>${texts.provenance}</h2><dl>${shown.join('')}</dl></footer>`;
}

/** The WARC record, or the place in an official export. */
function recordText({ archive, exported }: ExportedPost['post']): string | undefined {
  if (archive !== null) return `<code>${escapeMarkup(archive.record)}</code>`;
  if (exported === undefined) return undefined;
  return `<code>${escapeMarkup(exported.file)}</code>${exported.record === null ? '' : `, ${exported.record}`}`;
}

function neighbours({ newer, older }: PostPageParts, texts: Texts): string {
  const link = (path: string | undefined, rel: string, text: string) =>
    path === undefined ? '<span></span>' : `<a rel="${rel}" href="${UP}posts/${path}.html">${text}</a>`;
  return `<nav class="pager" aria-label="${texts.neighbours}">${link(newer, 'prev', `← ${texts.newer}`)}${link(older, 'next', `${texts.older} →`)}</nav>`;
}
