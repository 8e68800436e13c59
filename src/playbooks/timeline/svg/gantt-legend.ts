import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineKind } from '../../../model/playbook/timeline.ts';
import type { Holiday } from '../../../model/run/holidays/holiday-rule.ts';
import type { Block } from '../../draw/svg/legend.ts';
import { textWidth } from '../../draw/svg/measure-text.ts';
import { textAt } from '../../draw/svg/node-shape.ts';
import { flag } from './due-mark.ts';
import { fitText } from './fit-text.ts';
import { columns } from './gantt-rows.ts';
import { ganttWords } from './gantt-words.ts';
import { dayShort } from './plan-dates.ts';
import { type Mark, markClasses, markSvg } from './step-mark.ts';

interface Entry {
  readonly text: string;
  readonly width: number;
  draw(x: number, y: number): string;
}

const SIZE = 12;
const ROW = 21;
const GAP = 22;

/** What the marks mean, of those that are in the picture, and which holidays are. */
export function ganttLegend(
  timeline: Timeline,
  holidays: readonly Holiday[],
  language: FactLanguage,
  width: number,
): Block {
  const { left } = columns.number;
  const inner = width - 2 * left;
  let [x, y] = [left, 22];
  const drawn = entriesOf(timeline, language).map((entry) => {
    const all = entry.width + 8 + textWidth(entry.text, SIZE);
    if (x > left && x + all > left + inner) [x, y] = [left, y + ROW];
    const svg = entry.draw(x, y) + textAt('legend-text', x + entry.width + 8, y + 4, entry.text);
    x += all + GAP;
    return svg;
  });
  const named = holidayLines(timeline, holidays, language, inner);
  const lines = named.map((line, at) => textAt('legend-text', left, y + 24 + at * 16, line));
  return { svg: [...drawn, ...lines].join('\n'), height: y + 14 + (named.length === 0 ? 0 : 10 + named.length * 16) };
}

function holidayLines({ timezone }: Timeline, holidays: readonly Holiday[], language: FactLanguage, width: number) {
  if (holidays.length === 0) return [];
  const names = holidays.map(({ day, name }) => `${dayShort(language, day, timezone)} ${name}`);
  return fitText(`${ganttWords[language].holidays}: ${names.join('; ')}`, width, SIZE, 2).lines;
}

function entriesOf({ steps }: Timeline, language: FactLanguage): readonly Entry[] {
  const words = ganttWords[language];
  const has = (is: (step: Timeline['steps'][number]) => boolean): boolean => steps.some(is);
  const kinds = (Object.keys(words.kinds) as TimelineKind[]).filter((kind) =>
    has((step) => step.kind === kind && !step.isIrreversible),
  );
  return [
    ...kinds.map((kind) => bar(kind, words.kinds[kind])),
    ...(has(({ isIrreversible }) => isIrreversible) ? [bar('hand', words.irreversible, { isIrreversible: true })] : []),
    ...(has(({ isCritical }) => isCritical) ? [bar('hand', words.critical, { isCritical: true })] : []),
    ...(has(({ isWholeDay }) => isWholeDay) ? [bar('hand', words.wholeDay, { isWholeDay: true })] : []),
    moment(words.moment),
    ...(has(({ dueAt, isLate }) => dueAt !== null && !isLate) ? [due('due', words.due)] : []),
    ...(has(({ isLate }) => isLate) ? [due('due late', words.late)] : []),
    {
      text: words.restDays,
      width: 26,
      draw: (x, y) =>
        `<rect class="weekend" x="${x}" y="${y - 8}" width="13" height="16"/><rect class="holiday" x="${x + 13}" y="${y - 8}" width="13" height="16"/>`,
    },
  ];
}

interface Looks {
  readonly isIrreversible?: boolean;
  readonly isCritical?: boolean;
  readonly isWholeDay?: boolean;
}

function bar(
  kind: TimelineKind,
  text: string,
  { isIrreversible = false, isCritical = false, isWholeDay = false }: Looks = {},
): Entry {
  return {
    text,
    width: 34,
    draw: (x, y) => {
      const mark: Mark = { shape: 'bar', left: x, right: x + 34, y };
      return `<g class="${markClasses({ kind, isIrreversible, isCritical })}">${markSvg(mark, kind, isIrreversible, isWholeDay)}</g>`;
    },
  };
}

function moment(text: string): Entry {
  return {
    text,
    width: 14,
    draw: (x, y) =>
      `<g class="hand">${markSvg({ shape: 'moment', left: x, right: x + 14, y }, 'hand', false, false)}</g>`,
  };
}

function due(names: string, text: string): Entry {
  return { text, width: 10, draw: (x, y) => `<g class="${names}">${flag(x + 8, y)}</g>` };
}
