import { plainLine } from '../../base/text-columns.ts';
import type { RunView } from '../../model/run/run-view.ts';
import { momentOf, quoted } from '../run-words.ts';
import { sentence } from './explain-trouble.ts';
import type { Explained } from './explained.ts';
import { runCommands } from './run-commands.ts';

/** A run that has ended; undefined for all others. */
export function explainEnd(view: RunView): Explained | undefined {
  const { endedAt, endReason, cancelled } = view;
  if (endedAt === null) return undefined;
  const when = momentOf(endedAt, view);
  const reason = endReason === null ? [] : [sentence(endReason)];
  const by =
    cancelled === null
      ? []
      : [
          `${plainLine(cancelled.person)} cancelled it on ${momentOf(cancelled.at, view)}: ${quoted(cancelled.reason)}.`,
        ];
  const paper = [
    { says: 'What was done, by whom and when, as a page for the files:' },
    { command: runCommands.certificate(view) },
  ];
  switch (view.run.state) {
    case 'succeeded':
      return {
        headline: 'DONE',
        tone: 'good',
        says: [`Every step is done, the last on ${when}.`, ...reason],
        todo: paper,
      };
    case 'rolled_back':
      return {
        headline: 'TAKEN BACK',
        tone: 'calm',
        says: [
          `It was stopped on ${when}, and what had been done was undone where that is possible.`,
          ...by,
          ...reason,
        ],
        todo: paper,
      };
    case 'cancelled':
      return {
        headline: 'CANCELLED',
        tone: 'calm',
        says: [`It was stopped for good on ${when}.`, ...by, ...reason],
        todo: paper,
      };
    default:
      return {
        headline: 'FAILED',
        tone: 'loud',
        says: [`It ended on ${when} without having come to its end.`, ...reason, ...failedStep(view)],
        todo: paper,
      };
  }
}

function failedStep({ steps }: RunView): readonly string[] {
  const failed = steps.find(({ state }) => state === 'failed' || state === 'blocked');
  if (failed === undefined) return [];
  const why = failed.error === null ? '' : `: ${plainLine(failed.error.message)}`;
  return [sentence(`The step that failed is "${failed.id}"${why}`)];
}

/** A run that is held, or that was cancelled and has not come to its end yet; undefined for all others. */
export function explainHeld(view: RunView): Explained | undefined {
  const { cancelled, paused } = view;
  if (cancelled !== null) {
    return {
      headline: 'CANCELLED, AND NOT AT ITS END YET',
      tone: 'asks',
      says: [
        `${plainLine(cancelled.person)} cancelled it on ${momentOf(cancelled.at, view)}: ${quoted(cancelled.reason)}. Something of it is still to be wound up.`,
      ],
      todo: [{ says: 'To bring it to its end, type:' }, { command: runCommands.next(view) }],
    };
  }
  if (!paused) return undefined;
  return {
    headline: 'PAUSED',
    tone: 'asks',
    says: ['Somebody has stopped it for now: nothing begins, and no date has an effect, until somebody lets it go on.'],
    todo: [{ says: 'To let it go on, type:' }, { command: runCommands.resume(view) }],
  };
}
