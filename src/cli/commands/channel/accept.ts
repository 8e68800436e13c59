import { KnownError } from '../../../base/known-error.ts';
import { defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { plural } from '../../format.ts';
import { textOption } from '../../options.ts';

export const acceptCommand = defineCommand({
  description:
    'Records that a person accepts gaps of a channel’s statement and why, so that it can be required before something is ' +
    'deleted. A gap is accepted exactly as it is now: when other things are missing, or more, it is another gap and has to ' +
    'be accepted anew. What was accepted stays in the ledger and is printed on the statement, with the name and the reason.',
  arguments: [
    { name: 'CHANNEL', description: 'a channel of the workspace', required: true },
    { name: 'GAP', description: 'the id of a gap, as "channel statement" shows it', required: true, variadic: true },
  ],
  options: {
    as: textOption('PERSON', 'who accepts it; required'),
    because: textOption('TEXT', 'why it can be done without; required'),
  },
  examples: [
    {
      command: 'channel accept x 38e3ec8716 --as "Jana Öztürk" --because "The export covers what the wall hides."',
      explains: 'One gap:',
    },
  ],
  errors: {
    'gap.unknown': 'the statement has no such gap; the hint lists those it has',
    'gap.no-person': 'it is not said who accepts it',
    'gap.no-reason': 'it is not said why',
    'channel.unknown': 'the workspace has no such channel',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'ledger.missing': 'the ledger is not there',
    'usage.bad-value': 'an option has no text',
  },
  exitCodes: { 0: 'recorded', 1: 'failed', 2: 'wrong use or settings; nothing was recorded' },
  run: async ({ as, because }, context) => {
    const [channel = '', ...gaps] = context.args;
    if (gaps.length === 0) {
      throw new KnownError('gap.unknown', 'No gap is named.', {
        hint: `See which there are with: lastpost channel statement ${channel}`,
        exitCode: 2,
      });
    }
    const { acceptGaps } = await import('../../../journeys/accept-gap.ts');
    const input = { channel, gaps, by: as ?? '', why: because ?? '' };
    const { accepted, statement } = await acceptGaps(input, context, context);
    const open = statement.gaps.filter((gap) => gap.accepted === null);
    const lines = accepted.map(({ id, reason, accepted: by }) => {
      return `Accepted ${id} as ${oneLine(by?.by ?? '')}: ${oneLine(by?.why ?? '')}\n  ${reason.en}`;
    });
    const left =
      open.length === 0
        ? 'No gap is open.'
        : `${plural(open.length, 'gap')} still open: ${open.map(({ id }) => id).join(', ')}`;
    return { exitCode: 0, json: { accepted, open }, text: [...lines, left].join('\n') };
  },
});
