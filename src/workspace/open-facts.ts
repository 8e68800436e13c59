import { type FactKey, factKeys, type KnownFacts, type OpenFact } from '../model/farewell/exit-draft.ts';
import type { FarewellLocale } from '../model/farewell/locale.ts';
import type { SaidExit } from './exit-schema.ts';

/** Languages in which nothing tells formal from informal. */
const oneAddress: readonly FarewellLocale[] = ['en', 'ar'];

/** What was said of a fact: whether all of it, and of a text in which of the languages. */
interface State {
  readonly isGiven: boolean;
  readonly isNeeded?: boolean;
  readonly text?: Readonly<Partial<Record<FarewellLocale, unknown>>> | null | undefined;
  readonly locales?: readonly FarewellLocale[];
}

const usual = (value: unknown): State => ({ isGiven: value !== undefined });
const needed = (value: unknown): State => ({ isGiven: value !== undefined, isNeeded: true });

/** What nobody has said, in the order of asking. */
export function openFacts(exit: SaidExit, facts: KnownFacts, locales: readonly FarewellLocale[]): readonly OpenFact[] {
  const states = { ...plainStates(exit, facts), ...textStates(facts, locales) };
  return factKeys.flatMap((key): readonly OpenFact[] => {
    const { isGiven, isNeeded = false, text, locales: wanted = [] } = states[key];
    if (wanted.length === 0) return isGiven ? [] : [{ key, locales: [], isNeeded }];
    const missing = wanted.filter((locale) => text?.[locale] === undefined);
    // What is written in one language and not in another cannot go out in both.
    return missing.length === 0 || isGiven ? [] : [{ key, locales: missing, isNeeded: isNeeded || text != null }];
  });
}

type TextKey =
  | 'reason.sentence'
  | 'page'
  | 'fate.data'
  | 'fate.prizes'
  | 'contact.hours'
  | 'stays'
  | 'thanks'
  | 'voice.address'
  | 'voice.claim';

function textStates(facts: KnownFacts, locales: readonly FarewellLocale[]): Readonly<Record<TextKey, State>> {
  const { reason, page, fate, contact, stays, thanks, voice } = facts;
  const text = (value: State['text'], isNeeded = false): State => ({ isGiven: false, isNeeded, text: value, locales });
  const twoForms = locales.filter((locale) => !oneAddress.includes(locale));
  return {
    'reason.sentence': text(reason?.sentence),
    page: text(page, true),
    'fate.data': text(fate?.data, true),
    'fate.prizes': { ...text(fate?.prizes, true), isGiven: fate?.prizes === null },
    'contact.hours': text(contact?.hours),
    stays: text(stays, true),
    thanks: text(thanks),
    'voice.address': { ...text(voice?.address, true), isGiven: twoForms.length === 0, locales: twoForms },
    'voice.claim': text(voice?.claim),
  };
}

function plainStates(exit: SaidExit, facts: KnownFacts): Readonly<Record<Exclude<FactKey, TextKey>, State>> {
  const { fate, contact, voice } = exit;
  const isArchived = fate?.posts === 'archive' || fate?.comments === 'archive';
  const hasMode = facts.leaves?.every(({ mode }) => mode !== null) ?? exit.mode !== undefined;
  return {
    leaves: needed(exit.leaves),
    mode: { isGiven: hasMode, isNeeded: true },
    last_day: needed(exit.last_day),
    last_time: usual(exit.last_time),
    timezone: needed(facts.timezone),
    told: usual(exit.told?.public),
    locales: needed(facts.locales),
    'reason.kind': needed(exit.reason?.kind),
    successors: needed(exit.successors),
    'fate.posts': needed(fate?.posts),
    'fate.comments': needed(fate?.comments),
    'fate.archive_url': { isGiven: fate?.archive_url !== undefined || !isArchived },
    'fate.messages.answered_until': needed(fate?.messages?.answered_until),
    'fate.messages.then': usual(fate?.messages?.then),
    contact: needed(contact?.email ?? contact?.phone ?? contact?.url),
    'contact.press': usual(contact?.press),
    duty: usual(exit.duty),
    'voice.gender': usual(voice?.gender),
    'voice.colours': usual(voice?.colours),
    'voice.logo': usual(voice?.logo),
    'voice.forbidden': usual(voice?.forbidden),
    'voice.hashtags': usual(voice?.hashtags),
    imprint_url: needed(exit.imprint_url),
    privacy_url: needed(exit.privacy_url),
    utm: usual(exit.utm),
    also: usual(exit.also),
    tools: usual(exit.tools),
  };
}
