import type { PlanRemark, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { PlanFacts } from './plan-facts.ts';
import { beginOf, inBoth, titlesOf } from './remark-words.ts';

const HOUR_MS = 3_600_000;

/** What goes out to the public less than an hour after something else: nobody can answer in two places at once. */
export function collisionRemarks({ steps, scheduled }: PlanFacts): readonly PlanRemark[] {
  const zone = scheduled.tasks.plan.timezone;
  return closeTogether(steps.filter(({ type }) => type === 'publish')).map((group) => {
    const isOneChannel = group.every(({ channel }) => channel === group[0]?.channel);
    const message = inBoth((language) => {
      const [titles, first] = [titlesOf(group, language), group[0]];
      const when = first === undefined ? '' : beginOf(first, language, zone);
      const where = isOneChannel
        ? { de: 'auf demselben Kanal', en: 'on the same channel' }
        : { de: 'auf verschiedenen Kanälen', en: 'on different channels' };
      return language === 'de'
        ? `Innerhalb einer Stunde ${where.de}: ${titles} (ab ${when}).`
        : `Within one hour ${where.en}: ${titles} (from ${when}).`;
    });
    const fix = isOneChannel
      ? {
          de: 'Lass mindestens eine Stunde dazwischen, sonst verdeckt der eine Beitrag den anderen.',
          en: 'Leave at least an hour between them, or one post hides the other.',
        }
      : {
          de: 'Staffle sie, oder besetze jeden Kanal für die ersten Antworten.',
          en: 'Put them one after another, or have somebody on each channel for the first replies.',
        };
    return { code: 'collision', severity: 'warning' as const, steps: group.map(({ id }) => id), message, fix };
  });
}

/** Runs of steps each of which begins less than an hour after the one before it. */
function closeTogether(published: readonly TimelineStep[]): readonly (readonly TimelineStep[])[] {
  const groups: TimelineStep[][] = [];
  for (const step of published) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const isClose = before !== undefined && Date.parse(step.startsAt) - Date.parse(before.startsAt) < HOUR_MS;
    if (last !== undefined && isClose) last.push(step);
    else groups.push([step]);
  }
  return groups.filter(({ length }) => length > 1);
}
