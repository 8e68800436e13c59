import sanitizeHtml from 'sanitize-html';
import { draftMarked } from './draft-marked.ts';

const flowing = draftMarked(false);
const asWritten = draftMarked(true);

/** What a draft's Markdown may become; anything else that stands in it as HTML is shown as the text it is. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'a',
    'blockquote',
    'br',
    'hr',
    'code',
    'del',
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  disallowedTagsMode: 'escape',
};

/**
 * A draft's Markdown as HTML that can do nothing: no scripts, no styles, no pictures.
 * @param breaks `as-written` keeps the lines of a paragraph apart, as a letter needs it below its greeting
 */
export function markdownHtml(markdown: string, breaks: 'flowing' | 'as-written' = 'flowing'): string {
  return sanitizeHtml((breaks === 'flowing' ? flowing : asWritten).parse(markdown) as string, allowed);
}
