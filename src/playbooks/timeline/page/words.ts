import type { PlaybookMode } from '../../../model/playbook/playbook.ts';

/** What the page of a plan is told with. Everything is text, not HTML. */
export interface PageWords {
  readonly kind: string;
  readonly skip: string;
  readonly modes: Readonly<Record<PlaybookMode, string>>;
  readonly playbook: (name: string, version: number) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly madeAt: (when: string) => string;
  readonly inputs: string;
  readonly inputsCaption: string;
  readonly input: string;
  readonly value: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;

  readonly threeDates: string;
  readonly lastMoment: string;
  readonly lastMomentMeans: string;
  readonly noReturn: string;
  readonly noReturnMeans: string;
  readonly canBeUndone: string;
  readonly end: string;
  readonly endMeans: string;
  readonly atStep: string;

  readonly first: string;
  readonly nothingFirst: string;
  readonly severity: Readonly<Record<'error' | 'warning', string>>;
  readonly remedy: string;
  readonly concerns: string;
  readonly earliest: (input: string, day: string) => string;

  readonly picture: string;
  readonly sheetLabel: (number: number, count: number) => string;

  readonly days: string;
  readonly daysCaption: string;
  readonly number: string;
  readonly time: string;
  readonly what: string;
  readonly channel: string;
  readonly who: string;
  readonly effort: string;
  readonly marks: string;
  readonly week: (number: number) => string;
  readonly wholeDay: string;
  readonly until: (when: string) => string;
  readonly irreversible: string;
  readonly critical: string;
  readonly approval: string;
  readonly late: (due: string) => string;
  readonly due: (due: string) => string;
  readonly slack: (span: string) => string;
  readonly noReturnHere: string;
  readonly nobody: (roles: string) => string;
  readonly anybody: string;
  readonly machine: string;
  readonly waits: string;
  readonly unknown: string;
  readonly noSteps: string;

  readonly efforts: string;
  readonly effortsCaption: string;
  readonly role: string;
  readonly people: string;
  readonly steps: string;
  readonly hours: string;
  readonly cost: string;
  readonly total: string;
  readonly plusUnknown: (count: number) => string;
  readonly unknownMeans: string;
  readonly noEfforts: string;

  readonly lists: string;
  readonly listsMean: string;
  readonly listSum: (steps: number, effort: string) => string;
  readonly nobodyHas: (role: string) => string;

  readonly criticalPath: string;
  readonly criticalPathMeans: string;
  readonly noCriticalPath: string;
  readonly automatic: string;
  readonly automaticMeans: string;
  readonly noAutomatic: string;
  readonly skipped: string;
  readonly skippedMeans: string;
  readonly reckoned: string;
  readonly howReckoned: (zone: string, holidays: string | null) => readonly string[];
}
