import { closestMatch } from '../base/closest-match.ts';
import { isSkipped, localTimeAt, localToInstant } from '../base/zoned-time.ts';
import { audiences } from '../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../model/farewell/locale.ts';
import { STAFF_AHEAD_MS, shiftLocal, tellTimes } from '../model/farewell/tell-times.ts';
import type { ConfigIssue } from './config-issues.ts';
import type { GivenExit } from './exit-schema.ts';

/** What an exit is held against: ids, and the zone that counts without one of its own. */
export interface ExitSurroundings {
  readonly channels: readonly string[];
  readonly people: readonly string[];
  readonly timezone: string | undefined;
  /** Those of the exit. */
  readonly locales: readonly FarewellLocale[];
}

type Found = readonly [path: readonly PropertyKey[], wanted: string];

export const USUAL_LAST_TIME = '18:00';
export const MOST_SUCCESSORS = 3;

/** What is wrong between facts that are sound each by themselves. Those that nobody gave are passed over. */
export function exitIssues(exit: GivenExit, around: ExitSurroundings): readonly ConfigIssue[] {
  const zone = exit.timezone ?? around.timezone ?? 'UTC';
  return [
    ...leavingIssues(exit, around.channels),
    ...successorIssues(exit, around),
    ...repeated(exit.locales ?? [], ['locales']),
    ...skippedTimes(exit, zone),
    ...orderIssues(exit, zone),
    ...messageIssues(exit),
    ...dutyIssues(exit, around.people),
  ].map(([path, wanted]) => ({ path: ['exit', ...path], unknownKeys: [], wanted }));
}

export const channelOf = (leaving: NonNullable<GivenExit['leaves']>[number]): string =>
  typeof leaving === 'string' ? leaving : leaving.channel;

function known(id: string, ids: readonly string[], what: string): string | undefined {
  if (ids.includes(id)) return undefined;
  const near = closestMatch(id, ids);
  if (near !== undefined) return `the id of a ${what}; perhaps "${near}" is meant`;
  if (ids.length > 0) return `the id of a ${what}, one of: ${ids.join(', ')}`;
  const add = what === 'channel' ? 'lastpost channel add ADDRESS' : 'lastpost person add ID --name NAME';
  return `the id of a ${what}, and lastpost.yaml has none yet; add one with: ${add}`;
}

function leavingIssues({ leaves }: GivenExit, channels: readonly string[]): readonly Found[] {
  const ids = (leaves ?? []).map(channelOf);
  const place = (at: number) => ['leaves', at, ...(typeof leaves?.[at] === 'string' ? [] : ['channel'])];
  return ids.flatMap((id, at): readonly Found[] => {
    const wanted = known(id, channels, 'channel');
    if (wanted !== undefined) return [[place(at), wanted]];
    return ids.indexOf(id) === at ? [] : [[place(at), 'different from every other one that is left']];
  });
}

function successorIssues({ leaves, successors }: GivenExit, around: ExitSurroundings): readonly Found[] {
  const left = (leaves ?? []).map(channelOf);
  const given = successors ?? [];
  const wrong = given.flatMap((one, at) =>
    [...placeIssues(one), ...channelIssues(one, left, around.channels), ...nameIssues(one, around.locales)].map(
      ([path, wanted]) => [['successors', at, ...path], wanted] as const,
    ),
  );
  if (given.length <= MOST_SUCCESSORS) return wrong;
  const fewer = `a list of at most three, and these are ${given.length}; the others can stand on the page`;
  return [...wrong, [['successors'], fewer]];
}

type GivenSuccessor = NonNullable<GivenExit['successors']>[number];

function placeIssues({ channel, name, url }: GivenSuccessor): readonly Found[] {
  if (channel != null) return [];
  const issues: readonly (false | Found)[] = [
    name == null && [['name'], 'what people call it'],
    url == null && [['url'], 'its address, unless you give a channel of yours'],
  ];
  return issues.filter((issue) => issue !== false);
}

