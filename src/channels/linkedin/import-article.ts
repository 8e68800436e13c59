import { load } from 'cheerio';
import type { ExportFile, ExportFinding, ExportTree } from '../../model/official-export.ts';
import { makeMedia, makePost } from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike } from '../reading/export/export-files.ts';
import { wholeText } from '../reading/export/whole-text.ts';
import { writtenTime } from '../reading/export/written-time.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asUrl } from '../reading/json-reader.ts';
import type { OwnWords } from './import-share.ts';
import type { LinkedinTable } from './import-tables.ts';
import { plainAddress } from './linkedin-urn.ts';

/** `Articles/Articles/TITLE.html` beside the tables, in older archives without the inner folder. */
export function articlesIn(tree: ExportTree, tables: readonly LinkedinTable[]): readonly ExportFile[] {
  const roots = new Set(tables.map(({ file }) => file.path.slice(0, file.path.lastIndexOf('/') + 1)));
  return filesLike(tree, /(^|\/)Articles\/[^/]+\.html?$/i).filter(({ path }) =>
    [...roots].some((root) => path.startsWith(root)),
  );
}

/** An article is one without a date of publication as long as it is a draft. */
export async function* readArticle(
  file: ExportFile,
  own: OwnWords,
  leftOut: LeftOutCounter,
  signal?: AbortSignal,
): AsyncGenerator<ExportFinding> {
  const at = { file: file.path, record: null, offsetBytes: null };
  const read = await wholeText(file, signal);
  if ('problem' in read) {
    yield { kind: 'unreadable', id: null, at, message: read.problem };
    return;
  }
  const article = partsOf(read.text, own.origin);
  if (article.problem !== undefined) {
    yield { kind: 'unreadable', id: article.url, at, message: `${file.path} could not be read: ${article.problem}.` };
  } else if (leftOut.gives(article.published === null ? 'drafts' : 'public')) {
    yield { kind: 'post', post: postOf(article, file, own), at };
  }
}

type Article = ReturnType<typeof partsOf>;

function partsOf(html: string, origin: string) {
  const $ = load(html);
  const heading = $('h1').first();
  const title = (heading.text().trim() || $('title').first().text().trim()).replace(/\s+/g, ' ');
  const link = heading.find('a[href]').attr('href') ?? $('a[href*="/pulse/"]').attr('href');
  const address = plainAddress(link, origin);
  const url = address !== null && /\/pulse\//.test(address) ? address : null;
  const dates = { created: dateIn($('.created').first().text()), published: dateIn($('.published').first().text()) };
  const cover = asUrl($('body > img').first().attr('src'));
  const isArticle = title !== '' && $('.created, .published').length > 0;
  $('h1, p.created, p.published, title, body > img').remove();
  const isCut = /<html/i.test(html) && !/<\/html>\s*$/i.test(html);
  const isOdd = dates.published === undefined || dates.created === undefined;
  const problem = problemOf({
    'it has no title, or no date': !isArticle,
    'it is cut off': isCut,
    'its date is none': isOdd,
  });
  return { title, url, cover, body: $('body').html() ?? '', published: dates.published ?? null, problem };
}

function problemOf(problems: Readonly<Record<string, boolean>>): string | undefined {
  return Object.entries(problems).find(([, isSo]) => isSo)?.[0];
}

/** `Published on 2017-07-04 15:06`; null without one, undefined for one that is none. */
function dateIn(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  return writtenTime(/(\d[\d-]+(?: [\d:]+)?(?: UTC)?)\s*$/.exec(text.trim())?.[1]) ?? undefined;
}

function postOf({ title, url, cover, body, published }: Article, file: ExportFile, { author, origin, ids }: OwnWords) {
  const { text, links } = htmlToText(body, origin);
  const pictures = load(body)('img')
    .toArray()
    .flatMap((image) => {
      const src = asUrl(image.attribs.src);
      return src === null ? [] : [makeMedia({ kind: 'image', url: src, alt: image.attribs.alt?.trim() || null })];
    });
  return makePost({
    platform: 'linkedin',
    id: url ?? ids.idOf('article', title, file.path.slice(file.path.lastIndexOf('/') + 1)),
    url,
    kind: 'article',
    author,
    published,
    title,
    text,
    html: body.trim(),
    links,
    tags: hashtagsOf(text),
    media: [...(cover === null ? [] : [makeMedia({ kind: 'image', url: cover })]), ...pictures],
    visibility: published === null ? 'private' : 'public',
    source: 'export',
  });
}
