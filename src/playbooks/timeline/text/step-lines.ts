import { roughSpan } from '../../../base/short-moment.ts';
import { columnsOf, padColumns, plainLine, wrapMeasured } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineKind, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { DrawPaper } from '../../draw/draw-text.ts';
import { drawWords } from '../../draw/draw-words.ts';
import { hoursIn } from '../remarks/hours-text.ts';
import { type PlanDays, planDays } from './plan-days.ts';
import { planWords } from './plan-words.ts';

const signs: Readonly<Record<TimelineKind, string>> = { hand: '■', approval: '◆', wait: '○', machine: '·' };

/** Day and hour in front of a step. */
const DAY_COLUMNS = 11;
const CLOCK_COLUMNS = 6;

/** The steps of a plan, week by week, with the line behind which nothing comes back. */
export function stepLines(timeline: Timeline, language: FactLanguage, paper: DrawPaper): readonly string[] {
  const days = planDays(timeline, language);
  const words = planWords[language];
  const point = timeline.pointOfNoReturn?.step;
  let [week, day] = ['', ''];
  return timeline.steps.flatMap((step) => {
    const monday = days.mondayOf(step.startsAt);
    const heading = monday === week ? [] : ['', paper.style.bold(words.weekOf(days.date(monday)))];
    const isSameDay = heading.length === 0 && days.dayOf(step.startsAt) === day;
    [week, day] = [monday, days.dayOf(step.startsAt)];
    const line = step.id === point ? [paper.style.red(noReturnLine(language, paper.width))] : [];
    return [...heading, ...line, ...linesOf(step, isSameDay, { timeline, language, paper, days })];
  });
}

function noReturnLine(language: FactLanguage, width: number): string {
  const text = `━━━ ${drawWords[language].noReturn} `;
  return text + '━'.repeat(Math.max(3, Math.min(width, 100) - columnsOf(text)));
}

interface Around {
  readonly timeline: Timeline;
  readonly language: FactLanguage;
  readonly paper: DrawPaper;
  readonly days: PlanDays;
}

function linesOf(step: TimelineStep, isSameDay: boolean, around: Around): readonly string[] {
  const { language, paper, days } = around;
  const gutter = DAY_COLUMNS + CLOCK_COLUMNS + 2;
  const wrap = (text: string) => wrapMeasured(plainLine(text), Math.max(20, paper.width - gutter));
  const date = padColumns(isSameDay ? '' : days.brief(step.startsAt), DAY_COLUMNS);
  const clock = padColumns(step.isWholeDay ? '' : days.clock(step.startsAt).slice(0, 5), CLOCK_COLUMNS);
  const sign = step.isIrreversible ? '✖' : signs[step.kind];
  const [first = '', ...rest] = wrap(step.title[language]);
  const title = step.kind === 'machine' ? paper.style.dim(first) : first;
  const facts = factsOf(step, around);
  return [
    `${date}${clock}${sign} ${title}`,
    ...rest.map((line) => `${' '.repeat(gutter)}${line}`),
    ...(facts === '' ? [] : wrap(facts).map((line) => `${' '.repeat(gutter)}${paint(line, step, paper)}`)),
  ];
}

function paint(line: string, { isLate }: TimelineStep, { style }: DrawPaper): string {
  return isLate ? style.red(line) : style.dim(line);
}

/** Who, how much work, until when, by when, how late. A machine needs none of this. */
function factsOf(step: TimelineStep, { language, days, timeline }: Around): string {
  const words = planWords[language];
  const { kind, effortMinutes, endsAt, startsAt, dueAt, isLate } = step;
  const facts: string[] = [];
  if (kind === 'hand' || kind === 'approval') facts.push(whoOf(step, timeline, language));
  if (effortMinutes !== null) facts.push(hoursIn(language, effortMinutes));
  const isLong = days.dayOf(endsAt) !== days.dayOf(startsAt);
  if (isLong)
    facts.push(words.until(kind === 'wait' ? `${days.brief(endsAt)}, ${days.clock(endsAt)}` : days.brief(endsAt)));
  if (dueAt !== null && (kind !== 'wait' || isLate)) facts.push(words.due(days.deadline(dueAt)));
  if (isLate && dueAt !== null) facts.push(words.late(roughSpan(language, dueAt, endsAt)));
  return facts.join(' · ');
}

/** `brand, legal: Anna Berg, Lena Maurer`. */
function whoOf({ roles, people, id }: TimelineStep, { remarks }: Timeline, language: FactLanguage): string {
  const words = planWords[language];
  if (roles.length === 0) return words.anybody;
  const isNobody = remarks.some(({ code, steps }) => code === 'nobody' && steps.includes(id));
  const names = people.length > 0 ? people.join(', ') : isNobody ? words.nobody.toUpperCase() : '';
  return names === '' ? roles.join(', ') : `${roles.join(', ')}: ${names}`;
}
