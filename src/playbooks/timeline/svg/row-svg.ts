import { plainLine } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import { round, textAt } from '../../draw/svg/node-shape.ts';
import { xmlText } from '../../draw/svg/xml-text.ts';
import { dueMark } from './due-mark.ts';
import { columns, type GroupRow, LINE_HEIGHT, type StepRow, whoDoes } from './gantt-rows.ts';
import { type Mark, markClasses, markSvg } from './step-mark.ts';
import type { TimeScale } from './time-scale.ts';

/** What stands behind the marks of a row: its colour, and the line below it. */
export function rowBack(isIrreversible: boolean, top: number, height: number, right: number): string {
  const { left } = columns.number;
  const back = isIrreversible
    ? `<rect class="beyond-row" x="${left}" y="${top}" width="${right - left}" height="${height}"/>`
    : '';
  return `${back}<path class="row-line" d="M${left} ${top + height}H${right}"/>`;
}

/** A step's number, title, people and time, and its mark with all of it as a tooltip. */
export function stepRowSvg(row: StepRow, top: number, mark: Mark, scale: TimeScale, language: FactLanguage): string {
  const { step, number, title, who, when, late, isNobody } = row;
  const y = top + LINE_HEIGHT;
  const titleNames = [
    'step-title',
    ...(step.isCritical ? ['critical-title'] : []),
    ...(step.isIrreversible ? ['irreversible-title'] : []),
  ].join(' ');
  const texts = [
    textAt('number', columns.number.left + columns.number.width - 4, y, String(number)),
    ...title.map((line, at) => textAt(titleNames, columns.step.left, y + at * LINE_HEIGHT, line)),
    ...who.map((line, at) => textAt(isNobody ? 'nobody' : 'who', columns.who.left, y + at * LINE_HEIGHT, line)),
    textAt('when', columns.when.left, y, when),
    ...(late === '' ? [] : [textAt('late-text', columns.when.left, y + LINE_HEIGHT - 1, late)]),
  ];
  const whole = plainLine(
    [`${number}. ${step.title[language]}`, whoDoes(step, language), when, late].filter((one) => one !== '').join(' · '),
  );
  return `<g data-step="${xmlText(step.id)}"><title>${xmlText(whole)}</title>${texts.join('')}<g class="${markClasses(step)}">${markSvg(mark, step.kind, step.isIrreversible, step.isWholeDay)}</g>${dueMark(step, mark, scale)}</g>`;
}

/** The name of a channel, and a bracket from its first step to its last. */
export function groupRowSvg(row: GroupRow, top: number, scale: TimeScale): string {
  const { left } = columns.number;
  const [from, to] = [scale.x(Date.parse(row.startsAt)), scale.x(Date.parse(row.endsAt))];
  const y = round(top + row.height / 2);
  const span = `<path class="group-span" d="M${round(from)} ${y + 4}V${y}H${round(Math.max(to, from + 6))}V${y + 4}"/>`;
  return `<g><rect class="group-row" x="${left}" y="${top}" width="${round(scale.right - left)}" height="${row.height}"/>${textAt('group', left + 6, top + 18, row.title)}${span}</g>`;
}
