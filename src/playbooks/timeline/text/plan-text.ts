import { padColumns, plainLine, wrapMeasured } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { PlanRemark, Timeline } from '../../../model/playbook/timeline.ts';
import type { DrawPaper } from '../../draw/draw-text.ts';
import { modeWords } from '../../draw/draw-words.ts';
import { effortLines } from './effort-lines.ts';
import { planDays } from './plan-days.ts';
import { planWords } from './plan-words.ts';
import { stepLines } from './step-lines.ts';

/** A plan for a terminal: its weeks, what it asks of whom, and what to look at before it begins. */
export function planText(timeline: Timeline, language: FactLanguage, paper: DrawPaper): string {
  const words = planWords[language];
  const { title, mode, steps, skipped, remarks, earliest } = timeline;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paper.style.bold(heading), ...lines];
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title[language] ?? id;
  const isSound = remarks.every(({ severity }) => severity !== 'error');
  return [
    ...wrap(title[language], 0, paper).map(paper.style.bold),
    ...wrap(modeWords[mode][language], 0, paper).map(paper.style.dim),
    ...headLines(timeline, language, paper),
    ...stepLines(timeline, language, paper),
    '',
    ...wrap(words.legend, 0, paper).map(paper.style.dim),
    ...section(words.effort, effortLines(timeline, language)),
    ...section(words.critical, wrap(timeline.criticalPath.map(titleOf).join(' → '), 0, paper)),
    ...section(
      words.leftOut,
      skipped.flatMap(({ id, because }) => wrap(`${id} (${words.onlyIf(because)})`, 0, paper)),
    ),
    ...section(words.remarks, remarkLines(remarks, language, paper)),
    '',
    isSound ? paper.style.bold(words.fits) : paper.style.red(words.fitsNot),
    ...(earliest === null ? [] : [words.earliest(earliest.input, earliest.day)]),
  ].join('\n');
}

function wrap(text: string, indent: number, { width }: DrawPaper): readonly string[] {
  return wrapMeasured(plainLine(text), Math.max(20, width - indent)).map((line) => ' '.repeat(indent) + line);
}

/** From when to when, with what, and the two moments that everybody should have in mind. */
function headLines(timeline: Timeline, language: FactLanguage, paper: DrawPaper): readonly string[] {
  const words = planWords[language];
  const days = planDays(timeline, language);
  const {
    startsAt,
    endsAt,
    inputs,
    timezone,
    holidays,
    steps,
    pointOfNoReturn: point,
    lastMomentToStop: stop,
  } = timeline;
  const stepAt = (id: string, at: string) => {
    const step = steps.find((one) => one.id === id);
    const isWholeDay = step?.isWholeDay ?? false;
    return `${days.begin({ startsAt: at, isWholeDay })}: ${step?.title[language] ?? id}`;
  };
  const count = Math.round((Date.parse(days.dayOf(endsAt)) - Date.parse(days.dayOf(startsAt))) / 86_400_000) + 1;
  const given = Object.entries(inputs).filter(([, value]) => value !== null);
  const rows: (readonly [string, string])[] = [
    [words.begins, days.begin({ startsAt, isWholeDay: false })],
    [words.ends, `${days.begin({ startsAt: endsAt, isWholeDay: false })} (${words.span(count)})`],
    [words.zone, `${timezone}, ${words.daysOff(holidays)}`],
    ...(given.length === 0
      ? []
      : [[words.inputs, given.map(([name, value]) => `${name}=${String(value)}`).join(', ')] as const]),
    ...(stop === null ? [] : [[words.lastMoment, stepAt(stop.step, stop.at)] as const]),
    [words.noReturn, point === null ? words.noNoReturn : stepAt(point.step, point.at)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.flatMap(([label, text]) =>
    wrap(text, width + 2, paper).map((line, at) =>
      at === 0 ? `${padColumns(label, width)}  ${line.trimStart()}` : line,
    ),
  );
}

export function remarkLines(
  remarks: readonly PlanRemark[],
  language: FactLanguage,
  paper: DrawPaper,
): readonly string[] {
  return remarks.flatMap(({ severity, message, fix }) => {
    const [first = '', ...rest] = wrap(message[language], 2, paper);
    const sign = severity === 'error' ? paper.style.red('!') : '-';
    return [`${sign}${first.slice(1)}`, ...rest, ...wrap(fix[language], 4, paper).map(paper.style.dim)];
  });
}
