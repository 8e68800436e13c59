import type { Timeline } from '../../src/model/playbook/timeline.ts';
import { board, jana, legal, madeTimeline, timelineStep } from './made-timeline.ts';

const DAY_MS = 86_400_000;

const platforms = [
  'x',
  'facebook',
  'instagram',
  'threads',
  'linkedin',
  'youtube',
  'tiktok',
  'pinterest',
  'reddit',
  'mastodon',
  'xing',
  'blog',
];
const phases = [
  ['Take stock of logins and apps', 'hand', 0, 3],
  ['Ask for the official export', 'hand', 3, 7],
  ['Take a snapshot', 'machine', 10, 0.4],
  ['Check that nothing is missing', 'machine', 11, 0],
  ['Draft the farewell in German and English, with the works council’s remarks worked in', 'hand', 12, 5],
  ['Approve the farewell', 'approval', 17, 4],
  ['Publish the farewell', 'hand', 22, 0.02],
  ['Let the farewell stand', 'wait', 22, 30],
  ['Approve the deletion', 'approval', 52, 2],
  ['Delete the account', 'hand', 54, 0.02],
  ['Wait for the grace period', 'wait', 54, 30],
  ['Look whether it is gone', 'machine', 84, 0],
] as const;

/** A whole brand: twelve channels one after another, 150 steps over fourteen months. */
export function wholeBrandTimeline(): Timeline {
  const startMs = Date.parse('2026-12-07T08:00:00.000Z');
  const at = (days: number): string => new Date(startMs + days * DAY_MS).toISOString();
  const own = platforms.flatMap((channel, index) =>
    phases.map(([title, kind, from, days], phase) => {
      const begin = index * 30 + from;
      return timelineStep(`${channel}/${phase}`, at(begin), {
        kind,
        channel,
        title: { de: title, en: title },
        endsAt: at(begin + days),
        ...(kind === 'machine' || kind === 'wait' ? { roles: [], people: [] } : kind === 'approval' ? legal : jana),
        isIrreversible: phase === 9,
        isCritical: index === platforms.length - 1,
        dueAt: phase === 4 ? at(begin + 8) : null,
        isLate: false,
      });
    }),
  );
  const common = [
    'Tell the works council',
    'Agree on the order of channels',
    'Write the house’s position',
    'Brief the switchboard',
    'Close the books',
    'Write the certificate',
  ].map((title, index) => {
    const begin = index < 4 ? index * 4 : 395 + index * 4;
    return timelineStep(`all/${index}`, at(begin), {
      title: { de: title, en: title },
      endsAt: at(begin + 3),
      ...board,
      isWholeDay: index % 2 === 0,
    });
  });
  const steps = [...own, ...common].toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return madeTimeline(steps, {
    title: { de: 'Alle Kanäle der Aurora Bank schließen', en: 'Close all channels of Aurora Bank' },
    holidays: 'GB-ENG',
    timezone: 'Europe/London',
    lastMomentToStop: { step: 'x/8', at: at(53) },
  });
}
