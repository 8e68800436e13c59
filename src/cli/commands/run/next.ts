import { plainLine } from '../../../base/text-columns.ts';
import type { Reader } from '../../../journeys/reader-language.ts';
import type { Advanced } from '../../../model/run/run-requests.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../../command-spec.ts';
import { textOption } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import { langOption, runArgument, runErrors } from '../../run-options.ts';
import { tellRun } from '../../run-result.ts';
import { describeDid } from '../../run-talk/describe-did.ts';
import { talkThrough } from '../../run-talk/talk.ts';
import { movedCode, movedExitCodes } from '../../run-waiting.ts';
import { viewIn } from '../../view-in-language.ts';

function result(
  { view, did, isBusy }: Advanced,
  headline: string,
  reader: Reader,
  context: CommandContext,
): Promise<CommandResult> {
  if (isBusy) {
    const who = view.runner === null ? '' : ` (${plainLine(view.runner)})`;
    context.note(`Another runner is at this run${who}. Nothing was done here.`);
  }
  const exitCode = isBusy ? 75 : movedCode(view);
  return tellRun({ view, exitCode, headline, reader, json: { did, busy: isBusy } }, context);
}

function headlineOf({ did, isBusy }: Advanced): string {
  if (isBusy) return 'Another runner is at it.';
  return describeDid(did) || 'There was nothing to do without anybody.';
}

export const nextCommand = defineCommand({
  description:
    'Does everything in a run that needs no person and whose time has come, then ends: with code 75 when the run waits for ' +
    'somebody or for a date. Calling it again goes on; it is made to be called every few minutes by cron. At a terminal, with ' +
    '--as, it then asks for what you can answer, one step after another: shows what is to be done, takes your evidence, asks for ' +
    'your approval, and has you type back what cannot be undone. You can always answer "later". With --json or without a ' +
    'terminal it never asks, and never answers for anybody.',
  arguments: [runArgument],
  options: {
    until: textOption('STEP', 'go no further than this step'),
    as: textOption('PERSON', 'who you are, to be asked at a terminal for what you can answer'),
    lang: langOption,
  },
  examples: [
    { command: 'run next --as jana', explains: 'At your desk:' },
    { command: 'run next leave-x-3f2a --quiet', explains: 'In cron:' },
    { command: 'run next leave-x-3f2a --until verified', explains: 'As far as the archive is verified:' },
  ],
  errors: {
    'step.unknown': 'the run has no step of the name that --until gives',
    'person.unknown': 'lastpost.yaml has no such person',
    'run.lease-lost': 'another runner took over while this one was at it; what it recorded holds',
    interrupted: 'stopped; a question that was open has recorded nothing',
    ...runErrors,
  },
  exitCodes: {
    ...movedExitCodes,
    2: 'wrong use or settings; nothing was done',
    75: 'the run waits for a person or a date, or another runner is at it; one line on stderr says which',
    130: 'interrupted; what was recorded before holds',
  },
  onInterrupt: 'Stopping. A question that is open records nothing. Press Ctrl-C again to stop at once.',
  run: async ({ until, as, lang }, context) => {
    const run = await pickRun(context.args[0], context);
    const reader = { lang, as };
    const { readerLanguage } = await import('../../../journeys/reader-language.ts');
    // Before anything is done: somebody who is not known would hear of it too late.
    const language = await readerLanguage(reader, context);
    const { advanceRun } = await import('../../../journeys/runs/advance-run.ts');
    const advance = () => advanceRun({ run, until: until ?? null }, context, context);
    const first = await advance();
    const { ask } = context;
    if (ask === undefined || first.isBusy) return result(first, headlineOf(first), reader, context);
    if (as === undefined) {
      if (movedCode(first.view) === 75) context.note('To answer here, say who you are: --as PERSON');
      return result(first, headlineOf(first), reader, context);
    }
    const readable = (advanced: Advanced): Advanced => ({ ...advanced, view: viewIn(advanced.view, language) });
    const talk = { run: first.view.run.id, person: as, ask, context, advance: async () => readable(await advance()) };
    const last = await talkThrough(readable(first), talk);
    return result(last, 'That is all for now.', reader, context);
  },
});
