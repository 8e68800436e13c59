import { roughSpan } from '../../../base/short-moment.ts';
import { deadlineIn } from '../../../base/zoned-format.ts';
import type { PlanRemark, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { PlanFacts } from './plan-facts.ts';
import { endOf, inBoth, quoted } from './remark-words.ts';

/** What ends after its date, and how much. */
export function lateRemarks(facts: PlanFacts): readonly PlanRemark[] {
  return facts.steps.flatMap((step) => {
    if (!step.isLate || step.dueAt === null) return [];
    return [
      {
        code: 'late',
        severity: 'error' as const,
        steps: [step.id],
        message: step.kind === 'wait' ? passed(step, step.dueAt, facts) : late(step, step.dueAt, facts),
        fix: fixOf(facts),
      },
    ];
  });
}

function late(step: TimelineStep, dueAt: string, { scheduled }: PlanFacts) {
  const zone = scheduled.tasks.plan.timezone;
  return inBoth((language) => {
    const [title, ends, due] = [
      quoted(step.title[language], language),
      endOf(step, language, zone),
      deadlineIn(language, dueAt, zone),
    ];
    const much = roughSpan(language, dueAt, step.endsAt);
    return language === 'de'
      ? `${title} soll bis ${due} fertig sein und wird es erst am ${ends}: ${much} zu spät.`
      : `${title} is due ${due}, and would be done ${ends}: ${much} too late.`;
  });
}

function passed(step: TimelineStep, dueAt: string, { scheduled }: PlanFacts) {
  const zone = scheduled.tasks.plan.timezone;
  return inBoth((language) => {
    const title = quoted(step.title[language], language);
    const much = roughSpan(language, dueAt, step.startsAt);
    const [due, ready] = [deadlineIn(language, dueAt, zone), deadlineIn(language, step.startsAt, zone)];
    return language === 'de'
      ? `${title}: Der Termin ${due} verstreicht, weil alles davor erst ${much} später erledigt ist (${ready}).`
      : `${title}: ${due} passes, because what comes before it is done ${much} later (${ready}).`;
  });
}

function fixOf({ earliest, input }: PlanFacts) {
  return inBoth((language) => {
    const sooner =
      language === 'de'
        ? 'Früher beginnen, davor etwas streichen oder abkürzen'
        : 'Begin sooner, drop or shorten something before it';
    if (earliest === null || input === null) return `${sooner}.`;
    return language === 'de'
      ? `${sooner} oder verschieben: ab ${input.input}=${earliest} passt alles.`
      : `${sooner}, or move it: from ${input.input}=${earliest} on everything fits.`;
  });
}
