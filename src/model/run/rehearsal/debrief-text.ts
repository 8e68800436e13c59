import { shortDeadline, shortMoment } from '../../../base/short-moment.ts';
import { wrapMeasured } from '../../../base/text-columns.ts';
import type { Debrief, MishapReport, RehearsedStep } from './debrief.ts';
import { inEnglish } from './debrief-in-english.ts';
import { inGerman } from './debrief-in-german.ts';
import type { DebriefWords } from './debrief-words.ts';

export interface DebriefPaper {
  readonly language: 'de' | 'en';
  readonly format: 'text' | 'markdown';
  /** Columns, of text alone. */
  readonly width: number;
}

interface Section {
  readonly head: string;
  readonly lines: readonly string[];
}

interface Writer extends DebriefWords {
  readonly language: 'de' | 'en';
  readonly at: (iso: string) => string;
  /** Of what has to be done by then. */
  readonly by: (iso: string) => string;
  readonly number: (value: number) => string;
}

/** A debrief for people to read. */
export function debriefText(debrief: Debrief, paper: DebriefPaper): string {
  const writer = writerFor(debrief, paper.language);
  const head = writer.title(debrief.title[paper.language]);
  const sections = sectionsOf(debrief, writer).filter(({ lines }) => lines.length > 0);
  if (paper.format === 'markdown') return asMarkdown(head, introOf(debrief, writer), sections);
  const wrap = (line: string, indent: string) =>
    wrapMeasured(line, Math.max(30, paper.width - indent.length)).map(
      (part, at) => (at === 0 ? indent : ' '.repeat(indent.length)) + part,
    );
  return [
    head,
    ...introOf(debrief, writer).flatMap((line) => wrap(line, '')),
    ...sections.flatMap((section) => ['', section.head, ...section.lines.flatMap((line) => wrap(line, '  '))]),
  ].join('\n');
}

function asMarkdown(head: string, intro: readonly string[], sections: readonly Section[]): string {
  const parts = sections.flatMap((section) => [
    '',
    `## ${section.head}`,
    '',
    ...section.lines.map((line) => `- ${line}`),
  ]);
  return [`# ${head}`, '', intro.join('  \n'), ...parts].join('\n');
}

function writerFor({ timezone }: Debrief, language: 'de' | 'en'): Writer {
  const words = language === 'de' ? inGerman : inEnglish;
  const number = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 });
  return {
    ...words,
    language,
    at: (iso) => (iso === '' ? '' : shortMoment(language, iso, timezone)),
    by: (iso) => shortDeadline(language, iso, timezone),
    number: (value) => number.format(value),
  };
}

function introOf(debrief: Debrief, writer: Writer): readonly string[] {
  const { beganAt, endedAt, timezone, ended, state, reason, standIns } = debrief;
  return [
    writer.notReal,
    writer.fromTo(writer.at(beganAt), writer.at(endedAt), timezone),
    state === 'succeeded' ? writer.succeeded : ended ? writer.endedAs(state, reason) : writer.stuck,
    ...standIns.map(({ role, people }) => writer.standIn(role, people.join(', '))),
  ];
}

function sectionsOf(debrief: Debrief, writer: Writer): readonly Section[] {
  const { heads, language } = writer;
  return [
    { head: heads.open, lines: openLines(debrief, writer) },
    { head: heads.late, lines: lateLines(debrief, writer) },
    { head: heads.waited, lines: waitedLines(debrief, writer) },
    { head: heads.noReturn, lines: noReturnLines(debrief, writer) },
    { head: heads.mishaps, lines: debrief.mishaps.flatMap((mishap) => mishapLines(mishap, writer)) },
    { head: heads.missing, lines: missingLines(debrief, writer) },
    { head: heads.advice, lines: debrief.advice.map((one) => one[language]) },
  ];
}

function openLines({ waitsFor }: Debrief, writer: Writer): readonly string[] {
  const { language } = writer;
  return waitsFor.map(({ title, people, reason, waits }) => {
    const why = reason?.[language] ?? null;
    if (people.length > 0) return writer.open(title[language], people.join(', '), why === null ? '' : ` – ${why}`);
    if (why !== null) return `${title[language]}: ${why}`;
    return writer.open(title[language], waits === 'timer' ? writer.aDate : writer.nobody, '');
  });
}

function missingLines({ missing, steps }: Debrief, { missing: words, language }: Writer): readonly string[] {
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title[language] ?? id;
  return missing.map(({ what, which, steps: ids }) => words[what](ids.map(titleOf).join(', '), which ?? ''));
}

function lateLines({ late, steps }: Debrief, writer: Writer): readonly string[] {
  if (late.length === 0) return [steps.some(({ dueAt }) => dueAt !== null) ? writer.inTime : writer.noDates];
  return late.map((step) => lateLine(step, writer));
}

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

function lateLine({ title, dueAt, doneAt, lateMinutes }: RehearsedStep, writer: Writer): string {
  const by =
    lateMinutes < DAY_MINUTES
      ? writer.hours(Math.ceil(lateMinutes / HOUR_MINUTES))
      : writer.days(writer.number(Math.round(lateMinutes / DAY_MINUTES)));
  const due = dueAt === null ? '' : writer.by(dueAt);
  return writer.late(title[writer.language], due, doneAt === null ? null : writer.at(doneAt), by);
}

function waitedLines({ waitedFor }: Debrief, writer: Writer): readonly string[] {
  return waitedFor.map(({ role, people, steps, workingDays }) =>
    writer.waited(role, people.join(', '), steps, writer.number(workingDays)),
  );
}

function noReturnLines({ noReturn }: Debrief, writer: Writer): readonly string[] {
  if (noReturn === null) return [writer.noNoReturn];
  const { title, at, before, isAllBefore } = noReturn;
  const { language } = writer;
  return [
    writer.noReturn(title[language], at === null ? null : writer.at(at)),
    ...(before.length === 0 ? [] : [isAllBefore ? writer.allBefore : writer.notAllBefore]),
    ...before.map(
      (one) =>
        `${writer.before[one.what]}: ${one.title[language]}, ${one.at === null ? writer.notYet : writer.at(one.at)}`,
    ),
  ];
}

function mishapLines(mishap: MishapReport, writer: Writer): readonly string[] {
  const { name, hit, slipped } = mishap;
  if (!hit) return [`${name}: ${writer.nothingToHit[name]}`];
  return [
    `${name}: ${writer.mishaps[name](mishap, writer.at)} ${writer.cost(mishap)}`,
    ...slipped.map(({ title, days }) => writer.slipped(title[writer.language], writer.number(days))),
  ];
}
