import { padColumns, plainLine, wrapMeasured } from '../base/text-columns.ts';
import type { WrittenDraft } from '../journeys/drafts/write-drafts.ts';
import { plural } from './format.ts';
import { shownPath } from './snapshot-text.ts';
import type { Style } from './style.ts';

/** Where a text about drafts is shown. */
export interface DraftTextPlace {
  readonly cwd: string;
  readonly width: number;
  readonly style: Style;
}

/** Of languages whose templates nobody has read yet whose language it is. */
export function nativeReviewText(locales: readonly string[]): string {
  return `Native review needed: ${locales.join(', ')}. Have each read by somebody whose language it is, before it goes out.`;
}

/** Narrower than this, two columns are no help. */
const LEAST_COLUMNS = 90;

/** A place of a text before and after, beside each other, or under each other where there is no room. */
export function sideBySide(before: string, after: string, width: number, style: Style): readonly string[] {
  if (width < LEAST_COLUMNS) {
    return [
      ...marked('-', before, width).map((line) => style.red(line)),
      ...marked('+', after, width).map((line) => style.green(line)),
    ];
  }
  const column = Math.floor((width - 7) / 2);
  const [left, right] = [wrapped(before, column), wrapped(after, column)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const [old, now] = [left[at] ?? '', right[at] ?? ''];
    return `    ${style.red(padColumns(old, column))} │ ${style.green(now)}`.trimEnd();
  });
}

function marked(sign: string, text: string, width: number): readonly string[] {
  return text === '' ? [] : wrapped(text, width - 6).map((line) => `    ${sign} ${line}`);
}

function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapMeasured(plainLine(line), width));
}

/** What keeps drafts from going out as they are: clashes, and texts that are too long. */
export function troubleLines(
  drafts: readonly Pick<WrittenDraft, 'id' | 'locale' | 'file' | 'clashes' | 'overs'>[],
  { cwd, width, style }: DraftTextPlace,
): readonly string[] {
  const clashing = drafts.filter(({ clashes }) => clashes.length > 0);
  const lines = clashing.flatMap(({ id, locale, file, clashes }) => [
    '',
    `${style.yellow(`${locale}/${id}`)}: you and the facts both changed the same; ${shownPath(file, cwd)} was left as it is.`,
    ...clashes.flatMap(({ part, mine, fresh }) => [
      `  ${part}, yours and the new one:`,
      ...sideBySide(mine, fresh, width, style),
    ]),
    `  Take one of them: lastpost draft write ${locale}/${id} --take mine, or --take new`,
  ]);
  return [...lines, ...drafts.flatMap((draft) => overLines(draft, style))];
}

function overLines(draft: Pick<WrittenDraft, 'id' | 'locale' | 'overs'>, style: Style): readonly string[] {
  const { id, locale, overs } = draft;
  if (overs.length === 0) return [];
  const { longFact } = draft as Partial<WrittenDraft>;
  const said = overs.map(({ part, count, most }) => `${part} has ${count} of ${most}`);
  const hint =
    longFact == null
      ? 'Shorten the draft, or write a shorter template.'
      : `The longest fact in it is ${longFact.key}, with ${plural(longFact.characters, 'character')}.`;
  return ['', `${style.red(`${locale}/${id}`)} is too long: ${said.join(', ')}.`, `  ${hint}`];
}
