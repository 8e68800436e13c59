import type { LimitedText } from '../../model/channel.ts';
import type { DraftChannel, Measure } from '../../model/farewell/draft-channel.ts';
import type { DraftFilter } from '../../model/farewell/draft-filter.ts';
import { type DraftKind, draftKinds, kindSpecs } from '../../model/farewell/draft-kinds.ts';
import type { Audience, ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { AddressForm, FarewellLocale } from '../../model/farewell/locale.ts';
import { publishAt } from './publish-at.ts';

/** A draft that an exit has, before it is written. */
export interface PlannedDraft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly locale: FarewellLocale;
  readonly address: AddressForm;
  readonly channel: DraftChannel | null;
  /** How its text and its fields are counted; null where nothing limits them. */
  readonly measure: Measure | null;
  readonly audience: Audience;
  readonly publishAt: string | null;
  /** The limit that the text has to keep; null: none. */
  readonly limited: LimitedText | null;
}

/** Why a draft that one might look for is not there. */
export interface LeftOutDraft {
  readonly kind: DraftKind;
  /** null: in every language. */
  readonly locale: FarewellLocale | null;
  readonly channel: string | null;
  readonly because: 'no-template' | 'no-limit' | 'no-messages' | 'before-announcement' | 'not-this-exit';
  readonly message: string;
}

export interface DraftPlan {
  readonly drafts: readonly PlannedDraft[];
  readonly leftOut: readonly LeftOutDraft[];
}

interface Place {
  readonly kind: DraftKind;
  readonly channel: DraftChannel | null;
  readonly measure: Measure | null;
  readonly limited: LimitedText | null;
}

/** Where a platform has no limit of the one name, its text has another: a film's description, a page's "about". */
const otherNames: Readonly<Partial<Record<LimitedText, readonly LimitedText[]>>> = {
  post: ['post', 'description'],
  bio: ['bio', 'about'],
};

/**
 * Every draft of an exit, in the order of `draftKinds`, and what is left out with the reason.
 * @param channels every channel of lastpost.yaml, and the places of `also`
 * @param hasTemplate whether there is one for a kind in a language
 */
export function planDrafts(
  facts: ExitFacts,
  channels: readonly DraftChannel[],
  hasTemplate: (locale: FarewellLocale, kind: DraftKind) => boolean,
  wishes: DraftFilter,
): DraftPlan {
  const leftOut: LeftOutDraft[] = [];
  const kinds = draftKinds.filter((kind) => wishes.kinds.length === 0 || wishes.kinds.includes(kind));
  const places = kinds.flatMap((kind) => {
    const not = notThisExit(kind, facts);
    if (not === null) return placesOf(kind, facts, channels, leftOut);
    leftOut.push({ kind, locale: null, channel: null, ...not });
    return [];
  });
  const wanted = places.filter(({ channel }) => isWanted(wishes.channels, channel?.id ?? null));
  const locales = facts.locales.filter((one) => isWanted(wishes.locales, one));
  const drafts = locales.flatMap((locale) => {
    const lacking = [...new Set(wanted.map(({ kind }) => kind))].filter((kind) => !hasTemplate(locale, kind));
    leftOut.push(...lacking.map((kind) => noTemplate(kind, locale)));
    return wanted.filter(({ kind }) => !lacking.includes(kind)).map((place) => planned(place, locale, facts));
  });
  return { drafts, leftOut: leftOut.filter(({ channel }) => isWanted(wishes.channels, channel)) };
}

function isWanted<T extends string>(wishes: readonly T[], one: T | null): boolean {
  return wishes.length === 0 || (one !== null && wishes.includes(one));
}

function planned({ kind, channel, measure, limited }: Place, locale: FarewellLocale, facts: ExitFacts): PlannedDraft {
  const { audience } = kindSpecs[kind];
  const address = facts.voice.address[locale] ?? 'formal';
  const id = channel === null ? kind : `${kind}-${channel.id}`;
  return { id, kind, locale, address, channel, measure, audience, publishAt: publishAt(kind, facts), limited };
}

function noTemplate(kind: DraftKind, locale: FarewellLocale): LeftOutDraft {
  const message = `There is no template of it in "${locale}": write templates/${locale}/${kind}/long.md.`;
  return { kind, locale, channel: null, because: 'no-template', message };
}

function notThisExit(kind: DraftKind, facts: ExitFacts): Pick<LeftOutDraft, 'because' | 'message'> | null {
  const not = (message: string) => ({ because: 'not-this-exit', message }) as const;
  const isLeft = (mode: string): boolean => facts.leaves.some((one) => one.mode === mode);
  if (kind === 'gone-page' && !isLeft('delete')) return not('Nothing is deleted.');
  if (kind === 'redirect-page' && !isLeft('redirect')) return not('Nothing is redirected.');
  if (kind === 'crisis-prize' && facts.fate.prizes === null) return not('No prize is open.');
  const at = publishAt(kind, facts);
  if (typeof kindSpecs[kind].at !== 'object' || !('daysBefore' in kindSpecs[kind].at) || at === null) return null;
  if (at > facts.told.public) return null;
  const message = `It would go out at ${at}, and the announcement at ${facts.told.public}.`;
  return { because: 'before-announcement', message };
}

function placesOf(
  kind: DraftKind,
  facts: ExitFacts,
  channels: readonly DraftChannel[],
  leftOut: LeftOutDraft[],
): readonly Place[] {
  const { place, limited } = kindSpecs[kind];
  // It has a subject and a preheader, which mail programs cut off.
  if (kind === 'newsletter') {
    const measure = channels.find(({ id }) => id === 'newsletter')?.measure ?? null;
    return [{ kind, channel: null, measure, limited }];
  }
  if (place === 'once') return [{ kind, channel: null, measure: null, limited: null }];
  const isLeft = (id: string): boolean => facts.leaves.some((one) => one.channel === id);
  const there = channels.filter(({ id }) => id !== 'newsletter' && (place === 'every' || isLeft(id)));
  return there.flatMap((channel) => {
    const found = limitOf(kind, channel);
    if (!('because' in found)) return [{ kind, channel, measure: channel.measure, limited: found.limited }];
    leftOut.push({ kind, locale: null, channel: channel.id, ...found });
    return [];
  });
}

/** The limit that a text of a kind has to keep on a channel, or why it cannot stand there. */
export function limitOf(
  kind: DraftKind,
  channel: DraftChannel,
): { readonly limited: LimitedText | null } | Pick<LeftOutDraft, 'because' | 'message'> {
  const { limited } = kindSpecs[kind];
  if (limited === null) {
    if (channel.messages) return { limited: null };
    return { because: 'no-messages', message: `Nobody can write to an account on ${channel.platform} in private.` };
  }
  const found = (otherNames[limited] ?? [limited]).find((what) => channel.measure(what, '').length > 0);
  if (found !== undefined) return { limited: found };
  const message = `No limit is known for a ${limited} on ${channel.platform}; set facts.${limited}_limit of "${channel.id}" in lastpost.yaml to have one.`;
  return { because: 'no-limit', message };
}
