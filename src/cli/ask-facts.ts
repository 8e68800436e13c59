import { KnownError } from '../base/known-error.ts';
import type { FactAnswer } from '../journeys/exit-questions.ts';
import type { FactKey } from '../model/farewell/exit-draft.ts';
import type { OpenQuestion } from '../model/farewell/questions.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { Ask } from './ask.ts';
import type { CommandContext } from './command-spec.ts';
import { findingText, questionLines } from './question-text.ts';

const words = {
  de: {
    later: 'noch offen lassen',
    leave: 'Enter lässt die Frage offen.',
    kept: 'Steht in lastpost.yaml.',
  },
  en: {
    later: 'leave it open',
    leave: 'Enter leaves the question open.',
    kept: 'Written into lastpost.yaml.',
  },
} as const;

const LATER = 'later';

interface Talk {
  readonly ask: Ask;
  readonly language: FactLanguage;
  readonly context: CommandContext;
  /** Of the templates: see `exitQuestions`. */
  readonly used: ReadonlySet<string>;
}

/**
 * Asks for one open fact after another, and writes each answer into lastpost.yaml before the next question. Ends when each was
 * asked once, or when the input ends.
 * @returns how many were answered
 */
export async function askFacts(talk: Talk): Promise<number> {
  const { exitQuestions } = await import('../journeys/exit-questions.ts');
  const asked = new Set<FactKey>();
  let answered = 0;
  for (;;) {
    // Anew each time: an answer can close other questions, and open some.
    const { questions } = await exitQuestions(talk.context, talk.context.clock.now(), talk.used);
    const next = questions.find(({ key }) => !asked.has(key));
    if (next === undefined) return answered;
    asked.add(next.key);
    const outcome = await askOne(next, talk);
    if (outcome === 'stop') return answered;
    if (outcome === 'answered') answered += 1;
  }
}

async function askOne(open: OpenQuestion, { ask, language, context }: Talk): Promise<'answered' | 'open' | 'stop'> {
  const [first = '', ...others] = questionLines(open, language, context.width);
  ask.show(['', context.style.bold(first), ...others].join('\n'));
  for (;;) {
    const answers = await typeAnswers(open, ask, language);
    if (answers === undefined) return 'stop';
    if (answers.length === 0) return 'open';
    const trouble = await keep(answers, context);
    if (trouble === undefined) {
      ask.show(words[language].kept);
      await tellFindings(open.key, ask, context);
      return 'answered';
    }
    ask.show(trouble);
  }
}

/** One answer, or one for each language; [] where all were left open, undefined at the end of the input. */
async function typeAnswers(
  { key, locales, question }: OpenQuestion,
  ask: Ask,
  language: FactLanguage,
): Promise<readonly FactAnswer[] | undefined> {
  const answers: FactAnswer[] = [];
  if (question.form !== 'choice') ask.show(words[language].leave);
  for (const locale of locales.length === 0 ? [null] : locales) {
    const typed = await typeOne(question, locale, ask, language);
    if (typed === undefined) return undefined;
    if (typed === '') continue;
    answers.push({ key, locale, typed });
    // That nothing is open is said once, and in no language.
    if (key === 'fate.prizes' && typed.toLowerCase() === 'none') break;
  }
  return answers;
}

async function typeOne(
  { form, choices }: OpenQuestion['question'],
  locale: string | null,
  ask: Ask,
  language: FactLanguage,
): Promise<string | undefined> {
  if (form !== 'choice') return ask.question(locale === null ? '> ' : `${locale}> `);
  const options = [
    ...choices.map(({ value, says }) => ({ key: value, says: says[language] })),
    { key: LATER, says: words[language].later },
  ];
  const chosen = await ask.choice(locale === null ? '' : `${locale}:`, options);
  return chosen === LATER ? '' : chosen;
}

/** What is wrong with the answers, for the person who gave them; then nothing was written. */
async function keep(answers: readonly FactAnswer[], context: CommandContext): Promise<string | undefined> {
  const { answerQuestion } = await import('../journeys/exit-questions.ts');
  try {
    await answerQuestion(answers, context);
    return undefined;
  } catch (error) {
    const isAnswer = error instanceof KnownError && ['answer.unreadable', 'workspace.invalid'].includes(error.code);
    if (!isAnswer) throw error;
    // The line would be that of a file that was not written.
    const said = error.message.replace(/^\S+:\d+:\d+: /gm, '');
    return error.code === 'answer.unreadable' ? `${said} ${error.hint ?? ''}` : said;
  }
}

async function tellFindings(asked: FactKey, ask: Ask, context: CommandContext): Promise<void> {
  const { exitQuestions } = await import('../journeys/exit-questions.ts');
  const { findings } = await exitQuestions(context, context.clock.now());
  for (const finding of findings) if (finding.key.startsWith(asked)) ask.show(findingText(finding));
}
