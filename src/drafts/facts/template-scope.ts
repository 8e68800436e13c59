import type { DraftChannel } from '../../model/farewell/draft-channel.ts';
import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { ExitFacts, Leaving } from '../../model/farewell/exit-facts.ts';
import type { ExitFigures } from '../../model/farewell/figures.ts';
import type { AddressForm, FarewellLocale, FarewellText } from '../../model/farewell/locale.ts';
import type { WritePhrase } from '../templates/phrases.ts';
import { contactNames } from './contact-names.ts';
import { dayIn, daysBetween, hourIn, monthIn, shortDayIn, sinceIn, zoneIn } from './days.ts';
import { figureIn, listIn } from './language-of.ts';
import { requiredText } from './required-text.ts';
import { isTracked, trackedPage } from './tracked-page.ts';
import type { LeftToRight } from './typeset.ts';

/** What the drafts of an exit are written from, besides its templates. */
export interface Material {
  readonly facts: ExitFacts;
  readonly brand: string;
  /** Every channel of lastpost.yaml that can be left. */
  readonly channels: readonly DraftChannel[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly figures: ExitFigures;
}

/** One draft, as far as its variables depend on it. */
export interface ScopeOf {
  readonly kind: DraftKind;
  readonly locale: FarewellLocale;
  readonly address: AddressForm;
  readonly channel: DraftChannel | null;
  /** `YYYY-MM-DDTHH:MM` in the zone of the exit. */
  readonly publishAt: string | null;
}

/** The variables of a template for one draft, as docs/drafts.md has them: every one is there, and what is missing is null. */
export function templateScope(material: Material, draft: ScopeOf, phrase: WritePhrase): object {
  const base = baseScope(material, draft);
  const { facts } = material;
  const { locale } = draft;
  const own = facts.reason.sentence?.[locale] ?? null;
  const written = new Map<string, string>();
  // A draft is tried in several forms, and its phrases are the same in all of them.
  const say = (path: string): string => {
    const known = written.get(path);
    if (known !== undefined) return known;
    const text = phrase(path, base);
    written.set(path, text);
    return text;
  };
  const { posts, comments, messages, data, prizes } = facts.fate;
  // Phrases are only written where a template asks for them: most ask for two or three of a dozen.
  return {
    ...base,
    reason: {
      kind: facts.reason.kind,
      get sentence() {
        return own === null ? say(`reasons.${facts.reason.kind}.sentence`) : withStop(own);
      },
      get more() {
        return own === null ? say(`reasons.${facts.reason.kind}.more`) : null;
      },
    },
    fate: {
      get posts() {
        return say(`fate.posts.${posts}`);
      },
      get comments() {
        return say(`fate.comments.${comments}`);
      },
      get messages() {
        return say(`fate.messages.${messages.then}`);
      },
      data: requiredText(data, 'fate.data', locale),
      prizes: prizes && requiredText(prizes, 'fate.prizes', locale),
    },
    contact: contactNames(facts.contact, locale, say),
    stays: requiredText(facts.stays, 'stays', locale),
    get thanks() {
      return facts.thanks === null ? say('thanks') : requiredText(facts.thanks, 'thanks', locale);
    },
  };
}

/** What phrases are written from as well. */
function baseScope(material: Material, draft: ScopeOf): object {
  const { facts, brand } = material;
  const { kind, locale, address, channel, publishAt } = draft;
  const { lastDay, lastTime, timezone, told, fate, contact, voice } = facts;
  const { press, ...contacts } = contact;
  const successors = facts.successors.map((one) => successorNames(one, locale));
  return {
    brand,
    claim: voice.claim?.[locale] ?? null,
    formal: address === 'formal',
    ...leftNames(material, draft),
    last_day: dayIn(locale, lastDay),
    last_day_short: shortDayIn(locale, lastDay),
    last_time: hourIn(locale, lastTime),
    zone: zoneIn(locale, `${lastDay}T${lastTime}`, timezone),
    announce_day: dayIn(locale, told.public),
    announce_time: hourIn(locale, told.public),
    announce_zone: zoneIn(locale, told.public, timezone),
    answered_until: dayIn(locale, fate.messages.answeredUntil),
    answered_until_short: shortDayIn(locale, fate.messages.answeredUntil),
    partners_time: hourIn(locale, told.partners),
    days_left: publishAt === null ? null : daysBetween(publishAt, lastDay),
    successors,
    places:
      successors.length === 0
        ? null
        : listIn(
            locale,
            successors.map(({ name }) => name),
            'and',
          ),
    first: successors[0] ?? null,
    ...pageNames(facts, kind, locale, channel),
    archive_url: fate.archiveUrl,
    contact: { ...contacts, hours: contact.hours && requiredText(contact.hours, 'contact.hours', locale), press },
    figures: figureNames(material.figures, locale),
    imprint_url: facts.imprintUrl,
    privacy_url: facts.privacyUrl,
    hashtags: voice.hashtags.length === 0 ? null : voice.hashtags.map((tag) => `#${tag.replace(/^#/, '')}`).join(' '),
    duty: dutyNames(material, locale),
    who_answers_press: press?.name ?? null,
  };
}

/** Which of the accounts that are left a draft is about: the one it stands on; of a page for a way out, those that go that way. */
export function leavesOf({ leaves }: ExitFacts, kind: DraftKind, channel: string | null): readonly Leaving[] {
  const here = leaves.filter((one) => one.channel === channel);
  if (here.length > 0) return here;
  const mode = kind === 'gone-page' ? 'delete' : kind === 'redirect-page' ? 'redirect' : null;
  const ofMode = leaves.filter((one) => one.mode === mode);
  return ofMode.length > 0 ? ofMode : leaves;
}

function leftNames({ facts, channels }: Material, { kind, locale, channel }: ScopeOf): object {
  const leaves = leavesOf(facts, kind, channel?.id ?? null);
  const left = leaves.flatMap((one) => channels.filter(({ id }) => id === one.channel));
  const [only] = left;
  return {
    platform: listIn(locale, [...new Set(left.map(({ platform }) => platform))], 'and'),
    here: facts.leaves.some((one) => one.channel === channel?.id),
    channel: channel && { platform: channel.platform, handle: channel.handle, name: channel.name },
    handle: left.length === 1 ? (only?.handle ?? null) : null,
    mode: leaves[0]?.mode ?? null,
  };
}

function pageNames(facts: ExitFacts, kind: DraftKind, locale: FarewellLocale, channel: DraftChannel | null): object {
  const page = facts.page[locale] ?? Object.values(facts.page as FarewellText)[0] ?? '';
  const place = channel?.id ?? null;
  const isLink = facts.utm !== null && page !== '' && isTracked(kind, place);
  return { page: isLink && facts.utm ? trackedPage(page, facts.utm, kind, place) : page, page_plain: page };
}

function successorNames({ name, handle, url, since }: ExitFacts['successors'][number], locale: FarewellLocale) {
  const called = requiredText(name, 'successors', locale);
  return { name: called, handle, url, since: since === null ? null : sinceIn(locale, since) };
}

function figureNames(
  { posts, years, sinceYear, bestMonth, mostAnswered }: ExitFigures,
  locale: FarewellLocale,
): object {
  return {
    posts: posts && figureIn(locale, posts.value),
    years: years && figureIn(locale, years.value),
    since_year: sinceYear && String(sinceYear.value),
    best_month: bestMonth && monthIn(locale, bestMonth.value),
    most_answered: mostAnswered?.value ?? null,
  };
}

function dutyNames({ facts, people }: Material, locale: FarewellLocale): object {
  const moment = (at: string): string => `${shortDayIn(locale, at)}, ${hourIn(locale, at)}`;
  return facts.duty.map(({ person, from, until }) => ({
    person: people.find(({ id }) => id === person)?.name ?? person,
    from: moment(from),
    // Once a day is enough.
    until: from.slice(0, 10) === until.slice(0, 10) ? hourIn(locale, until) : moment(until),
  }));
}

function withStop(sentence: string): string {
  return /[.!?…؟]["”“»’)]*$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`;
}

/** What a draft may have in it that is written from left to right in every language. */
export function leftToRightOf({ facts, channels }: Material, scope: object): LeftToRight {
  const { page, page_plain: plain } = scope as { readonly page: string; readonly page_plain: string };
  const { url, email, phone, press } = facts.contact;
  const addresses = [page, plain, facts.imprintUrl, facts.privacyUrl, facts.fate.archiveUrl, url];
  const urls = [...addresses, ...facts.successors.map((one) => one.url)].filter((one) => one !== null);
  const handles = [...facts.successors, ...channels].map(({ handle }) => handle);
  const names = [email, phone, press?.email, press?.phone, ...handles].filter((one) => typeof one === 'string');
  return { links: urls.map((one) => one.replace(/^https?:\/\//i, '').replace(/\/$/, '')), names };
}
