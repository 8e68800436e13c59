import { plainLine } from '../../base/text-columns.ts';
import type { AdvancedStep } from '../../model/run/run-requests.ts';

/** What was done while a run was advanced, one step a line; '' for nothing. */
export function describeDid(did: readonly AdvancedStep[]): string {
  return did.map(({ step, what, says }) => `${step}: ${what}. ${plainLine(says)}`.trimEnd()).join('\n');
}
