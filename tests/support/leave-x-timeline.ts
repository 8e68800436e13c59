import type { PlanRemark, Timeline, TimelineKind, TimelineStep } from '../../src/model/playbook/timeline.ts';
import { board, jana, machine, madeTimeline, nobody, timelineStep } from './made-timeline.ts';

type Row = readonly [
  id: string,
  kind: TimelineKind,
  de: string,
  en: string,
  from: string,
  to: string,
  more?: Partial<TimelineStep>,
];

const leaving: readonly Row[] = [
  [
    'inventory',
    'hand',
    'Zugänge, verbundene Apps und Werbekonten aufnehmen',
    'List logins, connected apps and ad accounts',
    '2026-11-30T08:00Z',
    '2026-12-02T16:00Z',
    { ...jana, effortMinutes: 240 },
  ],
  [
    'export',
    'hand',
    'Offiziellen Export bei X anfordern und abwarten',
    'Ask X for the official export and wait for it',
    '2026-11-30T08:00Z',
    '2026-12-03T08:00Z',
    { ...jana, isCritical: true, effortMinutes: 30, dueAt: '2026-12-04T23:00Z' },
  ],
  [
    'snapshot',
    'machine',
    'Konto sichern',
    'Take a snapshot of the account',
    '2026-12-03T08:00Z',
    '2026-12-03T14:00Z',
    { ...machine, isCritical: true },
  ],
  [
    'complete',
    'machine',
    'Prüfen, ob nichts fehlt',
    'Check that nothing is missing',
    '2026-12-03T14:00Z',
    '2026-12-03T14:30Z',
    { ...machine, isCritical: true },
  ],
  [
    'memo',
    'hand',
    'Belegschaft unterrichten, bevor es die Öffentlichkeit erfährt',
    'Tell the staff before the public hears of it',
    '2026-12-07T23:00Z',
    '2026-12-08T23:00Z',
    { ...jana, isWholeDay: true, effortMinutes: 90, dueAt: '2026-12-08T23:00Z' },
  ],
  [
    'text',
    'approval',
    'Abschiedstext freigeben',
    'Approve the farewell',
    '2026-12-04T09:00Z',
    '2026-12-09T09:00Z',
    { roles: ['legal', 'management'], people: ['Dr. Petra Lang', 'Tom Weber'], isCritical: true, effortMinutes: 45 },
  ],
  [
    'farewell',
    'hand',
    'Abschied veröffentlichen und anheften',
    'Publish the farewell and pin it',
    '2026-12-10T09:00Z',
    '2026-12-10T09:30Z',
    { ...jana, isCritical: true, effortMinutes: 30 },
  ],
  [
    'pause-ads',
    'hand',
    'Kampagnen anhalten und Pixel von der Website nehmen',
    'Stop the campaigns and take the pixel off the website',
    '2026-12-09T23:00Z',
    '2026-12-12T23:00Z',
    { ...nobody, isWholeDay: true, effortMinutes: null, dueAt: '2026-12-10T23:00Z', isLate: true },
  ],
  [
    'notice',
    'wait',
    'Den Abschied stehen lassen',
    'Let the farewell stand',
    '2026-12-10T09:30Z',
    '2027-01-11T09:30Z',
    { roles: [], people: [], isCritical: true, effortMinutes: null },
  ],
  [
    'links',
    'hand',
    'X-Verweise auf Website, in Signaturen und Drucksachen ersetzen',
    'Replace links to X on the website, in signatures and in print',
    '2026-12-13T23:00Z',
    '2026-12-18T23:00Z',
    { ...nobody, isWholeDay: true, effortMinutes: 480, dueAt: '2027-01-08T23:00Z' },
  ],
  [
    'go',
    'approval',
    'Löschung freigeben',
    'Approve the deletion',
    '2027-01-11T09:30Z',
    '2027-01-13T09:00Z',
    { ...board, roles: ['management'], isCritical: true, effortMinutes: 15 },
  ],
  [
    'deactivate',
    'hand',
    'Konto deaktivieren',
    'Deactivate the account',
    '2027-01-13T09:00Z',
    '2027-01-13T09:20Z',
    { ...jana, isIrreversible: true, isCritical: true, effortMinutes: 20, dueAt: '2027-01-13T23:00Z' },
  ],
  [
    'grace',
    'wait',
    'Frist von X abwarten: 30 Tage',
    'Wait for the 30 days that X gives',
    '2027-01-13T09:20Z',
    '2027-02-12T09:20Z',
    { roles: [], people: [], isCritical: true, effortMinutes: null },
  ],
  [
    'gone',
    'machine',
    'Nachsehen, ob das Konto fort ist',
    'Look whether the account is gone',
    '2027-02-12T09:20Z',
    '2027-02-12T09:25Z',
    { ...machine, isCritical: true },
  ],
  [
    'certificate',
    'machine',
    'Bescheinigung ausstellen',
    'Write the certificate',
    '2027-02-12T09:25Z',
    '2027-02-12T09:26Z',
    { ...machine, isCritical: true },
  ],
];

function stepsOf(rows: readonly Row[]): readonly TimelineStep[] {
  return rows
    .map(([id, kind, de, en, from, to, more]) =>
      timelineStep(id, new Date(from).toISOString(), {
        kind,
        title: { de, en },
        channel: 'x',
        endsAt: new Date(to).toISOString(),
        ...more,
      }),
    )
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

const remarks: readonly PlanRemark[] = [
  {
    code: 'late',
    severity: 'error',
    steps: ['pause-ads'],
    message: {
      de: '„Kampagnen anhalten“ endet am 12. Dezember und war am 10. Dezember fällig.',
      en: '“Stop the campaigns” ends on 12 December and was due on 10 December.',
    },
    fix: { de: 'Am 7. Dezember damit anfangen.', en: 'Begin with it on 7 December.' },
  },
  {
    code: 'nobody',
    severity: 'warning',
    steps: ['pause-ads', 'links'],
    message: { de: 'Niemand hat die Rolle „it“.', en: 'Nobody has the role “it”.' },
    fix: { de: 'Jemanden mit „lastpost people add“ eintragen.', en: 'Enter somebody with “lastpost people add”.' },
  },
];

/** Ten weeks, one channel, over Christmas: with something late, something that nobody does, and a deletion. */
export function leaveXTimeline(): Timeline {
  return madeTimeline(stepsOf(leaving), {
    title: { de: 'X verlassen: @aurora_bank', en: 'Leave X: @aurora_bank' },
    inputs: { channel: 'x', last_day: '2027-01-13', mode: 'delete', grace_days: 30, has_ads: true },
    lastMomentToStop: { step: 'go', at: '2027-01-13T09:00:00.000Z' },
    skipped: [{ id: 'transfer-handle', because: 'inputs.keep_handle == false' }],
    effort: [
      { role: 'comms', people: ['Jana Öztürk'], steps: 5, minutes: 410, unknown: 0, costCents: 58_083 },
      { role: 'it', people: [], steps: 2, minutes: 480, unknown: 1, costCents: 72_000 },
      { role: 'legal', people: ['Dr. Petra Lang'], steps: 1, minutes: 45, unknown: 0, costCents: 13_500 },
      { role: 'management', people: ['Tom Weber'], steps: 2, minutes: 60, unknown: 0, costCents: 20_000 },
    ],
    currency: 'EUR',
    remarks,
    earliest: { input: 'last_day', day: '2027-01-18' },
  });
}
