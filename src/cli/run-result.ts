import type { Reader } from '../journeys/reader-language.ts';
import type { RunView } from '../model/run/run-view.ts';
import type { CommandContext, CommandResult, ExitCode } from './command-spec.ts';
import { explainText } from './run-explain-text.ts';
import { runViewJson } from './run-json.ts';
import { waitingLine } from './run-waiting.ts';
import { viewIn } from './view-in-language.ts';

export interface Told {
  readonly view: RunView;
  readonly exitCode: ExitCode;
  /** What was done, in one line. */
  readonly headline: string;
  /** In whose language the playbook's own texts are shown. */
  readonly reader: Reader;
  /** For whom or what it waits now, where the run itself does not tell. */
  readonly waiting?: string;
  /** What else --json has, before the run itself. */
  readonly json?: object;
}

/** What a command says that changed a run: what it did, and what the run waits for now; the latter on stderr as well when it waits. */
export async function tellRun(
  { view, exitCode, headline, reader, json = {}, ...told }: Told,
  context: CommandContext,
): Promise<CommandResult> {
  const { readerLanguage } = await import('../journeys/reader-language.ts');
  const shown = viewIn(view, await readerLanguage(reader, context));
  const waiting = told.waiting ?? waitingLine(view);
  if (exitCode === 75 && waiting !== undefined) context.note(waiting);
  return {
    exitCode,
    json: { ...json, ...runViewJson(view) },
    text: `${headline}\n\n${explainText(shown, context)}`,
  };
}
