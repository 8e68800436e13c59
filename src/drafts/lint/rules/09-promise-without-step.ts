import { type FoundPromise, findPromises } from '../../promises/find-promises.ts';
import { stepFor } from '../../promises/promise-steps.ts';
import { promiseTitles } from '../../promises/promise-titles.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';

export const promiseWithoutStepRule: LintRule = {
  id: 'promise-without-step',
  severity: 'error',
  title: { en: 'Every promise is a step of the plan', de: 'Jede Zusage steht als Schritt im Plan' },
  explanation: {
    en: 'What nobody has to do by a day is not done. Every promise of the texts is looked for among the steps of the run or playbook: “lastpost draft promises” shows them all, with who owns each.',
    de: 'Was niemand bis zu einem Tag tun muss, geschieht nicht. Jede Zusage der Texte wird unter den Schritten des Laufs oder des Playbooks gesucht: „lastpost draft promises“ zeigt sie alle und wer für sie einsteht.',
  },
  lacks: ({ plan }) =>
    plan === null
      ? {
          en: 'It is not known which playbook the exit goes by: name it with --playbook NAME or --run ID.',
          de: 'Es ist nicht bekannt, nach welchem Playbook der Ausstieg läuft: Nennen Sie es mit --playbook NAME oder --run ID.',
        }
      : null,
  check: (kit) => {
    const seen = new Set<string>();
    return findPromises(kit.drafts, kit.facts).flatMap((found) => {
      const key = `${found.part.draft.name} ${found.kind}`;
      if (kit.plan === null || seen.has(key) || stepFor(found.kind, found.channel, kit.plan) !== undefined) return [];
      seen.add(key);
      return [withoutStep(found, kit.plan)];
    });
  },
};

function withoutStep({ part, from, to, kind }: FoundPromise, plan: NonNullable<LintKit['plan']>): Said {
  const what = promiseTitles[kind];
  const said = part.text.slice(from, to).replace(/\s+/g, ' ');
  const isRun = plan.kind === 'run';
  return {
    spot: part.spot(from, to),
    message: {
      en: `“${said}” promises that ${what.en}, and no step of ${plan.name} does that.`,
      de: `„${said}“ sagt zu, dass ${what.de}, und kein Schritt von ${plan.name} tut das.`,
    },
    fix: {
      en: `Add a step for it to the ${isRun ? 'run with “lastpost run amend”' : 'playbook'}, with a role and a day, or take the promise out.`,
      de: `Ergänzen Sie ${isRun ? 'im Lauf mit „lastpost run amend“' : 'im Playbook'} einen Schritt dafür, mit Rolle und Tag, oder streichen Sie die Zusage.`,
    },
  };
}
