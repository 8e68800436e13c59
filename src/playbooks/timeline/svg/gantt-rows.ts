import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import { fitText } from './fit-text.ts';
import { type GanttWords, ganttWords } from './gantt-words.ts';
import { dueShort, whenShort } from './plan-dates.ts';

/** Columns left of the chart: where each begins, and how wide its words may be. */
export const columns = {
  number: { left: 28, width: 24 },
  step: { left: 58, width: 268 },
  who: { left: 338, width: 118 },
  when: { left: 466, width: 116 },
} as const;
export const LINE_HEIGHT = 15;
export const TITLE_SIZE = 12.5;
export const SMALL_SIZE = 11;
const PADDING = 7;
const DENSE_PADDING = 4;
const LATE_SIZE = 10.5;
const GROUP_HEIGHT = 26;
/** From here on each step has one line only: a plan that long is read for its shape. */
const DENSE_FROM = 61;

export interface StepRow {
  readonly kind: 'step';
  readonly step: TimelineStep;
  /** In the order in which steps begin, as in the tables of the page. */
  readonly number: number;
  readonly title: readonly string[];
  readonly isCut: boolean;
  readonly who: readonly string[];
  readonly isNobody: boolean;
  readonly when: string;
  /** When it should be done, where it is too late for that; '' otherwise. */
  readonly late: string;
  readonly height: number;
}

export interface GroupRow {
  readonly kind: 'group';
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly height: number;
}

export type GanttRow = StepRow | GroupRow;

/** One row for each step; below the name of its channel where a plan is about several. */
export function ganttRows(timeline: Timeline, language: FactLanguage, isHourly: boolean): readonly GanttRow[] {
  const words = ganttWords[language];
  const isDense = timeline.steps.length >= DENSE_FROM;
  const rows = timeline.steps.map((step, at) => stepRow(step, at + 1, { timeline, language, isHourly, isDense }));
  const channels = new Set(timeline.steps.map(({ channel }) => channel));
  const named = [...channels].filter((channel) => channel !== null);
  if (named.length < 2) return rows;
  return [...(channels.has(null) ? [null] : []), ...named].flatMap((channel) => {
    const own = rows.filter(({ step }) => step.channel === channel);
    return [groupRow(channel, own, words), ...own];
  });
}

function groupRow(channel: string | null, rows: readonly StepRow[], words: GanttWords): GroupRow {
  const last = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);
  const first = rows[0]?.step.startsAt ?? '';
  return {
    kind: 'group',
    title: fitText(channel ?? words.allChannels, columns.step.width + columns.who.width, 13, 1, true).lines[0] ?? '',
    startsAt: first,
    endsAt: rows.map(({ step }) => step.endsAt).reduce(last, first),
    height: GROUP_HEIGHT,
  };
}

interface RowSettings {
  readonly timeline: Timeline;
  readonly language: FactLanguage;
  readonly isHourly: boolean;
  readonly isDense: boolean;
}

function stepRow(step: TimelineStep, number: number, settings: RowSettings): StepRow {
  const { timeline, language, isHourly, isDense } = settings;
  const { timezone: zone } = timeline;
  const most = isDense ? 1 : 2;
  const title = fitText(step.title[language], columns.step.width, TITLE_SIZE, most, step.isCritical);
  const who = fitText(whoDoes(step, language), columns.who.width, SMALL_SIZE, most);
  const words = ganttWords[language];
  const due = step.isLate && step.dueAt !== null ? words.lateFor(dueShort(language, step, zone, isHourly)) : '';
  const late = fitText(due, columns.when.width, LATE_SIZE, 1, true).lines[0] ?? '';
  const lines = Math.max(title.lines.length, who.lines.length, late === '' ? 1 : 2);
  return {
    kind: 'step',
    step,
    number,
    title: title.lines,
    isCut: title.isCut || who.isCut,
    who: who.lines,
    isNobody: step.people.length === 0 && step.roles.length > 0,
    when: whenShort(language, step, zone, isHourly),
    late,
    height: lines * LINE_HEIGHT + (isDense ? DENSE_PADDING : PADDING),
  };
}

/** People by name; their roles where nobody has them; Lastpost where it needs nobody. */
export function whoDoes({ people, roles, kind }: TimelineStep, language: FactLanguage): string {
  const words = ganttWords[language];
  if (people.length > 0) return people.join(', ');
  if (roles.length > 0) return words.nobody(roles.join(', '));
  if (kind === 'machine') return words.machine;
  return kind === 'wait' ? '–' : words.anybody;
}
