import { plainLine } from '../../../base/text-columns.ts';
import { deadlineIn, zonedMomentIn } from '../../../base/zoned-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import type { Timeline, TimelineStep } from '../../../model/playbook/timeline.ts';
import { whoDoes } from './gantt-rows.ts';
import { ganttWords } from './gantt-words.ts';
import { whenShort } from './plan-dates.ts';

/** The picture in words, for people who have it read to them. */
export function describePlan(timeline: Timeline, language: FactLanguage): string {
  const words = ganttWords[language];
  const { steps, timezone: zone, pointOfNoReturn, lastMomentToStop, endsAt } = timeline;
  if (steps.length === 0) return words.noSteps;
  const at = (iso: string): string => zonedMomentIn(language, iso, zone);
  const dates = [
    ...(lastMomentToStop === null ? [] : [`${words.lastMoment}: ${at(lastMomentToStop.at)}.`]),
    pointOfNoReturn === null ? words.canBeUndone : `${words.noReturn}: ${at(pointOfNoReturn.at)}.`,
    `${words.end}: ${at(endsAt)}.`,
  ];
  const sentences = steps.map((step, index) => `${index + 1}. ${sentence(step, zone, language)}`);
  return [`${words.stepsCount(steps.length)}.`, ...dates, ...sentences].join('\n');
}

function sentence(step: TimelineStep, zone: string, language: FactLanguage): string {
  const words = ganttWords[language];
  const parts = [
    words.kinds[step.kind],
    whoDoes(step, language),
    whenShort(language, step, zone, false),
    ...(step.isIrreversible ? [words.irreversible] : []),
    ...(step.isLate && step.dueAt !== null
      ? [`${words.late}, ${words.dueOn(deadlineIn(language, step.dueAt, zone))}`]
      : []),
  ].filter((part) => part !== '–');
  return `${plainLine(step.title[language])}: ${parts.map(plainLine).join('; ')}.`;
}
