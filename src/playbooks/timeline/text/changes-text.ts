import { plainLine, wrapMeasured } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { DrawPaper } from '../../draw/draw-text.ts';
import type { TimelineChanges } from '../compare-timelines.ts';
import { type PlanDays, planDays } from './plan-days.ts';
import { remarkLines } from './plan-text.ts';
import { planWords } from './plan-words.ts';

/** What moves when something is asked for otherwise: from when to when, and what there is to look at then. `what`: `last_day=2027-05-01` */
export function changesText(
  changes: TimelineChanges,
  after: Timeline,
  what: string,
  language: FactLanguage,
  paper: DrawPaper,
): string {
  const words = planWords[language];
  const days = planDays(after, language);
  const { moved, added, gone, newRemarks, goneRemarks } = changes;
  const line = (when: string, title: string) =>
    wrapMeasured(plainLine(title), Math.max(20, paper.width - 4)).flatMap((text, at, all) => [
      `${at === 0 ? '  ' : '    '}${text}`,
      ...(at === all.length - 1 ? [paper.style.dim(`    ${when}`)] : []),
    ]);
  const stays = after.steps.length - moved.length - added.length;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paper.style.bold(heading), ...lines];
  return [
    paper.style.bold(words.instead(what)),
    ...moved.flatMap(({ before: was, after: is }) => line(movedWords(was, is, days), is.title[language])),
    ...added.flatMap((step) => line(`${words.added}: ${days.begin(step)}`, step.title[language])),
    ...gone.flatMap((step) => line(`${words.gone} (${days.begin(step)})`, step.title[language])),
    moved.length + added.length + gone.length === 0 ? words.nothingMoves : words.stays(stays),
    ...section(words.newRemarks, remarkLines(newRemarks, language, paper)),
    ...section(words.goneRemarks, remarkLines(goneRemarks, language, paper)),
  ].join('\n');
}

/** A wait is when it ends; what only ends at another time says so with dots in front. */
function movedWords(was: TimelineStep, is: TimelineStep, days: PlanDays): string {
  const end = (step: TimelineStep) => days.begin({ ...step, startsAt: step.endsAt });
  if (is.kind === 'wait') return `${end(was)} → ${end(is)}`;
  return was.startsAt === is.startsAt ? `… ${end(was)} → … ${end(is)}` : `${days.begin(was)} → ${days.begin(is)}`;
}
