import type { StepTypeName } from '../../model/playbook/playbook.ts';
import type { StepKind } from './step-graph.ts';

const kinds: Readonly<Partial<Record<StepTypeName | 'uses', StepKind>>> = {
  manual: 'hand',
  approval: 'approval',
  wait: 'wait',
  uses: 'uses',
  // Of these the machine does nothing yet: whoever plans with a playbook has to plan with people.
  publish: 'hand',
  footprint: 'hand',
};

export function kindOf(type: StepTypeName | 'uses'): StepKind {
  return kinds[type] ?? 'machine';
}
