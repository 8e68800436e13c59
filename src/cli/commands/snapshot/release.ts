import { KnownError } from '../../../base/known-error.ts';
import { defineCommand } from '../../command-spec.ts';
import { textOption } from '../../options.ts';
import { describeHolds } from '../../retention-text.ts';

export const releaseCommand = defineCommand({
  description:
    'Ends holds. From then on the rules under "keep" decide about what was held. The hold, who placed it and who released ' +
    'it stay in the ledger.',
  arguments: [{ name: 'HOLD', description: 'its number, as "snapshot hold" lists it', required: true, variadic: true }],
  options: {
    as: textOption('PERSON', 'who answers for it: a person of lastpost.yaml'),
    because: textOption('TEXT', 'why it may end'),
  },
  examples: [
    {
      command: 'snapshot release 3 --as anna --because "The case was settled on 3 March 2027"',
      explains: 'The third hold:',
    },
  ],
  errors: {
    'hold.unknown': 'no hold in force has that number; the hint lists those that have',
    'hold.no-person': 'it is not said who answers for it',
    'hold.no-reason': 'it is not said why',
    'person.unknown': 'lastpost.yaml names nobody of that id',
    'person.none': 'lastpost.yaml names nobody at all',
    'usage.bad-value': 'that is no number of a hold',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'ledger.missing': 'the ledger is not there',
  },
  exitCodes: { 0: 'released', 1: 'failed', 2: 'wrong use or settings; nothing was released' },
  run: async ({ as, because }, context) => {
    const { releaseHolds } = await import('../../../journeys/retention/held-snapshots.ts');
    const said = { by: as ?? '', why: because ?? '' };
    const holds = await releaseHolds(context.args.map(numberOf), said, context, context);
    return { exitCode: 0, json: { holds }, text: describeHolds(holds) };
  },
});

function numberOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new KnownError('usage.bad-value', `"${text}" is no number of a hold.`, {
    hint: 'See them with: lastpost snapshot hold',
    exitCode: 2,
  });
}
