import { type Block, markdownBlocks, type Span } from './markdown-blocks.ts';

/** A draft's Markdown as people read it where there is no markup: the words, the addresses of links, and no marks. */
export function markdownText(markdown: string): string {
  const blocks = markdownBlocks(markdown);
  return blocks.map((block, at) => `${gapBefore(block, blocks[at - 1])}${blockText(block)}`).join('');
}

/** Items of a list follow each other without an empty line. */
function gapBefore(block: Block, before: Block | undefined): string {
  if (before === undefined) return '';
  if (block.kind !== 'item' || before.kind !== 'item') return '\n\n';
  const isNewList = block.list > before.list && block.depth <= before.depth;
  return isNewList ? '\n\n' : '\n';
}

function blockText(block: Block): string {
  if (block.kind === 'rule') return '* * *';
  const text = block.spans.map(spanText).join('');
  if (block.kind === 'quote') return indented(text, '  ', '  ');
  if (block.kind !== 'item') return text;
  const margin = '  '.repeat(block.depth);
  const mark = block.number === null ? '- ' : `${block.number}. `;
  return indented(text, margin + mark, margin + ' '.repeat(mark.length));
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
    .join('\n');
}

function spanText({ text, href }: Span): string {
  if (href === null || href === text || href === `mailto:${text}` || href === `tel:${text}`) return text;
  return `${text} (${href.replace(/^(?:mailto|tel):/, '')})`;
}
