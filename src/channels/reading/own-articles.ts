import type { HtmlPage } from './html-page.ts';

/** What sites call the answers below a post, in class, id or label, in the languages we read. */
const answers = /(^|[\s_-])(comment|comments|reply|replies|respon\w*|kommentare?|antwort(en)?|reactions?)([\s_-]|$)/i;

/** The articles of a page that are no answers to another: neither in one, nor beside the text, nor called so. */
export function ownArticles({ $ }: HtmlPage) {
  return $('article').filter((_, element) => {
    if ($(element).parents('article,aside,footer').length > 0) return false;
    const round = [element, ...$(element).parents().toArray()];
    return !round.some(({ attribs }) => isAnswer(attribs));
  });
}

function isAnswer(attribs: Readonly<Record<string, string>>): boolean {
  const { class: names = '', id = '', itemprop = '', 'aria-label': label = '' } = attribs;
  return itemprop === 'comment' || [names, id, label].some((said) => answers.test(said));
}