function channelIssues(
  { channel }: GivenSuccessor,
  left: readonly string[],
  channels: readonly string[],
): readonly Found[] {
  if (channel == null) return [];
  if (left.includes(channel)) return [[['channel'], 'a channel that stays; this one is itself under exit.leaves']];
  const wanted = known(channel, channels, 'channel');
  return wanted === undefined ? [] : [[['channel'], wanted]];
}

function nameIssues({ name }: GivenSuccessor, locales: readonly FarewellLocale[]): readonly Found[] {
  if (name == null || typeof name === 'string') return [];
  const missing = locales.filter((locale) => name[locale] == null);
  return missing.length === 0
    ? []
    : [[['name'], `one for each language of the exit; ${missing.join(', ')} is missing`]];
}

function repeated(values: readonly string[], path: readonly PropertyKey[]): readonly Found[] {
  return values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [[[...path, at], 'different from the others'] as const],
  );
}

function skippedTimes({ last_day, last_time, told, duty }: GivenExit, zone: string): readonly Found[] {
  const last: readonly (readonly [readonly PropertyKey[], string | undefined])[] = [
    [
      [last_time == null ? 'last_day' : 'last_time'],
      last_day == null ? undefined : `${last_day}T${last_time ?? USUAL_LAST_TIME}`,
    ],
    ...audiences.map((audience) => [['told', audience], told?.[audience] ?? undefined] as const),
    ...(duty ?? []).flatMap(({ from, until }, at) => [
      [['duty', at, 'from'], from] as const,
      [['duty', at, 'until'], until] as const,
    ]),
  ];
  return last.flatMap(([path, local]): readonly Found[] => {
    if (local === undefined || !isSkipped(local, zone)) return [];
    const shown = localTimeAt(localToInstant(local, zone), zone).slice(11);
    const what = `a time that the clocks of ${zone} show; they are set forward that day and skip ${local.slice(11)}`;
    return [[path, `${what}, so write ${shown} or another one`]];
  });
}

/** Who has to hear of it before whom; of two times the one that was given is wrong. */
function orderIssues({ last_day, last_time, told }: GivenExit, zone: string): readonly Found[] {
  if (last_day == null) return [];
  const given = Object.fromEntries(Object.entries(told ?? {}).filter(([, at]) => at != null)) as Record<string, string>;
  const times = tellTimes(last_day, given, zone);
  const lastPost = `${last_day}T${last_time ?? USUAL_LAST_TIME}`;
  const latestStaff = shiftLocal(times.public, -STAFF_AHEAD_MS, zone);
  const issues: readonly (false | Found)[] = [
    times.public > lastPost && [['told', 'public'], `before the last post, ${lastPost}`],
    times.staff > latestStaff && [
      [...('staff' in given ? ['told', 'staff'] : ['told', 'public'])],
      'staff' in given
        ? `${latestStaff} or earlier: the staff hears of it 24 hours ahead of the public (${times.public}) at least`
        : `24 hours after the staff hears of it (${times.staff}) at least`,
    ],
    times.leads > times.public && [['told', 'leads'], `before the public hears of it, ${times.public}`],
    times.partners <= times.staff && [
      ['told', 'partners' in given ? 'partners' : 'staff'],
      'partners' in given
        ? `after the staff has heard of it, ${times.staff}`
        : `before partners hear of it, ${times.partners}`,
    ],
    times.partners > times.public && [['told', 'partners'], `${times.public}, when the public hears of it, or earlier`],
  ];
  return issues.filter((issue) => issue !== false);
}

function messageIssues({ last_day, fate }: GivenExit): readonly Found[] {
  const until = fate?.messages?.answered_until;
  if (last_day == null || until == null || until >= last_day) return [];
  return [[['fate', 'messages', 'answered_until'], `the last day, ${last_day}, or a day after it`]];
}

function dutyIssues({ duty }: GivenExit, people: readonly string[]): readonly Found[] {
  return (duty ?? []).flatMap(({ person, from, until }, at): readonly Found[] => {
    const wanted = known(person, people, 'person');
    return [
      ...(wanted === undefined ? [] : [[['duty', at, 'person'], wanted] as const]),
      ...(until > from ? [] : [[['duty', at, 'until'], `after ${from}, when it begins`] as const]),
    ];
  });
}
