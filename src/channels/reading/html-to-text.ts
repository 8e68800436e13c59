import { load } from 'cheerio';

export interface TextOfHtml {
  /** Plain text: paragraphs are two line breaks apart, `<br>` is one, entities are decoded. */
  readonly text: string;
  /** Addresses its links name, absolute, in order, each once. */
  readonly links: readonly string[];
}

const blocks =
  'p,div,section,article,header,footer,h1,h2,h3,h4,h5,h6,ul,ol,pre,blockquote,table,figure,figcaption,dl,hr,form,details';
const lines = 'li,tr,dt,dd,summary,option';

/**
 * The markup of a post → what people read of it, and where it links to.
 * @param base resolves relative links; without it they are left out
 */
export function htmlToText(html: string, base?: string): TextOfHtml {
  const $ = load(html, null, false);
  $('script,style,template,noscript,head,title').remove();
  const links = new Set<string>();
  for (const element of $('a[href]')) {
    const href = $(element).attr('href') ?? '';
    if (URL.canParse(href, base) && /^https?:$/.test(new URL(href, base).protocol)) links.add(new URL(href, base).href);
  }
  // What stands inside a player is for browsers that have none.
  $('video,audio,object,canvas').remove();
  // White space of the source is one space, but for what is set as it stands; marks stand in for the breaks meanwhile.
  for (const element of $('pre')) $(element).text($(element).text().replaceAll('\n', '\uE001'));
  $('br').replaceWith('\uE001');
  $(blocks).before('\uE002').after('\uE002');
  $(lines).before('\uE003').after('\uE003');
  $('td,th').after(' ');
  const text = $.root()
    .text()
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/ ?[\uE002\uE003 ]*\uE002[\uE002\uE003 ]*/g, '\n\n')
    .replace(/ ?\uE003[\uE003 ]*/g, '\n')
    .replace(/ ?\uE001 ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text, links: [...links] };
}
