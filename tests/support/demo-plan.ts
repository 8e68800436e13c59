import type { ExitPlan, ExitPlanStep } from '../../src/model/farewell/lint/exit-plan.ts';

type Row = Pick<ExitPlanStep, 'id' | 'type'> & { readonly en: string; readonly de: string } & Partial<ExitPlanStep>;

const rows: readonly Row[] = [
  {
    id: 'decide/promises',
    type: 'manual',
    en: 'Find the promises that are still open',
    de: 'Offene Zusagen finden',
    startsAt: '2026-11-02T08:00:00.000Z',
    roles: ['legal'],
    people: ['Amira Vogt'],
  },
  {
    id: 'tell/memo',
    type: 'manual',
    en: 'Tell the staff',
    de: 'Die Belegschaft informieren',
    startsAt: '2026-11-27T06:30:00.000Z',
    drafts: ['staff-memo'],
  },
  {
    id: 'tell/announce',
    type: 'publish',
    en: 'Announce it',
    de: 'Ankündigen',
    startsAt: '2026-11-30T09:00:00.000Z',
    drafts: ['announcement', 'landing-page'],
  },
  {
    id: 'remind/last_post',
    type: 'publish',
    en: 'The last post',
    de: 'Der letzte Beitrag',
    startsAt: '2026-12-31T14:00:00.000Z',
    drafts: ['last-post'],
  },
  {
    id: 'quiet',
    type: 'wait',
    en: 'Until nobody answers any more',
    de: 'Bis niemand mehr antwortet',
    startsAt: '2026-12-31T15:00:00.000Z',
  },
  {
    id: 'replies',
    type: 'manual',
    en: 'Answer until the end',
    de: 'Bis zuletzt antworten',
    startsAt: '2027-01-14T08:00:00.000Z',
    roles: ['service'],
    people: ['Wiebke Harms'],
    instructions: {
      en: 'Say where to write from now on, and close the inbox.',
      de: 'Sagen Sie, wohin man von nun an schreibt, und schließen Sie das Postfach.',
    },
  },
  {
    id: 'keep_last/archive',
    type: 'snapshot',
    en: 'Keep what everybody sees',
    de: 'Sichern, was alle sehen',
    startsAt: '2027-01-14T12:00:00.000Z',
    roles: [],
    people: [],
  },
  {
    id: 'close/deactivate',
    type: 'manual',
    en: 'Deactivate the account',
    de: 'Das Konto deaktivieren',
    startsAt: '2027-01-20T08:00:00.000Z',
    isIrreversible: true,
  },
];

/** How the demo leaves X, as the playbook of the shelf has it: the account is deleted, and nobody has to delete anything else. */
export const demoPlan: ExitPlan = {
  kind: 'playbook',
  name: 'leave-x',
  mode: 'delete',
  holidays: null,
  steps: rows.map(({ en, de, ...step }) => ({
    instructions: null,
    channel: 'x',
    roles: ['brand'],
    people: ['Jonas Petersen', 'Henrike Brandt'],
    startsAt: null,
    dueAt: null,
    drafts: [],
    isIrreversible: false,
    doneAt: null,
    ...step,
    title: { en, de },
  })),
};
