import type { TimelineStep } from '../../../model/playbook/timeline.ts';
import { round } from '../../draw/svg/node-shape.ts';
import { MARK_HEIGHT, type Mark } from './step-mark.ts';
import type { TimeScale } from './time-scale.ts';

/** A flag where a step is due, and a line between it and the step: room to spare, or how late it is. */
export function dueMark(step: TimelineStep, mark: Mark, scale: TimeScale): string {
  if (step.dueAt === null) return '';
  const dueMs = Date.parse(step.dueAt);
  if (dueMs < scale.fromMs || dueMs > scale.toMs) return '';
  const x = scale.x(dueMs);
  if (!step.isLate) {
    const spare = x - mark.right > 4 ? `<path class="spare" d="M${round(mark.right)} ${mark.y}H${round(x)}"/>` : '';
    return `<g class="due">${spare}${flag(x, mark.y)}</g>`;
  }
  // Below the bar: it goes over all of it where the date has passed before it begins.
  const y = round(mark.y + MARK_HEIGHT / 2 + 3);
  return `<g class="due late"><path class="spare" d="M${round(x)} ${y}H${round(mark.right)}"/>${flag(x, mark.y)}</g>`;
}

/** A pole with a pennant that points back to what has to be done by then. */
export function flag(x: number, y: number): string {
  return `<path class="pole" d="M${round(x)} ${round(y - 8)}V${round(y + 8)}"/><path class="pennant" d="M${round(x)} ${round(y - 8)}l-7 3.5l7 3.5z"/>`;
}
