import type { PlanRemark } from '../../../model/playbook/timeline.ts';
import type { PlanFacts } from './plan-facts.ts';
import { inBoth, titlesOf } from './remark-words.ts';

/** Work of which the playbook does not say how much it is: the sums are too small by it. */
export function unknownEffortRemarks({ steps }: PlanFacts): readonly PlanRemark[] {
  const unknown = steps.filter(
    ({ kind, effortMinutes }) => (kind === 'hand' || kind === 'approval') && effortMinutes === null,
  );
  if (unknown.length === 0) return [];
  const message = inBoth((language) =>
    language === 'de'
      ? `Wie viel Arbeit das ist, steht nicht im Ablauf: ${titlesOf(unknown, language)}. In den Summen fehlt es.`
      : `The playbook does not say how much work this is: ${titlesOf(unknown, language)}. The sums lack it.`,
  );
  const fix = {
    de: 'Ergänze effort: im Ablauf, etwa effort: 90m.',
    en: 'Add effort: in the playbook, such as effort: 90m.',
  };
  return [{ code: 'unknown-effort', severity: 'warning', steps: unknown.map(({ id }) => id), message, fix }];
}
