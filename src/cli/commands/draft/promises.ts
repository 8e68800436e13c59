import type { ListedPromises } from '../../../journeys/drafts/list-promises.ts';
import { defineCommand } from '../../command-spec.ts';
import { keptDraftErrors } from '../../draft-options.ts';
import { exitPlanErrors, exitPlanOptions, planWished } from '../../exit-plan-options.ts';
import { promisesText } from '../../promises-text.ts';

export const promisesCommand = defineCommand({
  description:
    'Lists what the drafts promise, each promise once: the sentence, in which drafts it stands, who owns it, by when, and the ' +
    'step of the plan that keeps it. Promises are read out of the files as they are now, so that what somebody wrote by hand ' +
    'is among them. In a run it says what is kept and when, and what is late; in one that is over, how many were kept. ' +
    'Nothing is written.',
  arguments: [],
  options: exitPlanOptions,
  examples: [
    { command: 'draft promises', explains: 'By the run under way, or the playbook for the platform:' },
    { command: 'draft promises --playbook our-exit', explains: 'By a playbook of your own, before it is begun:' },
    { command: 'draft promises --run leave-x-7f3k --json', explains: 'A year later, for the report:' },
  ],
  errors: {
    'exit-plan.none': 'it is not known by which playbook the exit goes; name it with --playbook',
    ...exitPlanErrors,
    ...keptDraftErrors,
  },
  exitCodes: {
    0: 'every promise has its step, and none is late',
    1: 'a promise has no step, or its step is late',
    2: 'wrong use or settings, or no plan to look in',
  },
  run: async (options, context) => {
    const { listPromises } = await import('../../../journeys/drafts/list-promises.ts');
    const listed = await listPromises(planWished(options), context, context);
    const isBroken = listed.promises.some(({ state }) => state === 'no-step' || state === 'late');
    return { exitCode: isBroken ? 1 : 0, json: jsonOf(listed), text: promisesText(listed, context) };
  },
});

function jsonOf({ plan, promises, isOver }: ListedPromises): object {
  return {
    plan,
    over: isOver,
    kept: promises.filter(({ state }) => state === 'kept').length,
    total: promises.length,
    promises: promises.map(({ kind, channel, sentence, locale, by, drafts, step, owners, dueAt, state, keptAt }) => ({
      promise: kind,
      state,
      channel,
      by,
      due_at: dueAt,
      kept_at: keptAt,
      owners,
      step: step === null ? null : { id: step.id, title: step.title, starts_at: step.startsAt },
      sentence,
      locale,
      drafts,
    })),
  };
}
