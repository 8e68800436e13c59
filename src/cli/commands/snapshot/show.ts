import { defineCommand } from '../../command-spec.ts';
import { FIRST_MISSING } from '../../completeness-report.ts';
import { onSwitch } from '../../options.ts';
import { describeShown, shownJson } from '../../show-text.ts';

const FIRST_PAGES = 20;

export const showCommand = defineCommand({
  description:
    'Tells what is in a WACZ: title, address, dates, pages, gaps, what was left out, what made it and who says to have ' +
    'signed it; and of a channel whether all its posts are there, what is missing, and what proves it ' +
    '(docs/completeness.md). Reads no record, so it is quick for any size; "snapshot verify" tells whether it is all true. ' +
    'Works on the files of other tools as well.',
  arguments: [{ name: 'FILE-or-ID', description: 'a WACZ, or a snapshot of the workspace', required: true }],
  options: {
    pages: onSwitch(`list every page, not only the first ${FIRST_PAGES}`),
    missing: onSwitch(`name everything that is missing, not only the first ${FIRST_MISSING} of a kind`),
  },
  examples: [
    { command: 'snapshot show blog.wacz', explains: 'One file:' },
    { command: 'snapshot show blog.wacz --missing', explains: 'With the address of every post that is missing:' },
    {
      command: 'snapshot show 7q2m9x4k --pages --json',
      explains: 'A snapshot of the workspace with all pages, for a script:',
    },
  ],
  errors: {
    'snapshot.not-found': 'there is no such file and no snapshot with that id',
    'snapshot.pruned': 'its file was pruned; the message says when',
    'snapshot.is-delta': 'the file holds only what changed; name the snapshot by its id, or export it',
    'vault.*': 'the vault does not give the file; the hint says what to do',
    'delta.*': 'a file of the vault that this snapshot takes bytes from is missing or damaged',
    'snapshot.file-missing': 'the ledger knows the snapshot, but its file is gone',
    'verify.not-a-wacz': 'the file is no WACZ',
    'verify.unreadable': 'the file cannot be read',
    'wacz.damaged': 'the file is too damaged to say what is in it; "snapshot verify" names the damage',
  },
  exitCodes: { 0: 'shown', 1: 'the file cannot be read', 2: 'wrong use, or no such file' },
  run: async ({ pages, missing }, context) => {
    const { showSnapshot } = await import('../../../journeys/show-snapshot.ts');
    const most = pages ? Number.POSITIVE_INFINITY : FIRST_PAGES;
    const shown = await showSnapshot(context.args[0] ?? '', context, most);
    return {
      exitCode: 0,
      json: shownJson(shown),
      text: describeShown(shown, context, missing ? Number.POSITIVE_INFINITY : FIRST_MISSING),
    };
  },
});
