import { Marked, type MarkedExtension } from 'marked';

/** `läuten@example.org`, or with an @ before it the name of an account, `@brandt@social.example`. */
const ADDRESS = /@?[\p{L}\p{N}][\p{L}\p{N}._%+-]*@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u;
const AT_START = new RegExp(`^${ADDRESS.source}`, 'u');

/**
 * marked knows addresses in ASCII alone, and takes whatever has an @ for one: it would link `läuten@example.org` to
 * `uten@example.org`, and an account of the fediverse to a mailbox that there is not.
 */
const mailAddresses: MarkedExtension = {
  extensions: [
    {
      name: 'mail-address',
      level: 'inline',
      start: (source) => ADDRESS.exec(source)?.index,
      tokenizer(source) {
        const raw = AT_START.exec(source)?.[0];
        if (raw === undefined) return undefined;
        const text = { type: 'text', raw, text: raw, escaped: false };
        if (raw.startsWith('@') || this.lexer.state.inLink) return text;
        return { type: 'link', raw, text: raw, href: `mailto:${raw}`, tokens: [text] };
      },
    },
  ],
};

/** Reads the Markdown of drafts. @param breaks whether a line's end in a paragraph is one for the reader as well */
export function draftMarked(breaks: boolean): Marked {
  return new Marked({ gfm: true, breaks, async: false }).use(mailAddresses);
}
