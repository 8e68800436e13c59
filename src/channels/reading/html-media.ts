import { type CheerioAPI, load } from 'cheerio';
import { makeMedia, type PostMedia } from '../../model/post.ts';
import { asNumber, asUrl } from './json-reader.ts';

const anyNode = ($: CheerioAPI) => $('*');
type Nodes = ReturnType<typeof anyNode>;

/** Where scripts that load late keep the real address. */
const lateNames = ['data-orig-file', 'data-large-file', 'data-full-url', 'data-src', 'data-lazy-src', 'data-original'];
/** Smileys, faces of commenters and counting pixels are no pictures of a post. */
const notPictures = /(^|\s)(wp-smiley|emoji|avatar|gravatar)(\s|$)|(^|\s)avatar-/;
const pictureFile = /\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/**
 * The pictures, films and recordings in the markup of a post, in order, each once, with the best address first: a link to
 * the full picture, then the largest of its `srcset`, then what is shown.
 * @param base resolves relative addresses; without it they are left out
 */
export function htmlMedia(html: string, base?: string): readonly PostMedia[] {
  // Most texts have none, and parsing them a second time to see that costs as much as reading them.
  if (!/<(img|video|audio)\b/i.test(html)) return [];
  const $ = load(html, null, false);
  $('template,noscript').remove();
  const media = new Map<string, PostMedia>();
  for (const element of $('img,video,audio')) {
    const node = $(element);
    const found = element.name === 'img' ? picture($, node, base) : recording($, node, base);
    if (found !== undefined && !media.has(found.url)) media.set(found.url, found);
  }
  return [...media.values()];
}

function picture($: CheerioAPI, node: Nodes, base: string | undefined): PostMedia | undefined {
  const width = asNumber(node.attr('width'));
  const height = asNumber(node.attr('height'));
  const isPixel = width !== null && height !== null && width <= 2 && height <= 2;
  if (isPixel || notPictures.test(node.attr('class') ?? '')) return undefined;
  const sources = node.closest('picture').find('source[srcset]').get();
  const sets = [node.attr('srcset'), node.attr('data-srcset'), ...sources.map((source) => $(source).attr('srcset'))];
  const linked = node.closest('a[href]').attr('href') ?? '';
  const named = [
    pictureFile.test(linked.replace(/[?#].*$/, '')) ? linked : undefined,
    ...lateNames.map((name) => node.attr(name)),
    ...sets.flatMap((set) => readSrcset(set ?? '')),
    node.attr('src'),
  ];
  const [url, ...otherUrls] = absolute(named, base);
  if (url === undefined) return undefined;
  return makeMedia({ url, otherUrls, kind: 'image', alt: altOf($, node), width, height });
}

/** Text for those who do not see it; where its author wrote none, what stands below it. */
function altOf($: CheerioAPI, node: Nodes): string | null {
  const alt = node.attr('alt')?.trim() ?? node.attr('aria-label')?.trim() ?? '';
  if (alt !== '') return alt;
  const figure = node.closest('figure,.wp-caption,.gallery-item');
  // A caption below several pictures is none of a single one.
  if (figure.find('img,video,audio').length !== 1) return null;
  const caption = figure.find('figcaption,.wp-caption-text').first();
  return caption.length === 0 ? null : $(caption).text().trim() || null;
}

function recording($: CheerioAPI, node: Nodes, base: string | undefined): PostMedia | undefined {
  const kind = node.is('video') ? 'video' : 'audio';
  const sources = node.find('source').get();
  const [url, ...otherUrls] = absolute(
    [node.attr('src'), node.attr('data-src'), ...sources.map((source) => $(source).attr('src'))],
    base,
  );
  if (url === undefined) return undefined;
  const mime = sources.length === 0 ? undefined : $(sources[0]).attr('type')?.split(';')[0]?.trim();
  const size = { width: asNumber(node.attr('width')), height: asNumber(node.attr('height')) };
  return makeMedia({ url, otherUrls, kind, mime: mime || null, alt: altOf($, node), ...size });
}

/** The addresses of a `srcset`, largest first. */
function readSrcset(set: string): readonly string[] {
  // An address may hold commas; what parts two candidates is a comma with white space, or one behind a descriptor.
  const candidates = set
    .trim()
    .replace(/\s+/g, ' ')
    .split(/ ?, |(?<= [\d.]{1,9}[wxh]),/);
  return candidates
    .map((candidate) => {
      const [url = '', size = '1x'] = candidate.trim().split(/\s+/);
      return { url, size: Number.parseFloat(size) || 0 };
    })
    .filter(({ url }) => url !== '')
    .sort((a, b) => b.size - a.size)
    .map(({ url }) => url);
}

function absolute(named: readonly (string | undefined)[], base: string | undefined): readonly string[] {
  const urls = named.map((url) => asUrl(url, base)).filter((url) => url !== null);
  return [...new Set(urls)];
}
