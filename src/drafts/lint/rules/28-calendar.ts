import { shiftDay, weekdayOf } from '../../../base/working-days.ts';
import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { LocalText } from '../../../model/platform.ts';
import { dayIn } from '../../facts/days.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { hourText, momentText, type Scheduled, scheduled } from './moments.ts';
import { withoutDuty } from './nobody-on-duty.ts';

export const calendarRule: LintRule = {
  id: 'calendar',
  severity: 'warning',
  title: { en: 'Somebody is there when it goes out', de: 'Jemand ist da, wenn es hinausgeht' },
  explanation: {
    en: 'The first hours decide how a farewell is talked about. On a weekend, on a holiday or at night nobody answers, and the questions stand there by themselves.',
    de: 'Die ersten Stunden entscheiden, wie über einen Abschied gesprochen wird. Am Wochenende, am Feiertag oder in der Nacht antwortet niemand, und die Fragen stehen allein da.',
  },
  check: (kit) => {
    const moments = publicMoments(kit);
    return [
      ...moments.flatMap((group) => [...freeDay(group, kit), ...atNight(group)]),
      ...withoutDuty(moments, kit),
      ...longWeekend(kit),
    ];
  },
};

/** What people see at the moment at which it goes out, and want to answer. */
const seen: readonly DraftKind[] = [
  'announcement',
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'last-post',
  'blog-post',
  'newsletter',
  'press-release',
];

/** Drafts that go out at the same moment: they are told of together. */
type SameMoment = readonly [Scheduled, ...Scheduled[]];

function publicMoments(kit: LintKit): readonly SameMoment[] {
  const groups = new Map<string, [Scheduled, ...Scheduled[]]>();
  for (const one of scheduled(kit)) {
    if (one.audience !== 'public' || !seen.includes(one.draft.draft.kind)) continue;
    const group = groups.get(one.at);
    if (group === undefined) groups.set(one.at, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

const EARLIEST = '07:00';
const LATEST = '21:00';

function freeDay(group: SameMoment, kit: LintKit): readonly Said[] {
  const [{ at, draft }] = group;
  const day = at.slice(0, 10);
  const holiday = kit.holiday?.(day) ?? null;
  const isWeekend = weekdayOf(day) > 5;
  if (holiday === null && !isWeekend) return [];
  const moment = momentText(at);
  const what = others(group);
  return [
    {
      spot: draft.headSpot?.('publish_at') ?? null,
      message: {
        en: `${what.en} on ${moment.en}, ${holiday === null ? 'a weekend' : `a holiday (${holiday})`}.`,
        de: `${what.de} am ${moment.de}, ${holiday === null ? 'am Wochenende' : `einem Feiertag (${holiday})`}.`,
      },
      fix: {
        en: `Choose a working day, such as ${dayIn('en', workingDay(day, kit))}, or see to it that somebody is there.`,
        de: `Wählen Sie einen Arbeitstag, etwa ${dayIn('de', workingDay(day, kit))}, oder sorgen Sie dafür, dass jemand da ist.`,
      },
    },
  ];
}

function atNight(group: SameMoment): readonly Said[] {
  const [{ at, draft }] = group;
  const time = at.slice(11, 16);
  if (time >= EARLIEST && time <= LATEST) return [];
  const what = others(group);
  const moment = momentText(at);
  return [
    {
      spot: draft.headSpot?.('publish_at') ?? null,
      message: { en: `${what.en} on ${moment.en}, at night.`, de: `${what.de} am ${moment.de}, in der Nacht.` },
      fix: {
        en: `Choose an hour between ${hourText('en', EARLIEST)} and ${hourText('en', LATEST)}.`,
        de: `Wählen Sie eine Stunde zwischen ${hourText('de', EARLIEST)} und ${hourText('de', LATEST)}.`,
      },
    },
  ];
}

function others([{ draft }, ...more]: SameMoment): LocalText {
  if (more.length === 0) return { en: `“${draft.name}” goes out`, de: `„${draft.name}“ geht hinaus:` };
  return {
    en: `“${draft.name}” and ${more.length} more go out`,
    de: `„${draft.name}“ und ${more.length} weitere gehen hinaus:`,
  };
}

/** Whether people work on a day, as far as anybody knows. */
function isFree(day: string, { holiday }: LintKit): boolean {
  return weekdayOf(day) > 5 || (holiday?.(day) ?? null) !== null;
}

/** The next one, which nobody has to wait for longer than a week. */
function workingDay(day: string, kit: LintKit): string {
  let next = shiftDay(day, 1);
  for (let tries = 0; tries < 14 && isFree(next, kit); tries += 1) next = shiftDay(next, 1);
  return next;
}

const LONG_WEEKEND_DAYS = 3;

/** A last day with three free ones behind it: the last questions of all wait until people are back. */
function longWeekend(kit: LintKit): readonly Said[] {
  const { lastDay } = kit.facts;
  if (isFree(lastDay, kit)) return [];
  let free = 0;
  while (free < 14 && isFree(shiftDay(lastDay, free + 1), kit)) free += 1;
  if (free < LONG_WEEKEND_DAYS) return [];
  const first = kit.drafts.find(({ draft }) => draft.kind === 'last-post');
  return [
    {
      severity: 'hint',
      spot: first?.headSpot?.('publish_at') ?? null,
      clash: { kind: 'fact', key: 'last_day', says: lastDay },
      message: {
        en: `After the last day, ${dayIn('en', lastDay)}, come ${free} days on which nobody works.`,
        de: `Auf den letzten Tag, ${dayIn('de', lastDay)}, folgen ${free} Tage, an denen niemand arbeitet.`,
      },
      fix: {
        en: 'Have somebody on duty on these days, or move last_day in lastpost.yaml.',
        de: 'Teilen Sie für diese Tage jemanden zum Dienst ein, oder verlegen Sie last_day in lastpost.yaml.',
      },
    },
  ];
}
