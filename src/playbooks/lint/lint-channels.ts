import type { PlannedStep } from '../../model/run/run-plan.ts';
import { error, type Remark } from '../remark.ts';
import { StepGraph } from '../step-graph.ts';
import type { LintRules, LintSubject } from './lint-subject.ts';

/** The types of step that are about one channel, and tell those after them which. */
const ofChannel: readonly string[] = ['snapshot', 'verify', 'complete'];

/** Steps about a channel: that something says which one. Looks at a playbook with all that it uses, as a run would. */
export const lintChannels: LintRules = (subject) => {
  const steps = subject.unrolled.map(({ step }) => step);
  const graph = new StepGraph(steps);
  return subject.unrolled.flatMap(({ step, owner }) => {
    if (!ofChannel.includes(step.type) || step.with.channel !== undefined) return [];
    // What it needs is told to be missing; it may have been the snapshot.
    if (!step.needs.every((need) => steps.some(({ id }) => id === need))) return [];
    const before = graph.ancestors(step.id);
    if (steps.some(({ id, type }) => ofChannel.includes(type) && before.has(id))) return [];
    return hasInput(step, subject) ? [] : [remark(step, owner, subject)];
  });
};

/** Of its own playbook, or of the outermost one. */
function hasInput({ scope }: PlannedStep, { resolved }: LintSubject): boolean {
  const ids = scope.split('/').slice(0, -1);
  const inner = ids.reduce<typeof resolved | undefined>((one, id) => one?.uses.get(id), resolved);
  return [inner, resolved].some((one) => one !== undefined && 'channel' in one.playbook.inputs);
}

function remark({ id, type, scope }: PlannedStep, owner: string, { playbook }: LintSubject): Remark {
  const index = playbook.steps.findIndex((one) => one.id === owner);
  const path = ['steps', index, scope === '' ? 'type' : 'uses'];
  const message = `Step "${id}" (${type}) is about a channel, and nothing says which.`;
  return error('no-channel', path, message, 'Add with: {channel: …}, or let it come after the snapshot step.');
}
