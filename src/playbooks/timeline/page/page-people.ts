import { numberIn } from '../../../base/local-format.ts';
import { calendarDayIn } from '../../../base/zoned-format.ts';
import type { RoleEffort, Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import { daysOfStep } from '../svg/plan-dates.ts';
import { timeOf } from './page-days.ts';
import { moneyIn, type PageFrame, section, text, workIn } from './page-frame.ts';

/** Hours by role, and money where somebody said what an hour costs. */
export function effortSection({ effort, currency }: Timeline, frame: PageFrame): string {
  const { words, language } = frame;
  if (effort.length === 0) return section('effort', words.efforts, `<p>${text(words.noEfforts)}</p>`);
  const heads = [words.role, words.people, words.steps, words.hours, ...(currency === null ? [] : [words.cost])];
  const numeric = (html: string): string => `<td class="figure">${html}</td>`;
  const money = (cents: number | null): string[] => {
    if (currency === null) return [];
    return [numeric(cents === null ? text(words.unknown) : text(moneyIn(language, cents, currency)))];
  };
  const line = (name: string, people: string, { steps, minutes, unknown, costCents }: Sums): string => {
    const also = unknown === 0 ? '' : `<br><span class="quiet">${text(words.plusUnknown(unknown))}</span>`;
    return `<th scope="row">${name}</th><td>${people}</td>${numeric(numberIn(language, steps))}${numeric(text(workIn(language, minutes)) + also)}${money(costCents).join('')}`;
  };
  const rows = effort.map((one) => {
    const people =
      one.people.length === 0 ? `<b class="bad">${text(words.nobody(one.role))}</b>` : text(one.people.join(', '));
    return `<tr>${line(text(one.role), people, one)}</tr>`;
  });
  const sums = sumOf(effort);
  const head = heads.map((name, at) => `<th scope="col"${at > 1 ? ' class="figure"' : ''}>${text(name)}</th>`).join('');
  const note = sums.unknown === 0 ? '' : `<p class="quiet">${text(words.unknownMeans)}</p>`;
  return section(
    'effort',
    words.efforts,
    `<div class="scroll" tabindex="0" role="group" aria-labelledby="effort-heading"><table><caption>${text(words.effortsCaption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody><tfoot><tr>${line(text(words.total), '', sums)}</tr></tfoot></table></div>${note}`,
  );
}

type Sums = Pick<RoleEffort, 'steps' | 'minutes' | 'unknown' | 'costCents'>;

function sumOf(effort: readonly RoleEffort[]): Sums {
  return effort.reduce<Sums>(
    (sum, { steps, minutes, unknown, costCents }) => ({
      steps: sum.steps + steps,
      minutes: sum.minutes + minutes,
      unknown: sum.unknown + unknown,
      costCents: costCents === null ? sum.costCents : (sum.costCents ?? 0) + costCents,
    }),
    { steps: 0, minutes: 0, unknown: 0, costCents: null },
  );
}

/** One list for each person, and one for each role that nobody has. */
export function listsSection({ steps }: Timeline, frame: PageFrame): string {
  const { words } = frame;
  const lists = new Map<string, TimelineStep[]>();
  for (const step of steps) {
    const names = step.people.length > 0 ? step.people : step.roles.map(words.nobodyHas);
    for (const name of new Set(names)) lists.set(name, [...(lists.get(name) ?? []), step]);
  }
  if (lists.size === 0) return '';
  const html = [...lists].map(([name, own]) => listOf(name, own, frame)).join('\n');
  return section('lists', words.lists, `<p class="quiet">${text(words.listsMean)}</p>\n${html}`);
}

/** A list that is longer may go over the end of a page. */
const SHORT = 18;

function listOf(name: string, steps: readonly TimelineStep[], frame: PageFrame): string {
  const { words, language, zone } = frame;
  const minutes = steps.reduce((sum, { effortMinutes }) => sum + (effortMinutes ?? 0), 0);
  const unknown = steps.filter(({ effortMinutes }) => effortMinutes === null).length;
  const work = [
    ...(minutes === 0 && unknown > 0 ? [] : [workIn(language, minutes)]),
    ...(unknown === 0 ? [] : [words.plusUnknown(unknown)]),
  ].join(' ');
  const items = steps.map((step) => {
    const day = calendarDayIn(language, daysOfStep(step, zone).first);
    const own =
      step.effortMinutes === null || step.effortMinutes === 0
        ? ''
        : ` <span class="quiet">(${text(workIn(language, step.effortMinutes))})</span>`;
    const channel = step.channel === null ? '' : ` · ${text(step.channel)}`;
    const warning = step.isIrreversible ? ` <b class="bad">${text(words.irreversible)}</b>` : '';
    return `<li><span class="quiet">${text(day)}, ${timeOf(step, frame)}${channel}</span><br>${frame.title(step)}${own}${warning}</li>`;
  });
  return `<div class="list${steps.length > SHORT ? ' long' : ''}"><h3>${text(name)}</h3><p class="quiet">${text(words.listSum(steps.length, work))}</p><ul>${items.join('\n')}</ul></div>`;
}
