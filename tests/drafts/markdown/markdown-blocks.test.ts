import { expect, test } from 'vitest';
import { markdownBlocks } from '../../../src/drafts/markdown/markdown-blocks.ts';
import { markdownHtml } from '../../../src/drafts/markdown/markdown-html.ts';
import { markdownText } from '../../../src/drafts/markdown/markdown-text.ts';

test('a text is read in blocks, each of its spans as it is to be written', () => {
  const blocks = markdownBlocks('## A **b _c_** `d` ~~e~~\n\n7. x\n   - y\n\n---\n\n> z');
  const shown = blocks.map((block) => {
    if (block.kind === 'rule') return 'rule';
    const spans = block.spans.map(({ text, bold, italic, code, struck }) => {
      const marks = [bold && 'b', italic && 'i', code && 'c', struck && 's'].filter(Boolean).join('');
      return `${text}:${marks}`;
    });
    const item = block.kind === 'item' ? ` ${block.depth} ${block.number}` : '';
    return `${block.kind}${item} ${spans.join('|')}`;
  });
  expect(shown).toEqual(['heading A :|b :b|c:bi| :|d:c| :|e:s', 'item 0 7 x:', 'item 1 null y:', 'rule', 'quote z:']);
});

test.each([
  [
    'HTML stays the text that it is',
    'a <b>c</b> &amp; &#8222;x&#8220; &unknown;\n\n<div>e</div>',
    'a <b>c</b> & „x“ &unknown;\n\n<div>e</div>',
  ],
  [
    'a link has its address behind it, unless it is its own text',
    '[a](https://b.example/?c=1&d=2) <https://e.example/>',
    'a (https://b.example/?c=1&d=2) https://e.example/',
  ],
  [
    'a way to reach somebody is no address of the web',
    '[Anna](mailto:anna@a.example) [1](tel:+49511)',
    'Anna (anna@a.example) 1 (+49511)',
  ],
  ['an escaped sign is the sign', '1\\. \\*a\\* \\_b\\_', '1. *a* _b_'],
  ['two lists are two lists', '- a\n- b\n\n1. c', '- a\n- b\n\n1. c'],
  ['a table is left as it is written', '| a | b |\n| - | - |\n| c | d |', '| a | b |\n| - | - |\n| c | d |'],
])('%s', (_, markdown, text) => {
  expect(markdownText(markdown)).toBe(text);
});

test('an address of a mail is linked whole, whatever letters it has', () => {
  const links = (markdown: string) =>
    [...markdownHtml(markdown).matchAll(/href="([^"]*)">([^<]*)</g)].map(([, ...both]) => both);
  expect(links('An läuten@brandt-söhne.example, (anna.b+x@a.example) oder [uns](https://a.example/).')).toEqual([
    ['mailto:l%C3%A4uten@brandt-s%C3%B6hne.example', 'läuten@brandt-söhne.example'],
    ['mailto:anna.b+x@a.example', 'anna.b+x@a.example'],
    ['https://a.example/', 'uns'],
  ]);
  expect(links('[schreiben an läuten@a.example](https://b.example/)')).toEqual([
    ['https://b.example/', 'schreiben an läuten@a.example'],
  ]);
  expect(links('`läuten@a.example` und @brandt@social.example')).toEqual([]);
});

test('lines of a paragraph are kept apart where that is wished for', () => {
  expect(markdownHtml('a\nb')).toBe('<p>a\nb</p>\n');
  expect(markdownHtml('a\nb', 'as-written')).toBe('<p>a<br />b</p>\n');
});
