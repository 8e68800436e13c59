import type { ExitMode } from '../model/channel.ts';
import type { ExitDraft, KnownFacts } from '../model/farewell/exit-draft.ts';
import type { Successor } from '../model/farewell/exit-facts.ts';
import type { LintSettings } from '../model/farewell/lint/lint-rules.ts';
import { type FarewellLocale, type FarewellText, farewellLocales } from '../model/farewell/locale.ts';
import { tellTimes } from '../model/farewell/tell-times.ts';
import { namesWithAt, platformNames } from '../model/platform-names.ts';
import type { Channel } from './config.ts';
import { channelOf, USUAL_LAST_TIME } from './exit-issues.ts';
import type { GivenExit, SaidExit } from './exit-schema.ts';
import { openFacts } from './open-facts.ts';

/** As much of the workspace as an exit takes over where it says nothing itself. */
export interface ExitWorkspace {
  readonly brand: { readonly languages: readonly string[] };
  readonly channels: readonly Channel[];
  readonly timezone?: string | undefined;
}

type Locales = readonly FarewellLocale[];

type SaidText = NonNullable<SaidExit['stays']>;

/** `exit:` of lastpost.yaml: what is there with what holds without a word, and what is still open. */
export function readExit(given: GivenExit, workspace: ExitWorkspace): ExitDraft {
  const exit = withoutNulls(given) as SaidExit;
  const locales = exit.locales ?? brandLocales(workspace);
  const facts = factsOf(exit, workspace, locales);
  const draft = { facts, open: openFacts(exit, facts, locales) };
  return exit.check === undefined ? draft : { ...draft, check: checkOf(exit.check) };
}

function checkOf({ rules = {}, exceptions = [], playbook, words = [] }: NonNullable<SaidExit['check']>): LintSettings {
  const all = exceptions.map((one) => ({ ...one, draft: one.draft ?? null, words: one.words ?? null }));
  return { rules: present(rules), exceptions: all, playbook: playbook ?? null, words };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, field]) => field != null);
  return Object.fromEntries(said.map(([key, field]) => [key, withoutNulls(field)]));
}

/** Those of the brand that farewells are written in, its main one first. */
export function brandLocales({ brand }: Pick<ExitWorkspace, 'brand'>): Locales {
  const codes = [...new Set(brand.languages.map((tag) => tag.toLowerCase().split('-')[0]))];
  return codes.flatMap((code) => farewellLocales.filter((locale) => locale === code));
}

/** Without keys that are undefined: what is open is not there. */
function present<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}

function textOf(said: SaidText | undefined, locales: Locales): FarewellText | undefined {
  if (typeof said === 'string') return Object.fromEntries(locales.map((locale) => [locale, said]));
  return said === undefined || Object.keys(said).length === 0 ? undefined : (said as FarewellText);
}

function factsOf(exit: SaidExit, workspace: ExitWorkspace, locales: Locales): KnownFacts {
  const { leaves, mode = null, reason, successors, utm = null, duty = [], also = [], tools = [] } = exit;
  return present({
    leaves: leaves?.map((one) => ({ channel: channelOf(one), mode: modeOf(one, mode) })),
    locales: locales.length === 0 ? undefined : (locales as [FarewellLocale, ...FarewellLocale[]]),
    ...daysOf(exit, workspace),
    reason: present({ kind: reason?.kind, sentence: textOf(reason?.sentence, locales) ?? null }),
    successors: successors?.map((one) => successorOf(one, workspace.channels, locales)),
    page: textOf(exit.page, locales),
    fate: fateOf(exit, locales),
    contact: contactOf(exit, locales),
    stays: textOf(exit.stays, locales),
    thanks: textOf(exit.thanks, locales) ?? null,
    voice: voiceOf(exit, locales),
    imprintUrl: exit.imprint_url,
    privacyUrl: exit.privacy_url,
    utm,
    duty,
    also,
    tools,
  });
}

function daysOf(exit: SaidExit, workspace: ExitWorkspace) {
  const { timezone = workspace.timezone, last_day: lastDay, last_time: lastTime = USUAL_LAST_TIME } = exit;
  const said = present(exit.told ?? {});
  const told = lastDay === undefined ? said : tellTimes(lastDay, said, timezone ?? 'UTC');
  return { timezone, lastDay, lastTime, told };
}

function modeOf(leaving: NonNullable<SaidExit['leaves']>[number], otherwise: ExitMode | null): ExitMode | null {
  return (typeof leaving === 'string' ? undefined : leaving.mode) ?? otherwise;
}

function successorOf(
  { channel: id, name, url, handle, since }: NonNullable<SaidExit['successors']>[number],
  channels: readonly Channel[],
  locales: Locales,
): Successor {
  const channel = channels.find((one) => one.id === id);
  return {
    name: textOf(name ?? (channel && nameOf(channel)), locales) ?? {},
    url: url ?? channel?.url ?? '',
    handle: handle ?? (channel && handleOf(channel)) ?? null,
    since: since ?? null,
    channel: channel?.id ?? null,
  };
}

function nameOf({ platform, title, url }: Channel): string {
  return platform === 'website' ? (title ?? new URL(url).host) : platformNames[platform];
}

function handleOf({ platform, handle }: Channel): string | null {
  return handle !== undefined && namesWithAt.includes(platform) ? `@${handle}` : null;
}

function fateOf({ fate = {} }: SaidExit, locales: Locales): NonNullable<KnownFacts['fate']> {
  const { answered_until: answeredUntil, then: afterwards = 'close' as const } = fate.messages ?? {};
  return present({
    posts: fate.posts,
    comments: fate.comments,
    // biome-ignore lint/suspicious/noThenProperty: it is a word, and nobody waits for it.
    messages: present({ answeredUntil, then: afterwards }),
    data: textOf(fate.data, locales),
    prizes: isNone(fate.prizes) ? null : textOf(fate.prizes, locales),
    archiveUrl: fate.archive_url ?? null,
  });
}

/** Nothing is open. That has to be said, because nobody would miss a sentence that is not there. */
function isNone(prizes: SaidText | undefined): boolean {
  return typeof prizes === 'string' && prizes.toLowerCase() === 'none';
}

function contactOf({ contact = {} }: SaidExit, locales: Locales): NonNullable<KnownFacts['contact']> {
  const { url = null, email = null, phone = null, hours, press } = contact;
  return {
    url,
    email,
    phone,
    hours: textOf(hours, locales) ?? null,
    press: press === undefined ? null : { ...press, phone: press.phone ?? null },
  };
}

function voiceOf({ voice = {} }: SaidExit, locales: Locales): NonNullable<KnownFacts['voice']> {
  const { address = {}, gender = 'neutral', claim, logo = null, forbidden = [], hashtags = [] } = voice;
  const { paper = '#ffffff', ink = '#1a1a1a', accent = ink } = voice.colours ?? {};
  return {
    address: present(address),
    gender,
    claim: textOf(claim, locales) ?? null,
    colours: { paper, ink, accent },
    logo,
    forbidden,
    hashtags,
  };
}
