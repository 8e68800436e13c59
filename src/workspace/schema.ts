import { z } from 'zod';
import { isLanguageTag, isTimeZone } from '../base/locale-names.ts';
import type { FactOverrides } from '../model/channel.ts';
import { commentsPolicies } from '../model/comments-policy.ts';
import type { Bounds } from '../model/crawl-plan.ts';
import { platformIds } from '../model/platform.ts';
import type { ArchiveSettings, Channel, ViewerSettings, WorkspaceConfig } from './config.ts';
import { type ConfigIssue, configIssues } from './config-issues.ts';
import { exitIssues } from './exit-issues.ts';
import { exitSchema, exitShapes } from './exit-schema.ts';
import { keepSchema, keepShape, toKeepRules } from './keep-schema.ts';
import { mailSchema, mailShape } from './mail-schema.ts';
import { peopleIssues, peopleSchema, peopleShapes, toPeople } from './people-schema.ts';
import { planningSchema, planningShape, toPlanning, workspaceDaysShape } from './planning-schema.ts';
import { brandLocales, readExit } from './read-exit.ts';
import { scheduleIssues, scheduleShapes, schedulesSchema, toSchedules } from './schedule-schema.ts';
import {
  day,
  duration,
  listOf,
  oneOf,
  orEmpty,
  parsed,
  pattern,
  reuse,
  size,
  someText,
  viewport,
  webAddress,
  whole,
  yesOrNo,
} from './value-schemas.ts';
import { toVault, vaultSchema, vaultShapes } from './vault-schema.ts';

/** Who is looking; for all snapshots, and for a channel of its own. */
const viewerShape = {
  mobile: yesOrNo.optional(),
  device: someText.optional(),
  lang: parsed('a language code like de or de-DE', (text) => (isLanguageTag(text) ? text : undefined)).optional(),
  timezone: parsed('a time zone like Europe/Berlin', (text) => (isTimeZone(text) ? text : undefined)).optional(),
};

/** What a person knows better than the facts about a platform that come with Lastpost. */
const factsSchema = z.strictObject({
  checked_on: day.optional(),
  grace_days: whole(0, 3650).optional(),
  login_to_keep_days: whole(1, 3650).optional(),
  post_limit: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  title_limit: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  bio_limit: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  export_page: webAddress.optional(),
  deletion_page: webAddress.optional(),
});

const channelSchema = z.strictObject({
  id: z
    .string({ error: 'lower-case letters, digits and hyphens' })
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: 'lower-case letters, digits and hyphens' }),
  platform: oneOf(platformIds),
  handle: someText.optional(),
  url: webAddress,
  api: webAddress.optional(),
  title: someText.optional(),
  scope: oneOf(['host', 'prefix', 'page']).optional(),
  include: listOf(pattern).optional(),
  exclude: listOf(pattern).optional(),
  depth: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  facts: orEmpty(factsSchema, {}),
  keep: keepSchema.optional(),
  reuse: reuse.optional(),
  ...viewerShape,
});

const boundsSchema = z.strictObject({
  body: size.optional(),
  open_ended: size.optional(),
  open_ended_time: duration.optional(),
  ratio: whole(2, Number.MAX_SAFE_INTEGER).optional(),
  held: duration.optional(),
  browser_growth: size.optional(),
  tab_memory: size.optional(),
  unresponsive: duration.optional(),
  navigations: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  popups: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  frames: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  requests: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  links: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  sockets: size.optional(),
  segments: whole(0, Number.MAX_SAFE_INTEGER).optional(),
});

const archiveSchema = z.strictObject({
  workers: whole(1, 16).optional(),
  delay: duration.optional(),
  robots: oneOf(['obey', 'ignore']).optional(),
  sitemaps: z.boolean({ error: 'true or false' }).optional(),
  user_agent: someText.optional(),
  viewport: viewport.optional(),
  secret_parameters: listOf(someText).optional(),
  max_pages: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  max_bytes: size.optional(),
  max_time: duration.optional(),
  page_time: duration.optional(),
  public_only: z.boolean({ error: 'true or false' }).optional(),
  comments: oneOf(commentsPolicies).optional(),
  bounds: boundsSchema.optional(),
  browser: someText.optional(),
  proxy: someText.optional(),
  keep: keepSchema.optional(),
  reuse: reuse.optional(),
  vault: vaultSchema.nullish(),
  ...viewerShape,
});

const brandSchema = z.strictObject({
  name: someText,
  languages: listOf(
    z.string({ error: 'a language code like de or en' }).regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, {
      error: 'a language code like de or en',
    }),
  ).min(1, { error: 'a list with at least one language code' }),
});

const rootSchema = z.strictObject({
  version: z.literal(1, { error: '1, the only version this Lastpost knows' }).optional(),
  brand: brandSchema,
  channels: orEmpty(z.array(channelSchema, { error: 'a list of channels' }), []),
  archive: orEmpty(archiveSchema, {}),
  people: peopleSchema,
  mail: mailSchema,
  planning: planningSchema,
  exit: exitSchema.nullish(),
  schedules: schedulesSchema,
  ...workspaceDaysShape,
});

