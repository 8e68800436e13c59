import type { StepView } from '../../src/model/run/run-view.ts';
import { jana, viewedStep } from './made-run-view.ts';

/** A step by hand that waits for Jana, but for what a test says. */
export function waitingStep(about: Partial<StepView> = {}): StepView {
  const waits = { state: 'waiting', waits: 'input', assignee: 'brand', waitingOn: [jana] } as const;
  return viewedStep(about.id ?? 'memo', { ...waits, ...about });
}
