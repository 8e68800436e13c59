import { defineCommand } from '../../command-spec.ts';
import { describeVerified, verifiedJson } from '../../verify-text.ts';

export const verifyCommand = defineCommand({
  description:
    'Reads a WACZ from the first byte to the last and checks everything that can be checked: every file and record ' +
    'against its digest, every index line against the record it points to, order, dates, identifiers and the ' +
    'signature. One changed bit anywhere is found and named. Works on the files of other tools as well. ' +
    'A snapshot named by its ID is also compared with the digest in the ledger.',
  arguments: [
    { name: 'FILE-or-ID', description: 'a WACZ, or a snapshot of the workspace', required: true, variadic: true },
  ],
  options: {},
  examples: [
    { command: 'snapshot verify blog.wacz', explains: 'One file:' },
    { command: 'snapshot verify vault/blog/*.wacz --json', explains: 'A whole folder, for a script:' },
  ],
  errors: {
    'snapshot.not-found': 'there is no such file and no snapshot with that id',
    'verify.not-a-wacz': 'the file is no WACZ at all (among several files it is a problem of that file)',
    'verify.unreadable': 'the file cannot be read',
    'snapshot.pruned': 'its file was pruned; the message says when',
    'snapshot.is-delta': 'the file holds only what changed; name the snapshot by its id, or export it',
    'vault.*': 'the vault does not give the file; the hint says what to do',
    'delta.*': 'a file of the vault that this snapshot takes bytes from is missing or damaged',
    'snapshot.file-missing': 'the ledger knows the snapshot, but its file is gone',
    'ledger.missing': 'the ledger is not there, so an id cannot be looked up',
    interrupted: 'stopped before the end; nothing was changed',
  },
  exitCodes: { 0: 'sound', 1: 'at least one problem', 2: 'wrong use, or no such file', 130: 'interrupted' },
  run: async (_options, context) => {
    const { verifySnapshots } = await import('../../../journeys/verify-snapshot.ts');
    const verified = await verifySnapshots(context.args, context, context);
    const sound = verified.every(({ report }) => report.ok);
    return {
      exitCode: sound ? 0 : 1,
      json: verifiedJson(verified),
      text: verified.map((one) => describeVerified(one, context)).join('\n\n'),
    };
  },
});
