import { dayAt } from '../../../base/zoned-time.ts';
import type { PlanRemark } from '../../../model/playbook/timeline.ts';
import type { PlanFacts } from './plan-facts.ts';
import { beginOf, inBoth, quoted } from './remark-words.ts';

/** What goes out, or cannot be undone, on a day on which nobody is there to look after it. */
export function weekendRemarks({ steps, scheduled }: PlanFacts): readonly PlanRemark[] {
  const { isWorkingDay, plan } = scheduled.tasks;
  return steps
    .filter(({ type, kind, isIrreversible }) => type === 'publish' || (isIrreversible && kind === 'hand'))
    .filter(({ startsAt }) => !isWorkingDay(dayAt(startsAt, plan.timezone)))
    .map((step) => ({
      code: 'weekend',
      severity: 'warning',
      steps: [step.id],
      message: inBoth((language) => {
        const [title, when] = [quoted(step.title[language], language), beginOf(step, language, plan.timezone)];
        return language === 'de'
          ? `${title} fällt auf einen arbeitsfreien Tag: ${when}.`
          : `${title} falls on a day off: ${when}.`;
      }),
      fix: {
        de: 'Klären Sie, wer an diesem Tag Dienst hat und antwortet, oder nehmen Sie einen Werktag.',
        en: 'Settle who is on duty that day and answers, or take a working day.',
      },
    }));
}
