import { z } from 'zod';
import { closestMatch } from '../base/closest-match.ts';
import { EXACT_DURATION_EXAMPLES, parseExactDuration } from '../base/exact-duration.ts';
import { isTimeZone } from '../base/locale-names.ts';
import { endOfDay } from '../base/zoned-time.ts';
import type { Person } from '../model/run/people.ts';
import { missedPolicies, noticeKinds, type Schedule } from '../model/schedule/schedule.ts';
import { oneOf } from './exit-values.ts';

/** Every message below goes on from `<key> is <value>; it must be …`. */
const ID = 'lower-case letters, digits and hyphens';
const DURATION = `a duration like ${EXACT_DURATION_EXAMPLES}`;
const WEBHOOK = 'an address that begins with https:// (http:// for this machine alone), or env:NAME';
const SECRET = 'env:NAME, where NAME is what the environment has it under';
const READER = 'the id or a role of a person of lastpost.yaml, or an e-mail address';

/** The words of a zone in the order in which people get them wrong. */
function nearestZone(text: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const place = text.split('/').at(-1) ?? text;
  const places = new Map(zones.map((zone) => [zone.split('/').at(-1) ?? zone, zone]));
  const byPlace = closestMatch(place.replaceAll(' ', '_'), [...places.keys()]);
  return closestMatch(text, zones) ?? (byPlace === undefined ? undefined : places.get(byPlace));
}

/** What a time zone has to be, with the one that was probably meant. */
export function zoneWanted(text: unknown): string {
  const near = typeof text === 'string' ? nearestZone(text) : undefined;
  return `a time zone like Europe/Berlin${near === undefined ? '' : `; perhaps "${near}" is meant`}`;
}

const zone = z
  .string({ error: zoneWanted('') })
  .refine(isTimeZone, { error: ({ input }) => zoneWanted(input) })
  .describe('whose clocks cron goes by; without it timezone of the workspace, else UTC');

function duration(least: string) {
  const leastMs = parseExactDuration(least) ?? 0;
  const wanted = leastMs === 0 ? DURATION : `${DURATION}, and ${least} at least`;
  return z.union([z.string(), z.number()], { error: wanted }).transform((given, context) => {
    const ms = parseExactDuration(String(given));
    if (ms !== undefined && ms >= leastMs && ms <= 366 * 86_400_000) return ms;
    context.issues.push({ code: 'custom', message: wanted, input: given });
    return z.NEVER;
  });
}

function isWebhook(text: string): boolean {
  if (/^env:[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return true;
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && /^127\.|^\[::1\]$|(^|\.)localhost$/.test(hostname));
}

const text = (error: string) => z.string({ error }).trim().min(1, { error });
const listOf = <T extends z.ZodType>(item: T, error: string) => z.array(item, { error });

const denserSchema = z.strictObject({
  from: duration('1m').describe("how long before the end of the exit's last day it begins"),
  every: duration('1m').describe('how often it is taken from then on'),
});

const notifySchema = z.strictObject({
  mail: listOf(text(READER), 'a list of people or addresses').nullish().describe('who is written to; see mail:'),
  webhook: z.string({ error: WEBHOOK }).refine(isWebhook, { error: WEBHOOK }).nullish().describe(WEBHOOK),
  secret: z
    .string({ error: SECRET })
    .regex(/^env:[A-Za-z_][A-Za-z0-9_]*$/, { error: SECRET })
    .nullish()
    .describe('what the webhook is signed with: env:NAME'),
  on: listOf(oneOf(noticeKinds), `a list of: ${noticeKinds.join(', ')}`)
    .nullish()
    .describe('what is told; everything, unless said'),
  silence: duration('1h').nullish().describe('after how long without a post the next one is told; 30d unless said'),
});

const ATTEMPTS = 'a whole number from 1 to 20';
const retrySchema = z.strictObject({
  max_attempts: z
    .int({ error: ATTEMPTS })
    .min(1, { error: ATTEMPTS })
    .max(20, { error: ATTEMPTS })
    .nullish()
    .describe('how often one time is attempted at most; 3 unless said'),
  backoff: duration('1m').nullish().describe('the pause before the second attempt, doubled each time; 5m unless said'),
});

const CRON = 'five fields like "0 3 * * *", in quotes (minute, hour, day, month, weekday)';

const scheduleSchema = z.strictObject({
  id: z
    .string({ error: ID })
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: ID })
    .describe('its name'),
  channels: listOf(text('the id of a channel of lastpost.yaml'), 'a list of channels')
    .min(1, { error: 'a list with at least one channel' })
    .describe('of which snapshots are taken'),
  cron: text(CRON).nullish().describe('when, as five fields of cron'),
  every: duration('1m').nullish().describe('how often, instead of cron'),
  timezone: zone.nullish(),
  missed: oneOf(missedPolicies)
    .nullish()
    .describe('what becomes of times at which nobody was there: skip, once (unless said) or all'),
  jitter: duration('0').nullish().describe('how much later it may begin, so that not everything begins at once'),
  denser: listOf(denserSchema, 'a list like [{from: 30d, every: 6h}]')
    .nullish()
    .describe("how it is taken more often towards the exit's last day"),
  notify: notifySchema.nullish().describe('who is told of what'),
  retry: retrySchema.nullish().describe('how a failure is tried again'),
});

/** `schedules:` of lastpost.yaml; nothing after it is as good as none. */
export const schedulesSchema = z.preprocess(
  (given) => given ?? undefined,
  z.array(scheduleSchema, { error: 'a list of schedules' }).optional(),
);

