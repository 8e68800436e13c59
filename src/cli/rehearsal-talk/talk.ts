import { parseCalendarDuration } from '../../base/calendar-duration.ts';
import { KnownError } from '../../base/known-error.ts';
import { wrapMeasured } from '../../base/text-columns.ts';
import type { AskRehearsal, RehearsalQuestion } from '../../journeys/rehearse/answers.ts';
import type { Reply } from '../../model/run/rehearsal/reply.ts';
import type { Ask } from '../ask.ts';
import { rehearsalCard, type TalkPaper } from './card.ts';
import { type Said, saidInOrder, type TalkWords } from './words.ts';
import { talkInEnglish } from './words-in-english.ts';
import { talkInGerman } from './words-in-german.ts';

/**
 * Asks whoever sits at the terminal in the place of the people who play, in their language. Whoever ends their input leaves the
 * rest to itself.
 */
export function askForRehearsal(ask: Ask, paper: TalkPaper): AskRehearsal {
  const words = paper.language === 'de' ? talkInGerman : talkInEnglish;
  let isFirst = true;
  return async (question) => {
    if (isFirst) ask.show(words.intro.flatMap((line) => wrapMeasured(line, paper.width)).join('\n'));
    isFirst = false;
    try {
      const reply = await answer(question, ask, words, paper);
      if (reply === undefined) ask.show(`\n${words.byItself}\n`);
      return reply;
    } catch (error) {
      throw error instanceof KnownError && error.code === 'interrupted' ? left(words) : error;
    }
  };
}

/** Of other questions something was kept; of these there is nothing to go on with. */
function left({ left: message, leftHint: hint }: TalkWords): KnownError {
  return new KnownError('interrupted', message, { hint });
}

async function answer(
  question: RehearsalQuestion,
  ask: Ask,
  words: TalkWords,
  paper: TalkPaper,
): Promise<Reply | undefined> {
  ask.show(rehearsalCard(question, words, paper));
  const says = await choose(question, ask, words);
  if (says === undefined) return undefined;
  if (says === 'later') return laterReply(ask, words);
  if (says === 'done') return { says, after: null, because: null, by: null };
  const because = await ask.question(words.why);
  return because === undefined ? undefined : { says, after: null, because: because === '' ? null : because, by: null };
}

async function choose({ kind }: RehearsalQuestion, ask: Ask, words: TalkWords): Promise<Said | undefined> {
  const { asks, choices } = words.questions[kind];
  const keys = saidInOrder.map((said) => choices[said].key);
  const width = Math.max(...keys.map((key) => key.length));
  ask.show(
    [asks, ...saidInOrder.map((said) => `  ${choices[said].key.padEnd(width)}  ${choices[said].says}`)].join('\n'),
  );
  for (;;) {
    const typed = await ask.question('> ');
    if (typed === undefined) return undefined;
    const said = saidBy(typed.toLowerCase(), (one) => [choices[one].key, ...words.alsoTyped[one], one]);
    if (said !== undefined) return said;
    ask.show(words.oneOf(keys.join(', ')));
  }
}

/** Its own words, those of scripts, and the first letters of either as long as they are of one answer alone. */
function saidBy(typed: string, keysOf: (said: Said) => readonly string[]): Said | undefined {
  const exact = saidInOrder.find((said) => keysOf(said).includes(typed));
  const near = typed === '' ? [] : saidInOrder.filter((said) => keysOf(said).some((key) => key.startsWith(typed)));
  return exact ?? (near.length === 1 ? near[0] : undefined);
}

async function laterReply(ask: Ask, words: TalkWords): Promise<Reply | undefined> {
  for (;;) {
    const typed = await ask.question(words.howMuchLater);
    if (typed === undefined) return undefined;
    const after = /^\d+$/.test(typed) ? `${typed}d` : typed;
    const isSome = parseCalendarDuration(after) !== undefined && !/^0+\D*$/.test(after);
    if (isSome) return { says: 'later', after, because: null, by: null };
    ask.show(words.noDuration);
  }
}
