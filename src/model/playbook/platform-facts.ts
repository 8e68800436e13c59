import type { ChannelFacts } from '../channel.ts';
import type { Certainty, Fact } from '../fact.ts';
import type { LocalText } from '../platform.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** What playbooks find below `facts.PLATFORM.`, besides its `name`. */
export const factNames = [
  'official_export',
  'export_page',
  'export_way',
  'deletion_page',
  'deletion_way',
  'deletion_effect',
  'deactivation_way',
  'redirect_way',
  'profile_way',
  'pin_way',
  'messages_way',
  'grace',
  'waits',
  'handle_reuse',
  'exit_modes',
  'login_to_keep',
  'post_limit',
  'bio_limit',
] as const;

export type FactName = (typeof factNames)[number];

/** What stands behind each of them; `de` and `en` are never empty, and say how sure it is. */
export const factFields = ['value', 'de', 'en', 'certainty', 'checked_on', 'source'] as const;

interface Told {
  readonly value: JsonValue;
  readonly text: LocalText | null;
  readonly facts: readonly Fact<unknown>[];
}

/**
 * A platform's facts as expressions name them: `facts.x.grace.value` is 30, `facts.x.grace.en` says it as a phrase that can
 * stand in a sentence, with its certainty and its day. Of several that differ `value` is the greatest number of days, so that
 * nobody waits too short a time. What is not known has the value null and says so in words.
 */
export function platformFacts(name: string, facts: ChannelFacts): JsonObject {
  const told: Readonly<Record<FactName, Told>> = {
    official_export: texts([facts.officialExport]),
    export_page: addresses(facts.exportPage),
    export_way: texts(ways(facts, 'export')),
    deletion_page: addresses(facts.deletionPage),
    deletion_way: texts(ways(facts, 'delete')),
    deletion_effect: texts([facts.deletionEffect]),
    deactivation_way: texts(ways(facts, 'deactivate')),
    redirect_way: texts(ways(facts, 'redirect')),
    profile_way: texts(ways(facts, 'profile')),
    pin_way: texts(ways(facts, 'pin')),
    messages_way: texts(ways(facts, 'messages')),
    grace: days(facts.grace),
    waits: waits(facts),
    handle_reuse: texts([facts.handleReuse]),
    exit_modes: modes(facts),
    login_to_keep: days([facts.loginToKeep]),
    post_limit: limit(facts, 'post'),
    bio_limit: limit(facts, 'bio'),
  };
  const entries = Object.entries(told).map(([fact, one]) => [fact, asJson(one)] as const);
  return { name, ...Object.fromEntries(entries) };
}

function ways(facts: ChannelFacts, place: keyof NonNullable<ChannelFacts['ways']>): readonly Fact<LocalText>[] {
  const found = facts.ways?.[place];
  return found === undefined ? [] : [found];
}

function asJson({ value, text, facts }: Told): JsonObject {
  const [first] = facts;
  const certainty = facts.some((one) => one.certainty !== 'unknown') && text !== null ? leastOf(facts) : 'unknown';
  const checkedOn = facts.map((one) => one.checkedOn).toSorted()[0] ?? null;
  const of = (language: 'de' | 'en'): string => {
    const about = remark(certainty, checkedOn, language);
    return text === null ? `${words.unknown[language]}${about}` : `${text[language]}${about}`;
  };
  return {
    value: text === null ? null : value,
    de: of('de'),
    en: of('en'),
    certainty,
    checked_on: checkedOn,
    source: first?.source ?? null,
  };
}

const order: readonly Fact<unknown>['certainty'][] = ['low', 'medium', 'high'];

/** Facts that differ are no surer than the least sure of them. */
function leastOf(facts: readonly Fact<unknown>[]): Fact<unknown>['certainty'] {
  return order.find((certainty) => facts.some((one) => one.certainty === certainty)) ?? 'unknown';
}

const words = {
  unknown: { de: 'nicht bekannt', en: 'not known' },
  or: { de: ' oder ', en: ' or ' },
} as const;

