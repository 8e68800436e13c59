import type { CardMisfit } from '../journeys/drafts/draw-card.ts';
import type { DrawnCards } from '../journeys/drafts/draw-cards.ts';
import type { CommandContext } from './command-spec.ts';
import { formatSize, plural } from './format.ts';
import { shownPath } from './snapshot-text.ts';

/** Where a person shortens what does not fit. */
const where: Readonly<Record<string, string>> = {
  text: 'the text',
  address: 'the address of the page (exit.page)',
  brand: 'the name of the brand (brand.name)',
  claim: 'the claim (exit.voice.claim)',
};

function misfitText({ field, axis, overPx }: CardMisfit): string {
  const what = where[field] ?? `fields.${field}`;
  const by = plural(Math.ceil(overPx), 'pixel');
  if (axis === 'width') return `${what} is ${by} too wide at the smallest size that can be read.`;
  return `all together is ${by} too high at the smallest size that can be read; ${what} takes most.`;
}

/** `de/image-card (square): fields.headline is 213 pixels too wide at the smallest size that can be read.` */
export function refusedLines({ refused }: DrawnCards): readonly string[] {
  return refused.flatMap(({ id, locale, format, missing, misfits }) => {
    const name = `${locale}/${id} (${format})`;
    return [
      ...missing.map((field) => `${name}: fields.${field} is missing.`),
      ...misfits.map((misfit) => `${name}: ${misfitText(misfit)}`),
    ];
  });
}

export function cardsText(drawn: DrawnCards, { cwd }: Pick<CommandContext, 'cwd'>): string {
  const { cards, refused } = drawn;
  const written = cards.map(({ file, bytes }) => `${shownPath(file, cwd)}  ${formatSize(bytes)}`);
  const head = `${plural(cards.length, 'card')} drawn.`;
  const left = `${plural(refused.length, 'card')} not drawn:`;
  return [
    ...(written.length === 0 ? [] : [head, ...written.map((line) => `  ${line}`)]),
    ...(refused.length === 0 ? [] : [left, ...refusedLines(drawn).map((line) => `  ${line}`)]),
  ].join('\n');
}
