import { shiftDay } from '../../base/working-days.ts';
import { type DraftKind, kindSpecs } from '../../model/farewell/draft-kinds.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';

/** When a draft goes out, `YYYY-MM-DDTHH:MM` in the zone of the exit; null: when it is needed. */
export function publishAt(kind: DraftKind, { told, lastDay, lastTime }: ExitFacts): string | null {
  const { at } = kindSpecs[kind];
  if (at === 'when-needed') return null;
  if (at === 'last-post') return `${lastDay}T${lastTime}`;
  if ('with' in at) return told[at.with];
  // At the hour of the announcement: it was chosen for the people who read it.
  return `${shiftDay(lastDay, -at.daysBefore)}T${told.public.slice(11)}`;
}
