import type { BeforeNoReturn, MishapReport } from './debrief.ts';
import type { MishapName } from './mishap.ts';
import type { MissingSetting } from './missing-settings.ts';

/** How a debrief speaks. */
export interface DebriefWords {
  readonly locale: string;
  readonly title: (what: string) => string;
  readonly notReal: string;
  readonly fromTo: (from: string, to: string, zone: string) => string;
  readonly succeeded: string;
  readonly endedAs: (state: string, reason: string | null) => string;
  readonly stuck: string;
  readonly standIn: (role: string, names: string) => string;
  readonly heads: Readonly<Record<'late' | 'waited' | 'noReturn' | 'mishaps' | 'open' | 'missing' | 'advice', string>>;
  readonly inTime: string;
  readonly noDates: string;
  readonly late: (title: string, due: string, done: string | null, by: string) => string;
  readonly waited: (role: string, names: string, steps: number, days: string) => string;
  readonly noReturn: (title: string, at: string | null) => string;
  readonly noNoReturn: string;
  readonly allBefore: string;
  readonly notAllBefore: string;
  readonly before: Readonly<Record<BeforeNoReturn['what'], string>>;
  readonly notYet: string;
  readonly open: (title: string, people: string, reason: string) => string;
  readonly nobody: string;
  /** What a wait waits for that is farther off than a rehearsal goes. */
  readonly aDate: string;
  readonly missing: Readonly<Record<MissingSetting['what'], (steps: string, which: string) => string>>;
  readonly mishaps: Readonly<Record<MishapName, (mishap: MishapReport, at: (iso: string) => string) => string>>;
  readonly nothingToHit: Readonly<Record<MishapName, string>>;
  readonly cost: (mishap: MishapReport) => string;
  readonly slipped: (title: string, days: string) => string;
  readonly days: (days: string) => string;
  readonly hours: (hours: number) => string;
}
