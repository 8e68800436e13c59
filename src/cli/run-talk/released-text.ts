import type { RunView } from '../../model/run/run-view.ts';
import { momentOf } from '../run-words.ts';

/** What is to be done once a step was released. */
export function releasedText(view: RunView, id: string): string {
  const step = view.steps.find((one) => one.id === id);
  if (step?.isReleased !== true) return `Released ${id}.`;
  const deadline = step.releasedUntil === null ? '' : `, by ${momentOf(step.releasedUntil, view)}`;
  return `Released ${id}. Do it now${deadline}, and then say how it ended.`;
}
