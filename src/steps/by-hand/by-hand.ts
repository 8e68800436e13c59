import type { StepTypeName } from '../../model/playbook/playbook.ts';
import type { PlannedStep } from '../../model/run/run-plan.ts';
import type { StepType } from '../../model/run/step-type.ts';
import { oneLine } from '../values/one-line.ts';

/** A type of step that a person does and confirms. @param because why by hand, where a part of Lastpost will do it one day */
export function byHand(name: StepTypeName, because: string | null): StepType {
  return {
    name,
    nature: 'by-hand',
    byHandBecause: because,
    isIdempotent: () => false,
    target: (_, step) => title(step),
  };
}

/** What a step is called where nothing else says what it is about. */
export function title({ name, id }: PlannedStep): string {
  return oneLine(name?.en ?? id);
}
