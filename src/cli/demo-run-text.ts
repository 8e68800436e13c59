import type { DemoRun } from '../journeys/demo-run.ts';
import type { RunView } from '../model/run/run-view.ts';
import type { CommandContext } from './command-spec.ts';
import { formatFacts, plural } from './format.ts';
import { runBoard } from './run-board.ts';
import { runViewJson } from './run-json.ts';
import { shownPath } from './snapshot-text.ts';

/** The exit of the demo: the board with who did what, and what vouches for it. */
export function describeDemoRun(run: DemoRun, context: CommandContext): string {
  const { view, journal, certificateFiles, rings } = run;
  const { cwd, style } = context;
  const intact = journal.ok
    ? style.green(`${plural(journal.entries, 'entry', 'entries')}, every hash right`)
    : style.red(journal.problem?.message ?? 'It is not as it was written.');
  return [
    runBoard(view, context),
    '',
    formatFacts([
      ['Gaps', `accepted by ${acceptedBy(view).join(' and ')}`],
      ['Journal', intact],
      ['Webhook', rings === 0 ? 'rang before this demo was called again' : 'rang in the workshop'],
      ['Certificate', certificateFiles.map((file) => shownPath(file, cwd)).join(', ')],
    ]),
  ].join('\n');
}

/** Who accepted what is missing, as the step says that asked for it. */
function acceptedBy({ steps }: RunView): readonly string[] {
  const names = steps.find(({ type }) => type === 'complete')?.outputs.accepted_by;
  return Array.isArray(names) && names.length > 0 ? names.map(String) : ['nobody, as there are none'];
}

/** `run status --json`, with the journal's check and the certificate's files. */
export function demoRunJson({ view, journal, certificateFiles, rings }: DemoRun): object {
  const { ok, entries, head, problem } = journal;
  return { ...runViewJson(view), journal: { ok, entries, head, problem }, certificate_files: certificateFiles, rings };
}
