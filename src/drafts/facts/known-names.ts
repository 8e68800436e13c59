/** What a name stands for: a text (null), a list of such things, or things with names of their own. */
export type NameShape =
  | null
  | { readonly list: NameShape }
  | { readonly names: { readonly [name: string]: NameShape } };

const texts = (...names: readonly string[]): NameShape => ({
  names: Object.fromEntries(names.map((name) => [name, null])),
});

const successor = texts('name', 'handle', 'url', 'since');

/** Every variable of a template, and of a phrase as well; docs/drafts.md says what they are. */
const ofFacts: Readonly<Record<string, NameShape>> = {
  brand: null,
  claim: null,
  formal: null,
  platform: null,
  here: null,
  channel: texts('platform', 'handle', 'name'),
  handle: null,
  mode: null,
  last_day: null,
  last_day_short: null,
  last_time: null,
  zone: null,
  announce_day: null,
  announce_time: null,
  announce_zone: null,
  answered_until: null,
  answered_until_short: null,
  partners_time: null,
  days_left: null,
  successors: { list: successor },
  places: null,
  first: successor,
  page: null,
  page_plain: null,
  archive_url: null,
  figures: texts('posts', 'years', 'since_year', 'best_month', 'most_answered'),
  imprint_url: null,
  privacy_url: null,
  hashtags: null,
  duty: { list: texts('person', 'from', 'until') },
  who_answers_press: null,
};

const press = texts('name', 'email', 'phone');
const contactOf = (...more: readonly string[]): NameShape => ({
  names: { url: null, email: null, phone: null, hours: null, press, ...Object.fromEntries(more.map((n) => [n, null])) },
});

/** Phrases are what these are made of, and so cannot have them. */
export const phraseNames: Readonly<Record<string, NameShape>> = { ...ofFacts, contact: contactOf() };

export const templateNames: Readonly<Record<string, NameShape>> = {
  ...ofFacts,
  reason: texts('kind', 'sentence', 'more'),
  fate: texts('posts', 'comments', 'messages', 'data', 'prizes'),
  contact: contactOf('line'),
  stays: null,
  thanks: null,
};
