import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { type PromiseKind, promiseKinds } from '../../model/farewell/promise.ts';
import type { LintDraft, LintPart, LintSentence } from '../lint/lint-draft.ts';
import { promiseWords, refusals } from './promise-words.ts';
import { promisedDay } from './promised-day.ts';

/** A promise at one place of a draft. */
export interface FoundPromise {
  readonly kind: PromiseKind;
  readonly part: LintPart;
  readonly sentence: LintSentence;
  /** Offset in the part's text, and behind the last sign. */
  readonly from: number;
  readonly to: number;
  /** Id of the channel that it is about; null where that is not plain. */
  readonly channel: string | null;
  /** YYYY-MM-DD; null where no day is named by which it is to be done. */
  readonly by: string | null;
}

/** What is only sent when everything has come differently promises nothing of this exit. */
function isOfThisExit(kind: DraftKind): boolean {
  return kind !== 'comeback' && !kind.startsWith('emergency-');
}

/**
 * What finished texts promise, read out of their words, so that what somebody wrote by hand is among it.
 * @param facts for the channels that are left, and for the year of a day without one
 */
export function findPromises(drafts: readonly LintDraft[], facts: ExitFacts): readonly FoundPromise[] {
  return drafts
    .filter(({ draft }) => isOfThisExit(draft.kind))
    .flatMap(({ parts }) => parts.flatMap((part) => inPart(part, facts)));
}

function inPart(part: LintPart, facts: ExitFacts): readonly FoundPromise[] {
  const { locale } = part.draft.draft;
  const sentences = part.sentences.filter(({ text }) => text.length >= LEAST_LETTERS);
  return sentences.flatMap((sentence) =>
    promisesOf(sentence.text, locale).map(({ kind, from, said }) => ({
      kind,
      part,
      sentence,
      from: sentence.from + from,
      to: sentence.from + from + said.length,
      channel: channelOf(part.draft, facts),
      // Only the ledger asks for it, and days take longer to find than promises.
      get by() {
        return promisedDay(sentence.text, locale, kind, facts, from);
      },
    })),
  );
}

/** `The domain stays.` */
const LEAST_LETTERS = 12;

interface Said {
  readonly kind: PromiseKind;
  readonly from: number;
  readonly said: string;
}

const known = new Map<string, readonly Said[]>();

/** The same sentence stands in a dozen drafts. */
function promisesOf(sentence: string, locale: FarewellLocale): readonly Said[] {
  const key = `${locale} ${sentence}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const words = promiseWords[locale];
  const found = promiseKinds.flatMap((kind): readonly Said[] => {
    const match = words[kind]?.exec(sentence);
    if (match == null || refusals[locale]?.test(match[0]) === true) return [];
    return [{ kind, from: match.index, said: match[0] }];
  });
  if (known.size > MOST_KEPT) known.clear();
  known.set(key, found);
  return found;
}

const MOST_KEPT = 20_000;

/** The channel that the draft is for, where that one is left; of several that are left nobody knows which is meant elsewhere. */
function channelOf({ draft: { channel } }: LintDraft, { leaves }: ExitFacts): string | null {
  if (channel !== null && leaves.some((one) => one.channel === channel)) return channel;
  return leaves.length === 1 ? leaves[0].channel : null;
}
