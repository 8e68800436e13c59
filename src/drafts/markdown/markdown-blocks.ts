import type { Token, Tokens } from 'marked';
import { draftMarked } from './draft-marked.ts';

/** A piece of a line, all of it written alike. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly code: boolean;
  readonly href: string | null;
}

/** One block of a text. Line breaks in its spans are `\n`. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph' | 'quote' | 'code'; readonly spans: readonly Span[] }
  /** `list` counts the numbered lists of the text, so that each begins at its own `first`; `number` is null for a bullet. */
  | {
      readonly kind: 'item';
      readonly depth: number;
      readonly list: number;
      readonly first: number;
      readonly number: number | null;
      readonly spans: readonly Span[];
    }
  | { readonly kind: 'rule' };

const marked = draftMarked(false);
const plain: Span = { text: '', bold: false, italic: false, struck: false, code: false, href: null };

/** A draft's Markdown in blocks, for what is no HTML. HTML in it stays the text that it is. */
export function markdownBlocks(markdown: string): readonly Block[] {
  const lists = { count: 0 };
  return blocksOf(marked.lexer(markdown), 0, lists);
}

function blocksOf(tokens: readonly Token[], depth: number, lists: { count: number }): readonly Block[] {
  return tokens.flatMap((token): readonly Block[] => {
    switch (token.type) {
      case 'space':
      case 'def':
        return [];
      case 'heading':
        return [{ kind: 'heading', level: (token as Tokens.Heading).depth, spans: spansOf(inside(token), plain) }];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'list':
        return itemsOf(token as Tokens.List, depth, lists);
      case 'blockquote':
        return blocksOf(inside(token), depth, lists).map((block) =>
          block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block,
        );
      case 'code':
        return [{ kind: 'code', spans: [{ ...plain, text: (token as Tokens.Code).text, code: true }] }];
      case 'paragraph':
      case 'text':
        return [{ kind: 'paragraph', spans: spansOf(inside(token), plain) }];
      default:
        return [{ kind: 'paragraph', spans: [{ ...plain, text: token.raw.trimEnd() }] }];
    }
  });
}

/** The first paragraph of an item is the item; what follows in it are blocks of their own. */
function itemsOf(list: Tokens.List, depth: number, lists: { count: number }): readonly Block[] {
  lists.count += 1;
  const [own, first] = [lists.count, list.start === '' ? 1 : list.start];
  return list.items.flatMap((item, at) => {
    const [head, ...rest] = blocksOf(
      item.tokens.filter(({ type }) => type !== 'checkbox'),
      depth + 1,
      lists,
    );
    const number = list.ordered ? first + at : null;
    const spans = head !== undefined && 'spans' in head ? head.spans : [];
    return [{ kind: 'item', depth, list: own, first, number, spans }, ...rest] as const;
  });
}

const inside = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : [{ ...token } as Token]);

function spansOf(tokens: readonly Token[], as: Span): readonly Span[] {
  return tokens.flatMap((token): readonly Span[] => {
    switch (token.type) {
      case 'strong':
        return spansOf(inside(token), { ...as, bold: true });
      case 'em':
        return spansOf(inside(token), { ...as, italic: true });
      case 'del':
        return spansOf(inside(token), { ...as, struck: true });
      case 'link':
        return spansOf(inside(token), { ...as, href: decoded((token as Tokens.Link).href) });
      case 'codespan':
        return [{ ...as, code: true, text: (token as Tokens.Codespan).text }];
      case 'br':
        return [{ ...as, text: '\n' }];
      case 'text':
        if ('tokens' in token && token.tokens !== undefined) return spansOf(token.tokens, as);
        return [{ ...as, text: decoded((token as Tokens.Text).text) }];
      case 'escape':
        return [{ ...as, text: (token as Tokens.Escape).text }];
      default:
        return [{ ...as, text: token.raw }];
    }
  });
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** What Markdown takes over from HTML: `&amp;`, `&#8222;`. A name that it does not know stays as it stands. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
