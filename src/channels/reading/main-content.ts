import { type CheerioAPI, load } from 'cheerio';
import type { PostMedia } from '../../model/post.ts';
import { makeMedia } from '../../model/post.ts';
import { kindOf, once } from './feed-media.ts';
import { htmlMedia } from './html-media.ts';
import type { HtmlPage } from './html-page.ts';
import { htmlToText } from './html-to-text.ts';
import { asUrl } from './json-reader.ts';
import { ownArticles } from './own-articles.ts';

export interface MainContent {
  readonly html: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly media: readonly PostMedia[];
}

/** What systems and themes call the text of a post, surest first; then what HTML calls the main part of a page. */
const places = [
  '.h-entry .e-content',
  '[itemprop~="articleBody"]',
  '.entry-content',
  '.gh-content',
  '.post-content',
  '.post-full-content',
  '.article-content',
  '.article-body',
  '.post-body',
  '.post__content',
  '.post-entry',
  'article .content',
];
const wholes = ['main', '[role="main"]', '#main-content', '#content', '#main', 'body'];

/** What stands round a text and is none of it. */
const notText =
  'script,style,template,noscript,nav,aside,form,dialog,[hidden],.screen-reader-text,#comments,.comments,.comments-area,' +
  '.comment-respond,.sharedaddy,.share,.social-share,.related,.related-posts,.jp-relatedposts,.post-navigation,.breadcrumb,.breadcrumbs';
const frame = 'body > header,body > footer,[role="banner"],[role="contentinfo"],.site-header,.site-footer';

/** The main text of a page, with its markup. @param title its heading is left out where it says the same */
export function mainContent(page: HtmlPage, title: string | null): MainContent {
  const { $, base } = page;
  const own = markedContent($);
  const around = [ownArticles(page), ...wholes.map((place) => $(place))];
  const round = around.find((found) => found.length === 1 && found.text().trim() !== '');
  const chosen = own ?? round?.first() ?? $('body').first();
  const copy = load(own === undefined ? withoutFrame($, chosen.clone()) : (chosen.html() ?? ''), null, false);
  copy(notText).remove();
  for (const heading of copy('h1')) {
    if (title !== null && copy(heading).text().replace(/\s+/g, ' ').trim() === title) copy(heading).remove();
  }
  const html = copy.html().trim();
  return { html, ...htmlToText(html, base), media: once([...htmlMedia(html, base), ...linkedFiles(html, base)]) };
}

const anyNodes = ($: CheerioAPI) => $('*').clone();
type Nodes = ReturnType<typeof anyNodes>;

/** A post that only passes something on has a content of its own, which is empty: what is round it is none. */
function markedContent($: CheerioAPI): Nodes | undefined {
  const sure = places
    .slice(0, 4)
    .map((place) => $(place).first())
    .filter((found) => found.length > 0);
  const full = places.map((place) => $(place).first()).find((found) => found.text().trim() !== '');
  return full ?? sure[0];
}

function withoutFrame($: CheerioAPI, copy: Nodes): string {
  copy
    .find('header,footer')
    .filter((_, element) => $(element).find('h1').length === 0)
    .remove();
  copy.find(frame.replaceAll('body > ', '')).remove();
  return copy.html() ?? '';
}

const documents = /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|epub|zip|mp3|m4a|wav|ogg|mp4|webm|mov|csv|ics)$/i;

/** Documents of the site's own that a text links to. */
export function linkedFiles(html: string, base: string): readonly PostMedia[] {
  if (!/<a\b/i.test(html)) return [];
  const $ = load(html, null, false);
  const urls = $('a[href]')
    .get()
    .map((element) => asUrl($(element).attr('href'), base))
    .filter((url) => url !== null)
    .filter((url) => new URL(url).host === new URL(base).host && documents.test(new URL(url).pathname));
  return urls.map((url) => makeMedia({ url, kind: kindOf(null, null, url) }));
}