export const scheduleShapes: Readonly<Record<string, object>> = {
  'schedules.*': scheduleSchema.shape,
  'schedules.*.denser.*': denserSchema.shape,
  'schedules.*.notify': notifySchema.shape,
  'schedules.*.retry': retrySchema.shape,
};

export type GivenSchedule = z.output<typeof scheduleSchema>;

/** For editors. */
export function schedulesJsonSchema(): object {
  const whole = z.object({
    schedules: z.array(scheduleSchema).nullish().describe('when snapshots are taken by themselves'),
  });
  const { $schema, ...schema } = z.toJSONSchema(whole, { io: 'input', target: 'draft-7', reused: 'inline' });
  return {
    $schema,
    title: 'The schedules in lastpost.yaml',
    description: 'When snapshots are taken by themselves, and who is told of what. See docs/schedules.md.',
    ...schema,
  };
}

/** What schedules are held against. */
export interface ScheduleSurroundings {
  readonly channels: readonly string[];
  readonly people: readonly Pick<Person, 'id' | 'roles'>[];
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly unknownKeys: readonly string[];
  readonly wanted: string;
}

type Found = readonly [path: readonly PropertyKey[], wanted: string];

/** What is wrong between values that are sound each by themselves. */
export function scheduleIssues(given: readonly GivenSchedule[], around: ScheduleSurroundings): readonly Issue[] {
  const firstAt = new Map<string, number>();
  for (const [at, { id }] of given.entries()) if (!firstAt.has(id)) firstAt.set(id, at);
  return given.flatMap((schedule, at) =>
    [
      ...(firstAt.get(schedule.id) === at ? [] : [[['id'], 'different from every other schedule’s id'] as const]),
      ...whenIssues(schedule),
      ...channelIssues(schedule, around.channels),
      ...denserIssues(schedule),
      ...readerIssues(schedule, around.people),
    ].map(([path, wanted]) => ({ path: ['schedules', at, ...path], unknownKeys: [], wanted })),
  );
}

function whenIssues({ cron, every }: GivenSchedule): readonly Found[] {
  if (cron != null && every != null) return [[['every'], 'left out, as cron says already when it is taken']];
  return cron == null && every == null ? [[[], 'one with cron: "0 3 * * *" or every: 6h in it']] : [];
}

function channelIssues({ channels }: GivenSchedule, known: readonly string[]): readonly Found[] {
  return channels.flatMap((id, at): readonly Found[] => {
    if (channels.indexOf(id) !== at) return [[['channels', at], 'different from the others']];
    if (known.includes(id)) return [];
    const near = closestMatch(id, known);
    const meant =
      near === undefined
        ? known.length === 0
          ? ', and lastpost.yaml has none yet'
          : `, one of: ${known.join(', ')}`
        : `; perhaps "${near}" is meant`;
    return [[['channels', at], `the id of a channel${meant}`]];
  });
}

function denserIssues({ denser }: GivenSchedule): readonly Found[] {
  const rules = denser ?? [];
  return rules.flatMap(({ from, every }, at): readonly Found[] => {
    if (every > from) return [[['denser', at, 'every'], 'no longer than its from']];
    const wider = rules.filter((other) => other.from > from);
    if (rules.some((other, index) => index < at && other.from === from))
      return [[['denser', at, 'from'], 'different from the others']];
    return wider.some((other) => other.every < every)
      ? [[['denser', at, 'every'], 'as often as the rules that begin earlier, or oftener']]
      : [];
  });
}

function readerIssues({ notify }: GivenSchedule, people: ScheduleSurroundings['people']): readonly Found[] {
  const known = people.flatMap(({ id, roles }) => [id, ...roles]);
  return (notify?.mail ?? []).flatMap((reader, at): readonly Found[] => {
    if (/^[^\s@<>"]+@[^\s@<>"]+$/.test(reader) || known.includes(reader)) return [];
    const near = closestMatch(reader, known);
    return [[['notify', 'mail', at], near === undefined ? READER : `${READER}; perhaps "${near}" is meant`]];
  });
}

const DAY_MS = 86_400_000;

/**
 * With everything that was left out filled in.
 * @param timezone of the workspace
 */
export function toSchedules(
  given: readonly GivenSchedule[],
  exit:
    | { readonly last_day?: string | null | undefined; readonly timezone?: string | null | undefined }
    | null
    | undefined,
  timezone: string | undefined,
): readonly Schedule[] {
  const lastDay = exit?.last_day ?? undefined;
  const lastDayEnd = lastDay === undefined ? null : endOfDay(lastDay, exit?.timezone ?? timezone ?? 'UTC');
  return given.map((one) => toSchedule(one, lastDayEnd, timezone));
}

function toSchedule(given: GivenSchedule, lastDayEnd: string | null, timezone: string | undefined): Schedule {
  const { id, channels, cron, every, missed, jitter, denser, notify, retry } = given;
  return {
    id,
    channels,
    cron: cron ?? null,
    everyMs: every ?? null,
    timezone: given.timezone ?? timezone ?? 'UTC',
    missed: missed ?? 'once',
    jitterMs: jitter ?? 0,
    denser: (denser ?? [])
      .map((rule) => ({ fromMs: rule.from, everyMs: rule.every }))
      .sort((a, b) => b.fromMs - a.fromMs),
    lastDayEnd,
    notify: {
      mail: notify?.mail ?? [],
      webhook: notify?.webhook ?? null,
      secret: notify?.secret ?? null,
      on: notify?.on ?? noticeKinds,
      silenceMs: notify?.silence ?? 30 * DAY_MS,
    },
    retry: { maxAttempts: retry?.max_attempts ?? 3, backoffMs: retry?.backoff ?? 5 * 60_000 },
  };
}