const sure: Readonly<Record<Certainty, LocalText>> = {
  high: { de: 'laut Plattform', en: 'according to the platform' },
  medium: { de: 'aus zweiter Hand', en: 'second-hand' },
  low: { de: 'unsicher', en: 'uncertain' },
};

/** Made once: making one takes longer than all else here, and every plan asks for hundreds of dates. */
const longDay = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const;

function remark(certainty: Fact<unknown>['certainty'], checkedOn: string | null, language: 'de' | 'en'): string {
  if (checkedOn === null) return '';
  const on = longDay[language].format(new Date(checkedOn));
  const looked = { de: `gesucht am ${on}`, en: `looked for on ${on}` };
  const state = { de: `Stand ${on}`, en: `as of ${on}` };
  return certainty === 'unknown' ? ` (${looked[language]})` : ` (${sure[certainty][language]}, ${state[language]})`;
}

function known<T>(facts: readonly Fact<T>[]) {
  return facts.filter((one) => one.certainty !== 'unknown');
}

/** Sentences end before the bracket, so that the phrase can go on. */
function texts(facts: readonly Fact<LocalText>[]): Told {
  const [first] = known(facts);
  if (first === undefined) return { value: null, text: null, facts };
  return { value: first.value.en, text: first.value, facts };
}

function addresses(fact: Fact<string>): Told {
  const value = fact.value ?? null;
  return { value, text: value === null ? null : { de: value, en: value }, facts: [fact] };
}

function days(facts: readonly Fact<number>[]): Told {
  const all = known(facts);
  const found = [...new Set(all.map(({ value }) => value))].sort((a, b) => a - b);
  const last = found.at(-1);
  if (last === undefined) return { value: null, text: null, facts };
  const en = `${found.join(words.or.en)} ${last === 1 ? 'day' : 'days'}`;
  const de = `${found.join(words.or.de)} ${last === 1 ? 'Tag' : 'Tage'}`;
  const notes = all.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const more = (language: 'de' | 'en') => notes.map((note) => ` – ${note[language].replace(/\.$/, '')}`).join('');
  return { value: last, text: { de: `${de}${more('de')}`, en: `${en}${more('en')}` }, facts: all };
}

function waits({ waits: facts }: ChannelFacts): Told {
  const all = known(facts);
  if (all.length === 0) return { value: null, text: null, facts };
  const of = (language: 'de' | 'en', unit: string) =>
    all.map(({ value }) => `${value.days} ${unit} ${value.what[language]}`).join('; ');
  const most = Math.max(...all.map(({ value }) => value.days));
  return { value: most, text: { de: of('de', 'Tage'), en: of('en', 'days') }, facts: all };
}

const modeWords = {
  freeze: { de: 'einfrieren', en: 'freeze' },
  redirect: { de: 'weiterleiten', en: 'redirect' },
  delete: { de: 'löschen', en: 'delete' },
} as const;

function modes({ exitModes }: ChannelFacts): Told {
  if (exitModes.certainty === 'unknown') return { value: null, text: null, facts: [exitModes] };
  const { value } = exitModes;
  const of = (language: 'de' | 'en') => value.map((mode) => modeWords[mode][language]).join(', ') || '–';
  return { value: [...value], text: { de: of('de'), en: of('en') }, facts: [exitModes] };
}

function limit({ limits }: ChannelFacts, what: 'post' | 'bio'): Told {
  const found = known(limits).find(({ value }) => value.what === what && value.variant === undefined);
  if (found === undefined) return { value: null, text: null, facts: limits.slice(0, 1) };
  const { most } = found.value;
  const text = { de: `${most.toLocaleString('de-DE')} Zeichen`, en: `${most.toLocaleString('en-GB')} characters` };
  return { value: most, text, facts: [found] };
}

/** Platforms whose facts a text names; `*` among them where only the run will know which. */
export function platformsNamed(text: string): readonly string[] {
  const open = /\bfacts\s*\[/i.test(text) ? ['*'] : [];
  return [
    ...new Set([
      ...open,
      ...[...text.matchAll(/\bfacts\.([a-z][a-z0-9-]*)/gi)].map(([, name = '']) => name.toLowerCase()),
    ]),
  ];
}