/** The keys that are allowed at each place, for naming the one that was probably meant. */
export function allowedKeys(path: readonly PropertyKey[]): readonly string[] {
  const place = path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');
  const shapes: Readonly<Record<string, object>> = {
    '': rootSchema.shape,
    brand: brandSchema.shape,
    'channels.*': channelSchema.shape,
    'channels.*.facts': factsSchema.shape,
    'channels.*.keep': keepShape,
    archive: archiveSchema.shape,
    'archive.bounds': boundsSchema.shape,
    'archive.keep': keepShape,
    ...peopleShapes,
    mail: mailShape,
    planning: planningShape,
    ...vaultShapes,
    ...exitShapes,
    ...scheduleShapes,
  };
  return Object.keys(shapes[place] ?? {});
}

type Parsed = z.output<typeof rootSchema>;

function without<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}

function toViewer({ mobile, device, lang, timezone }: Partial<Record<keyof typeof viewerShape, unknown>>) {
  const viewer = without({ mobile, device, language: lang, timezone }) as ViewerSettings;
  return Object.keys(viewer).length === 0 ? undefined : viewer;
}

function toFacts(facts: z.output<typeof factsSchema>): FactOverrides | undefined {
  const overrides = without({
    checkedOn: facts.checked_on,
    graceDays: facts.grace_days,
    loginToKeepDays: facts.login_to_keep_days,
    postLimit: facts.post_limit,
    titleLimit: facts.title_limit,
    bioLimit: facts.bio_limit,
    exportPage: facts.export_page,
    deletionPage: facts.deletion_page,
  }) as FactOverrides;
  return Object.keys(overrides).length === 0 ? undefined : overrides;
}

function toChannel(channel: Parsed['channels'][number]): Channel {
  const { include = [], exclude = [], mobile, device, lang, timezone, facts, keep, reuse: reuseMs, ...rest } = channel;
  const viewer = toViewer({ mobile, device, lang, timezone });
  return {
    ...without({ ...rest, viewer, facts: toFacts(facts), keep: keep && toKeepRules(keep), reuseMs }),
    include,
    exclude,
  } as Channel;
}

function toBounds(bounds: NonNullable<Parsed['archive']['bounds']>): Partial<Bounds> {
  return without({
    bodyBytes: bounds.body,
    openEndedBytes: bounds.open_ended,
    openEndedMs: bounds.open_ended_time,
    bodyRatio: bounds.ratio,
    heldMs: bounds.held,
    browserGrowthBytes: bounds.browser_growth,
    tabMemoryBytes: bounds.tab_memory,
    unresponsiveMs: bounds.unresponsive,
    navigations: bounds.navigations,
    popups: bounds.popups,
    frames: bounds.frames,
    requests: bounds.requests,
    links: bounds.links,
    socketBytes: bounds.sockets,
    segments: bounds.segments,
  }) as Partial<Bounds>;
}

function toArchive(archive: Parsed['archive']): ArchiveSettings {
  return {
    ...without({
      workers: archive.workers,
      delayMs: archive.delay,
      robots: archive.robots,
      sitemaps: archive.sitemaps,
      userAgent: archive.user_agent,
      viewport: archive.viewport,
      maxPages: archive.max_pages,
      maxBytes: archive.max_bytes,
      maxTimeMs: archive.max_time,
      pageTimeMs: archive.page_time,
      publicOnly: archive.public_only,
      comments: archive.comments,
      bounds: archive.bounds && toBounds(archive.bounds),
      browser: archive.browser,
      proxy: archive.proxy,
      keep: archive.keep && toKeepRules(archive.keep),
      reuseMs: archive.reuse,
      vault: archive.vault ? toVault(archive.vault) : undefined,
      viewer: toViewer(archive),
    }),
    secretParameters: archive.secret_parameters ?? [],
  } as ArchiveSettings;
}

function repeatedIds(channels: Parsed['channels']): readonly ConfigIssue[] {
  return channels.flatMap(({ id }, index) =>
    channels.findIndex((other) => other.id === id) === index
      ? []
      : [{ path: ['channels', index, 'id'], unknownKeys: [], wanted: 'different from every other channel’s id' }],
  );
}

/** Checks plain values against the schema and turns them into the words the rest of the program uses. */
export function checkConfig(values: unknown): { config: WorkspaceConfig } | { issues: readonly ConfigIssue[] } {
  const result = rootSchema.safeParse(values);
  if (!result.success) return { issues: configIssues(result.error.issues) };
  const { brand, channels, archive, people, mail, planning, timezone, holidays, exit, schedules = [] } = result.data;
  const around = {
    channels: channels.map(({ id }) => id),
    people: people.map(({ id }) => id),
    timezone: timezone ?? undefined,
    locales: exit?.locales ?? brandLocales({ brand }),
  };
  const issues = [
    ...repeatedIds(channels),
    ...peopleIssues(people),
    ...(exit ? exitIssues(exit, around) : []),
    ...scheduleIssues(schedules, { channels: around.channels, people }),
  ];
  if (issues.length > 0) return { issues };
  const parts = { brand, channels: channels.map(toChannel), archive: toArchive(archive), people: toPeople(people) };
  const days = { ...(timezone && { timezone }), ...(holidays && { holidays }) };
  const timed = schedules.length > 0 && { schedules: toSchedules(schedules, exit, around.timezone) };
  const config = {
    ...parts,
    ...days,
    ...timed,
    ...(mail && { mail }),
    ...(planning && { planning: toPlanning(planning) }),
  };
  return { config: exit ? { ...config, exit: readExit(exit, config) } : config };
}
