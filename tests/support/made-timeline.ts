import type { Timeline, TimelineStep } from '../../src/model/playbook/timeline.ts';

const HOUR_MS = 3_600_000;

/** A step of a plan, an hour of somebody's work where nothing else is said. */
export function timelineStep(id: string, startsAt: string, more: Partial<TimelineStep> = {}): TimelineStep {
  return {
    id,
    type: 'manual',
    kind: 'hand',
    title: { de: id, en: id },
    channel: null,
    roles: ['comms'],
    people: ['Jana Öztürk'],
    needs: [],
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + HOUR_MS).toISOString(),
    isWholeDay: false,
    dueAt: null,
    slackMinutes: null,
    isCritical: false,
    isIrreversible: false,
    isLate: false,
    effortMinutes: 60,
    ...more,
  };
}

/** A plan of these steps; it ends when the last of them does. */
export function madeTimeline(steps: readonly TimelineStep[], more: Partial<Timeline> = {}): Timeline {
  const ends = steps.map(({ endsAt }) => Date.parse(endsAt));
  const startsAt = steps[0]?.startsAt ?? '2026-12-07T08:00:00.000Z';
  const irreversible = steps.find(({ isIrreversible }) => isIrreversible);
  return {
    playbook: 'leave-x',
    version: 1,
    title: { de: 'X verlassen', en: 'Leave X' },
    mode: 'delete',
    timezone: 'Europe/Berlin',
    holidays: 'DE-BY',
    inputs: {},
    madeAt: '2026-11-26T09:00:00.000Z',
    startsAt,
    endsAt: ends.length === 0 ? startsAt : new Date(ends.reduce((a, b) => Math.max(a, b))).toISOString(),
    steps,
    skipped: [],
    pointOfNoReturn: irreversible === undefined ? null : { step: irreversible.id, at: irreversible.startsAt },
    lastMomentToStop: irreversible === undefined ? null : { step: irreversible.id, at: irreversible.startsAt },
    criticalPath: steps.filter(({ isCritical }) => isCritical).map(({ id }) => id),
    effort: [],
    currency: null,
    remarks: [],
    earliest: null,
    ...more,
  };
}

export const jana = { roles: ['comms'], people: ['Jana Öztürk'] };
export const legal = { roles: ['legal'], people: ['Dr. Petra Lang'] };
export const board = { roles: ['management'], people: ['Tom Weber'] };
export const nobody = { roles: ['it'], people: [] };
export const machine = { kind: 'machine' as const, roles: [], people: [], effortMinutes: 0 };

/** An account that was taken over: everything on one day. */
export function emergencyTimeline(): Timeline {
  const day = (time: string): string => new Date(`2026-12-01T${time}Z`).toISOString();
  const steps = [
    timelineStep('call', day('07:30'), {
      title: { de: 'Lage klären, Entscheiderin anrufen', en: 'Find out what happened, call whoever decides' },
      endsAt: day('07:45'),
      effortMinutes: 15,
      isCritical: true,
    }),
    timelineStep('snapshot', day('07:45'), {
      ...machine,
      title: { de: 'Konto sichern, wie es ist', en: 'Take a snapshot as it is' },
      endsAt: day('10:15'),
      isCritical: true,
    }),
    timelineStep('memo', day('08:00'), {
      title: { de: 'Belegschaft unterrichten', en: 'Tell the staff' },
      endsAt: day('08:30'),
      dueAt: day('09:00'),
    }),
    timelineStep('approve', day('10:15'), {
      ...legal,
      kind: 'approval',
      type: 'approval',
      title: { de: 'Löschung freigeben (Vier-Augen)', en: 'Approve the deletion (two people)' },
      endsAt: day('11:00'),
      isCritical: true,
    }),
    timelineStep('delete', day('11:00'), {
      title: { de: 'Konto löschen', en: 'Delete the account' },
      endsAt: day('11:20'),
      isCritical: true,
      isIrreversible: true,
    }),
    timelineStep('check', day('11:20'), {
      ...machine,
      title: { de: 'Nachsehen, ob es fort ist', en: 'Look whether it is gone' },
      endsAt: day('11:21'),
      isCritical: true,
    }),
    timelineStep('press', day('11:30'), {
      ...nobody,
      roles: ['press'],
      title: {
        de: 'Pressestatement und Antwort für die Hotline',
        en: 'Statement for the press, and an answer for the hotline',
      },
      endsAt: day('13:00'),
      dueAt: day('12:30'),
      isLate: true,
    }),
  ];
  return madeTimeline(steps, {
    title: { de: 'Notfall: übernommenes Konto schließen', en: 'Emergency: close a hijacked account' },
    madeAt: day('07:20'),
    lastMomentToStop: { step: 'approve', at: day('11:00') },
  });
}
