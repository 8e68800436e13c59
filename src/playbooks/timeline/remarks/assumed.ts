import type { PlanRemark, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { PlanFacts } from './plan-facts.ts';
import { inBoth, quoted, titlesOf } from './remark-words.ts';

/** What only the run can bring: conditions over outcomes, and waits that end when something is so. */
export function assumedRemarks({ steps, scheduled }: PlanFacts): readonly PlanRemark[] {
  const { assumed, byId } = scheduled.tasks;
  const open = steps.filter(({ id }) => byId.get(id)?.step.wait?.condition != null);
  const conditions = [...new Set(assumed.map(({ text }) => text))].map((text) => {
    const ids = new Set(assumed.filter((one) => one.text === text).map(({ id }) => id));
    const about = steps.filter(({ id }) => ids.has(id));
    return condition(text, about);
  });
  return [...conditions.filter((one) => one.steps.length > 0), ...(open.length === 0 ? [] : [wait(open)])];
}

function condition(text: string, steps: readonly TimelineStep[]): PlanRemark {
  return {
    code: 'assumed',
    severity: 'warning',
    steps: steps.map(({ id }) => id),
    message: inBoth((language) =>
      language === 'de'
        ? `Ob ${titlesOf(steps, language)} nötig ${steps.length === 1 ? 'ist' : 'sind'}, zeigt erst der Durchlauf (${text}). Eingeplant.`
        : `Only the run shows whether ${titlesOf(steps, language)} ${steps.length === 1 ? 'is' : 'are'} needed (${text}). Planned in.`,
    ),
    fix: { de: 'Nichts; halte die Zeit frei.', en: 'Nothing; keep the time free.' },
  };
}

function wait(steps: readonly TimelineStep[]): PlanRemark {
  return {
    code: 'unknown-wait',
    severity: 'warning',
    steps: steps.map(({ id }) => id),
    message: inBoth((language) =>
      language === 'de'
        ? `Wie lange es dauert, weiß niemand: ${steps.map(({ title }) => quoted(title.de, 'de')).join(', ')}. Ohne Zeit eingeplant.`
        : `Nobody knows how long it takes: ${steps.map(({ title }) => quoted(title.en, 'en')).join(', ')}. Planned as no time at all.`,
    ),
    fix: { de: 'Rechne mit mehr Zeit, als hier steht.', en: 'Allow for more time than stands here.' },
  };
}
