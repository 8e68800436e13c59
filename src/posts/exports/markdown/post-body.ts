import TurndownService from 'turndown';
import type { Post, PostMedia, PostPoll, PostReference } from '../../../model/post.ts';
import { cleanHtml, textAsHtml } from '../clean-html.ts';
import { localPictures } from '../local-pictures.ts';
import type { PlacedMedium } from '../media-folder.ts';
import { safeUrl } from '../safe-url.ts';

/** Where media lie, as seen from a post's file. */
const UP = '../';

/** The text of a post as Markdown, with its media, poll and what it quotes. */
export function postBody(post: Post, placed: readonly PlacedMedium[]): string {
  const pictures = localPictures(post, placed);
  const inText = new Set<string>();
  const text = toMarkdown(
    cleanHtml(post, (address) => {
      const file = pictures.get(address);
      if (file !== undefined) inText.add(file);
      return file === undefined ? null : UP + file;
    }),
  );
  const media = post.media.flatMap((medium, index) => {
    const place = placed[index];
    return place?.file != null && inText.has(place.file) ? [] : [mediumText(medium, place)];
  });
  const parts = [
    post.title === null ? '' : `# ${toMarkdown(textAsHtml(post.title.replace(/\s+/g, ' ')))}`,
    post.warning === null ? '' : `**${toMarkdown(textAsHtml(post.warning.replace(/\s+/g, ' ')))}**`,
    text,
    ...media,
    post.poll === null ? '' : pollText(post.poll),
    quotation(post.repostOf),
    quotation(post.quoteOf),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
  hr: '---',
});
// Markdown has no tables of its own, and holds HTML; what comes here is clean already.
turndown.keep(['table', 'sub', 'sup', 'ruby']);
const escapeMarks = turndown.escape.bind(turndown);
// Turndown leaves what looks like HTML in a text as it is, and a reader would then take it for HTML.
turndown.escape = (text) =>
  escapeMarks(text)
    .replace(/</g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');

function toMarkdown(html: string): string {
  return turndown.turndown(html).trim();
}

function mediumText(medium: PostMedia, place: PlacedMedium | undefined): string {
  const { alt, kind, url } = medium;
  const label = plainLabel(alt ?? '');
  if (place?.file != null) {
    return kind === 'image' ? `![${label}](${UP}${place.file})` : `[${label || kind}](${UP}${place.file})`;
  }
  const why = place?.why === 'unreadable' ? 'could not be read from the archive' : 'not in the archive';
  const address = safeUrl(url);
  return `*${kind}, ${why}${label === '' ? '' : `: ${label}`}* ${address === null ? '' : `<${address}>`}`.trim();
}

/** Brackets and line breaks would end the text of a picture. */
function plainLabel(text: string): string {
  return toMarkdown(textAsHtml(text.replace(/\s+/g, ' '))).replace(/\n+/g, ' ');
}

function pollText({ options, endsAt }: PostPoll): string {
  const lines = options.map(({ text, votes }) => `- ${plainLabel(text)}${votes === null ? '' : ` (${votes})`}`);
  return [...lines, ...(endsAt === null ? [] : ['', `Open until ${endsAt}`])].join('\n');
}

function quotation(reference: PostReference | null): string {
  if (reference === null) return '';
  const { author, url, text } = reference;
  const by = plainLabel(author?.name ?? author?.handle ?? '');
  const address = safeUrl(url);
  const source = address === null ? by : `${by} <${address}>`.trim();
  const lines = [...toMarkdown(textAsHtml(text ?? '')).split('\n'), ...(source === '' ? [] : ['', `— ${source}`])];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}
