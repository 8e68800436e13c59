import { closestMatch } from '../../../base/closest-match.ts';
import { KnownError } from '../../../base/known-error.ts';
import type { Person } from '../people.ts';
import type { RunPlan } from '../run-plan.ts';
import type { ScriptedReply } from './reply.ts';

/**
 * That a script speaks of steps and people who are there, and asks nobody for what time does.
 * @throws KnownError `rehearsal.unknown-step`, `rehearsal.unknown-person`, `rehearsal.not-asked`
 */
export function requireFittingScript(
  script: readonly ScriptedReply[],
  { steps }: Pick<RunPlan, 'steps'>,
  people: readonly Person[],
): void {
  const ids = steps.map(({ id }) => id);
  for (const { step, by, place = null } of script) {
    const planned = steps.find(({ id }) => id === step);
    if (planned === undefined) throw unknown('step', step, ids, place);
    if (planned.type === 'wait' || planned.type === 'uses') throw notAsked(step, planned.type, place);
    if (by !== null && !people.some(({ id }) => id === by)) {
      throw unknown(
        'person',
        by,
        people.map(({ id }) => id),
        place,
      );
    }
  }
}

function unknown(what: 'step' | 'person', word: string, known: readonly string[], place: string | null): KnownError {
  const near = closestMatch(word, known) ?? known.find((one) => one.endsWith(`/${word}`));
  const list = `Choose one of: ${known.join(', ')}.`;
  return new KnownError(
    `rehearsal.unknown-${what}`,
    `${inScript(place)} names a ${what} "${word}" that is not there.`,
    {
      hint: near === undefined ? list : `Did you mean "${near}"?`,
      exitCode: 2,
    },
  );
}

/** A script that was never written has no lines. */
function inScript(place: string | null): string {
  return place ?? 'The script';
}

function notAsked(step: string, type: 'wait' | 'uses', place: string | null): KnownError {
  const is = type === 'wait' ? 'waits for a date' : 'stands for another playbook';
  return new KnownError(
    'rehearsal.not-asked',
    `${inScript(place)} answers for ${step}, about which nobody is asked: it ${is}.`,
    {
      hint: 'Take its line out of the script.',
      exitCode: 2,
    },
  );
}
