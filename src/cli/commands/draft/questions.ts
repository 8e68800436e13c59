import type { ExitQuestions } from '../../../journeys/exit-questions.ts';
import { type FactLanguage, factLanguages } from '../../../model/platform.ts';
import { askFacts } from '../../ask-facts.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../../command-spec.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';
import { findingText, questionLines, questionWords } from '../../question-text.ts';
import { shownPath } from '../../snapshot-text.ts';
import { wrapText } from '../../wrap-text.ts';

/** Of a comment in the file: its columns with the indentation that it gets there. */
const COMMENT_WIDTH = 96;

function jsonOf({ questions, isWhole, findings }: ExitQuestions, language: FactLanguage): object {
  return {
    whole: isWhole,
    questions: questions.map(({ key, locales, isNeeded, question }) => ({
      key,
      needed: isNeeded,
      locales,
      role: question.role,
      question: question.asks[language],
      purpose: question.purpose[language],
      choices: question.choices.map(({ value, says }) => ({ value, says: says[language] })),
      example: question.example[language],
      mistake: question.mistake[language],
      drafts: question.drafts,
      otherwise: question.otherwise?.[language] ?? null,
    })),
    findings,
  };
}

function headOf({ questions }: ExitQuestions, language: FactLanguage): string {
  const needed = questions.filter(({ isNeeded }) => isNeeded).length;
  const head = questionWords[language].head(needed, questions.length - needed);
  return wrapText(head, COMMENT_WIDTH)
    .map((line) => `# ${line}`)
    .join('\n');
}

async function formOf(open: ExitQuestions, language: FactLanguage): Promise<string> {
  const { writeQuestionForm } = await import('../../../journeys/exit-questions.ts');
  const form = await writeQuestionForm(open, (one) => questionLines(one, language, COMMENT_WIDTH));
  return `${headOf(open, language)}\n${form}`;
}

async function result(
  open: ExitQuestions,
  { language, out, force }: { language: FactLanguage; out: string | undefined; force: boolean },
  context: CommandContext,
): Promise<CommandResult> {
  for (const finding of open.findings) context.note(findingText(finding));
  const json = jsonOf(open, language);
  if (open.questions.length === 0) return { exitCode: 0, json, text: questionWords[language].nothingOpen };
  const form = await formOf(open, language);
  if (out === undefined) return { exitCode: 0, json, text: form.trimEnd() };
  const { putQuestionForm } = await import('../../../journeys/exit-questions.ts');
  const file = await putQuestionForm(form, { out, force }, context);
  return { exitCode: 0, json: { ...json, written: file }, text: shownPath(file, context.cwd) };
}

export const questionsCommand = defineCommand({
  description:
    'Asks for the facts of an exit that lastpost.yaml does not have yet: what is left, when, why, where people find you then. ' +
    'Every draft is written from them, and only what its templates use is asked. Prints the exit: block of lastpost.yaml with an empty place for each open fact, and above ' +
    'it who usually knows the answer, what it is for, an example, and what goes wrong: fill it in and put it back. What is ' +
    'needed comes first, what may stay open says what holds then. With --ask, at a terminal, it asks one question after ' +
    'another and writes each answer into lastpost.yaml at once; comments there stay.',
  arguments: [],
  options: {
    ask: onSwitch('ask at the terminal, and write the answers into lastpost.yaml'),
    lang: choiceOption(factLanguages, 'the language of the questions', "the brand's first, else en"),
    out: textOption('FILE', 'write the block to a file'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    { command: 'draft questions --ask', explains: 'At your desk, one after another:' },
    { command: 'draft questions --lang de --out fragen.yaml', explains: 'As a file to pass round in the house:' },
    { command: 'draft questions --json', explains: 'For another program:' },
  ],
  errors: {
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names the line',
    'questions.exists': 'the file is there; --force replaces it',
    'questions.cannot-write': 'the folder for the file is not there',
    'export.disk-full': 'there is no room for it',
    interrupted: 'a question was left open; what was answered before it is in lastpost.yaml',
  },
  exitCodes: {
    0: 'listed or asked, whatever is still open',
    1: 'failed',
    2: 'wrong use or settings',
    130: 'interrupted; what was answered before is in lastpost.yaml',
  },
  onInterrupt: 'Stopping. What was answered is in lastpost.yaml. Press Ctrl-C again to stop at once.',
  run: async ({ ask: isAsked, lang, out, force }, context) => {
    const { exitQuestions } = await import('../../../journeys/exit-questions.ts');
    const { usedVariables } = await import('../../../journeys/drafts/used-variables.ts');
    const used = await usedVariables(context);
    const open = await exitQuestions(context, context.clock.now(), used);
    const language = lang ?? open.brandLanguage;
    const { ask } = context;
    if (isAsked && ask === undefined) context.note('Nobody is at a terminal to be asked; here are the questions.');
    if (!isAsked || ask === undefined) return result(open, { language, out, force }, context);
    const answered = await askFacts({ ask, language, context, used });
    const after = await exitQuestions(context, context.clock.now(), used);
    const needed = after.questions.filter(({ isNeeded }) => isNeeded).length;
    for (const finding of after.findings) context.note(findingText(finding));
    const left = needed === 0 ? 'Nothing that a draft needs is open.' : `Still needed: ${needed}.`;
    return { exitCode: 0, json: { ...jsonOf(after, language), answered }, text: `Answered: ${answered}. ${left}` };
  },
});
