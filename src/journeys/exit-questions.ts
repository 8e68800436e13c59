import { resolve } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import { checkExitFacts, type ExitFinding } from '../model/farewell/check-exit-facts.ts';
import { type FactKey, type KnownFacts, wholeFacts } from '../model/farewell/exit-draft.ts';
import type { FarewellLocale } from '../model/farewell/locale.ts';
import { factPath, parseAnswer } from '../model/farewell/parse-answer.ts';
import { type OpenQuestion, questionOf, questionsFor } from '../model/farewell/questions.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { FactLanguage } from '../model/platform.ts';
import { exitForm, setExitFacts } from '../workspace/exit-block.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { readConfigFile } from '../workspace/read-config-file.ts';
import { readLogo } from '../workspace/read-logo.ts';
import { exitDraft } from '../workspace/require-exit.ts';
import { putFile } from './put-export.ts';
import { refuseExisting } from './put-signed.ts';

export interface ExitQuestions {
  /** What is still to be asked, what is needed first. */
  readonly questions: readonly OpenQuestion[];
  /** True when nothing is missing that a draft needs. */
  readonly isWhole: boolean;
  /** What will not do as it is, or should be looked at. */
  readonly findings: readonly ExitFinding[];
  /** Main language of the brand, as far as the questions are written in it. */
  readonly brandLanguage: FactLanguage;
  /** Absolute path of lastpost.yaml. */
  readonly file: string;
}

/**
 * What is still open of the facts of an exit.
 * @param usedVariables of the templates, see `usedVariables`: what may stay open is only asked where one of them uses it; null: all
 * @throws KnownError those of opening a workspace
 */
export async function exitQuestions(
  place: WorkspacePlace,
  now: Date,
  usedVariables: ReadonlySet<string> | null = null,
): Promise<ExitQuestions> {
  const { config, dir, paths } = await requireWorkspace(place);
  const draft = exitDraft(config);
  return {
    questions: [
      ...questionsFor(
        draft.open.filter(({ isNeeded }) => isNeeded),
        null,
      ),
      ...questionsFor(
        draft.open.filter(({ isNeeded }) => !isNeeded),
        usedVariables,
      ),
    ],
    isWhole: wholeFacts(draft) !== undefined,
    findings: [...checkExitFacts(draft.facts, now), ...(await logoFindings(dir, draft.facts))],
    brandLanguage: config.brand.languages[0]?.toLowerCase().startsWith('de') ? 'de' : 'en',
    file: paths.config,
  };
}

async function logoFindings(dir: string, { voice }: KnownFacts): Promise<readonly ExitFinding[]> {
  if (voice?.logo == null) return [];
  try {
    await readLogo(dir, voice.logo);
    return [];
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return [{ severity: 'error', key: 'voice.logo', message: error.message, hint: error.hint ?? '' }];
  }
}

/** The `exit:` of lastpost.yaml with a place for each answer. @param commentOf lines above it */
export async function writeQuestionForm(
  { questions, file }: ExitQuestions,
  commentOf: (question: OpenQuestion) => readonly string[],
): Promise<string> {
  const fields = questions.map((one) => ({
    path: factPath(one.question),
    keys: one.key === 'contact' ? ['email', 'phone', 'url'] : one.locales,
    comment: commentOf(one),
  }));
  return exitForm(await readConfigFile(file), fields);
}

/** @throws KnownError `questions.exists`, `questions.cannot-write`, `export.disk-full` */
export async function putQuestionForm(
  form: string,
  { out, force }: { readonly out: string; readonly force: boolean },
  { cwd, signal }: WorkspacePlace & Pick<JourneyContext, 'signal'>,
): Promise<string> {
  const file = resolve(cwd, out);
  await refuseExisting(file, force, 'questions');
  await putFile(file, once(Buffer.from(form)), force, signal);
  return file;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** An answer to one question, in one language where it is asked for each. */
export interface FactAnswer {
  readonly key: FactKey;
  readonly locale: FarewellLocale | null;
  readonly typed: string;
}

/**
 * Writes answers into lastpost.yaml, all or none; comments and order there stay.
 * @throws KnownError `answer.unreadable`; `workspace.invalid` when the answer contradicts what stands there
 */
export async function answerQuestion(answers: readonly FactAnswer[], place: WorkspacePlace): Promise<void> {
  const { dir } = await requireWorkspace(place);
  await setExitFacts(
    dir,
    answers.flatMap(({ key, locale, typed }) => {
      const question = questionOf(key);
      const settings = parseAnswer(question, typed, locale);
      if (settings !== undefined) return settings;
      throw new KnownError('answer.unreadable', `"${typed}" cannot be read as an answer.`, {
        hint: `Write it like: ${question.example.en}`,
        exitCode: 2,
      });
    }),
  );
}
