import { columnsOf, padColumns, plainLine } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { RoleEffort, Timeline } from '../../../model/playbook/timeline.ts';
import { hoursIn } from '../remarks/hours-text.ts';
import { moneyIn } from './money-text.ts';
import { planWords } from './plan-words.ts';

const WHO_COLUMNS = 30;

/** How much each role has to do, and what it costs where somebody said what an hour is. */
export function effortLines({ effort, currency, steps }: Timeline, language: FactLanguage): readonly string[] {
  const words = planWords[language];
  const cost = (cents: number | null) =>
    cents === null || currency === null ? '–' : moneyIn(language, cents, currency);
  const row = ({ role, people, steps: count, minutes, unknown, costCents }: RoleEffort) => [
    role,
    shortened(people.join(', ')),
    String(count),
    `${unknown === count ? '?' : hoursIn(language, minutes)}${unknown > 0 && unknown < count ? ' + ?' : ''}`,
    ...(currency === null ? [] : [unknown === count ? '–' : cost(costCents)]),
  ];
  const sum = (of: (one: RoleEffort) => number) => effort.reduce((total, one) => total + of(one), 0);
  // A sum that lacks something says so.
  const isWhole = effort.every(({ costCents, unknown }) => costCents !== null && unknown === 0);
  const minutes = sum((one) => one.minutes);
  const isLacking = effort.some(({ unknown }) => unknown > 0);
  const total = [
    words.total,
    '',
    '',
    isLacking && minutes === 0 ? '?' : `${hoursIn(language, minutes)}${isLacking ? ' + ?' : ''}`,
    ...(currency === null ? [] : [`${cost(sum(({ costCents }) => costCents ?? 0))}${isWhole ? '' : ' + ?'}`]),
  ];
  const rows = [
    [...words.columns].slice(0, currency === null ? 4 : 5),
    ...effort.map(row),
    ...(effort.length > 1 ? [total] : []),
  ];
  const machines = steps.filter(({ kind }) => kind === 'machine').length;
  return [...(effort.length === 0 ? [] : aligned(rows)), ...(machines === 0 ? [] : [words.machine(machines)])];
}

function shortened(text: string): string {
  const line = plainLine(text);
  return line.length <= WHO_COLUMNS ? line : `${line.slice(0, WHO_COLUMNS - 1)}…`;
}

/** Names to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return at < 2 ? padColumns(cell, width) : ' '.repeat(width - columnsOf(cell)) + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
