import type { ExitFacts } from '../../../model/farewell/exit-facts.ts';
import type { FarewellLocale, FarewellText } from '../../../model/farewell/locale.ts';
import { zoneIn } from '../../facts/days.ts';
import type { FactRole } from './checked-claim.ts';
import type { Claim } from './claim.ts';
import { linkValue } from './find-addresses.ts';
import { findClaims } from './find-claims.ts';

/** Says what of the facts a claim in a text of one language stands for. */
export type RoleOf = (claim: Claim, text: string) => FactRole | null;

/** A sentence of lastpost.yaml: whatever stands within it is of its role. */
interface FactSentence {
  readonly role: FactRole;
  readonly text: string;
}

/** @param accounts handles of the channels of lastpost.yaml */
export function factRoles(facts: ExitFacts, accounts: readonly string[], locale: FarewellLocale): RoleOf {
  const sentences = sentencesOf(facts, locale);
  const values = new Map<string, FactRole>();
  for (const [role, key] of plainValues(facts, accounts, locale)) if (!values.has(key)) values.set(key, role);
  for (const { role, text } of sentences) {
    for (const claim of findClaims(text, locale)) {
      for (const key of keysOf(claim)) if (!values.has(key)) values.set(key, role);
    }
  }
  return (claim, text) => {
    const around = sentences.find((one) => isWithin(claim, text, one.text));
    if (around !== undefined) return around.role;
    return (
      keysOf(claim)
        .map((key) => values.get(key))
        .find((role) => role !== undefined) ?? null
    );
  };
}

function isWithin({ from, to }: Claim, text: string, sentence: string): boolean {
  for (let at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + 1)) {
    if (at <= from && to <= at + sentence.length) return true;
  }
  return false;
}

function sentencesOf(
  { reason, fate, stays, thanks, contact }: ExitFacts,
  locale: FarewellLocale,
): readonly FactSentence[] {
  const all: readonly (readonly [FactRole, FarewellText | null])[] = [
    ['contact', contact.hours],
    ['reason', reason.sentence],
    ['fate', fate.data],
    ['fate', fate.prizes],
    ['stays', stays],
    ['thanks', thanks],
  ];
  return all.flatMap(([role, text]) => {
    const said = text?.[locale];
    return said === undefined || said === '' ? [] : [{ role, text: said.trim().replace(/[.]$/, '') }];
  });
}

type Valued = readonly [role: FactRole, key: string];

function plainValues(facts: ExitFacts, accounts: readonly string[], locale: FarewellLocale): readonly Valued[] {
  const { lastDay, lastTime, timezone, told, fate, contact, successors, page, duty } = facts;
  const day = (role: FactRole, at: string): readonly Valued[] => [[role, `date ${at.slice(5, 10)}`]];
  const time = (role: FactRole, at: string): Valued => [role, `time ${at.slice(-5)}`];
  const link = (role: FactRole, url: string | null): readonly Valued[] =>
    url === null ? [] : [[role, `link ${linkValue(url)}`]];
  const plain = (role: FactRole, kind: string, value: string | null): readonly Valued[] =>
    value === null ? [] : [[role, `${kind} ${kind === 'phone' ? value.replace(/[^\d+]/g, '') : value.toLowerCase()}`]];
  return [
    ...day('last-day', lastDay),
    time('last-time', lastTime),
    ...[`${lastDay}T${lastTime}`, told.public].map((at): Valued => ['zone', `zone ${zoneIn(locale, at, timezone)}`]),
    ...day('announce-day', told.public),
    time('announce-time', told.public),
    ...day('answered-until', fate.messages.answeredUntil),
    ...duty.flatMap(({ from, until }) => [from, until].flatMap((at) => [...day('duty', at), time('duty', at)])),
    time('partners-time', told.partners),
    ...Object.values(page).flatMap((url) => link('page', url)),
    ...successors.flatMap(({ url, handle }) => [...link('successor', url), ...plain('successor', 'handle', handle)]),
    ...link('imprint', facts.imprintUrl),
    ...link('privacy', facts.privacyUrl),
    ...link('archive', fate.archiveUrl),
    ...link('contact', contact.url),
    ...plain('contact', 'mail', contact.email),
    ...plain('contact', 'phone', contact.phone),
    ...plain('press', 'mail', contact.press?.email ?? null),
    ...plain('press', 'phone', contact.press?.phone ?? null),
    ...accounts.flatMap((handle) => plain('account', 'handle', handle)),
  ];
}

/** Under what a claim is looked for. */
function keysOf(claim: Claim): readonly string[] {
  if (claim.kind !== 'date') return [`${claim.kind} ${claim.value}`];
  const two = (number: number): string => String(number).padStart(2, '0');
  return [`date ${two(claim.month)}-${two(claim.day)}`];
}
