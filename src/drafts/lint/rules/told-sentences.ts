import { remembered } from '../../../base/remembered.ts';
import type { Audience } from '../../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import type { LintPart, LintSentence } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import { sentencesWithOffsets } from '../sentences.ts';
import { lastPostWords } from './last-post-words.ts';
import { allParts } from './mismatch.ts';

/** A sentence of a draft with what it claims. */
export interface ToldSentence {
  readonly part: LintPart;
  readonly sentence: LintSentence;
  readonly claims: readonly CheckedClaim[];
  /** Whether the facts make it like this, apart from what it claims; else somebody wrote it by hand. */
  readonly isMade: boolean;
}

/** Where the facts make a sentence. */
export interface MadeAt {
  readonly draft: string;
  readonly audience: Audience;
}

const told = new WeakMap<LintKit, readonly ToldSentence[]>();
const made = new WeakMap<LintKit, ReadonlyMap<string, readonly MadeAt[]>>();

/** Every sentence of every draft. Worked out once for a kit. */
export function toldSentences(kit: LintKit): readonly ToldSentence[] {
  const before = told.get(kit);
  if (before !== undefined) return before;
  const all = allParts(kit).flatMap((part) => sentencesOf(kit, part));
  told.set(kit, all);
  return all;
}

function sentencesOf(kit: LintKit, part: LintPart): readonly ToldSentence[] {
  const claims = new Map<LintSentence, CheckedClaim[]>();
  for (const one of kit.claims(part)) {
    const beside = claims.get(one.sentence);
    if (beside === undefined) claims.set(one.sentence, [one]);
    else beside.push(one);
  }
  const { locale } = part.draft.draft;
  return part.sentences.map((sentence) => {
    const inside = claims.get(sentence) ?? [];
    const isMade = inside.some(({ expected }) => expected !== null) || madeAt(kit, locale, sentence.text).length > 0;
    return { part, sentence, claims: inside, isMade };
  });
}

/** Where the facts make the very same sentence; [] where nowhere. */
export function madeAt(kit: LintKit, locale: FarewellLocale, sentence: string): readonly MadeAt[] {
  return madeSentences(kit).get(keyOf(sentence, locale)) ?? [];
}

function madeSentences(kit: LintKit): ReadonlyMap<string, readonly MadeAt[]> {
  const before = made.get(kit);
  if (before !== undefined) return before;
  const all = new Map<string, MadeAt[]>();
  for (const { draft } of kit.made.values()) {
    for (const text of [draft.text, ...Object.values(draft.fields)]) {
      for (const { text: sentence } of sentencesWithOffsets(text, draft.locale)) {
        const key = keyOf(sentence, draft.locale);
        const at: MadeAt = { draft: draft.id, audience: draft.audience };
        const known = all.get(key);
        if (known === undefined) all.set(key, [at]);
        else known.push(at);
      }
    }
  }
  made.set(kit, all);
  return all;
}

const MOST_SENTENCES = 20_000;

const keyOf = remembered((sentence, locale: FarewellLocale) => `${locale}\n${plainSentence(sentence)}`, MOST_SENTENCES);

/** A sentence without marks of Markdown and of direction: a point of a list says the same as a paragraph. */
export function plainSentence(sentence: string): string {
  return sentence
    .replace(/[*_`#>\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/^\s*[-–•]\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a sentence tells when the last post is: it has that day, or words that say so. */
export function isAboutLastPost({ part, sentence, claims }: ToldSentence, { facts }: LintKit): boolean {
  const [, month, day] = facts.lastDay.split('-').map(Number);
  const hasDay = claims.some(({ claim }) => claim.kind === 'date' && claim.day === day && claim.month === month);
  return hasDay || (lastPostWords[part.draft.draft.locale]?.test(sentence.text) ?? false);
}
