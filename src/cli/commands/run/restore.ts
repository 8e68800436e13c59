import { defineCommand } from '../../command-spec.ts';
import { plural } from '../../format.ts';
import { startErrors } from '../../run-options.ts';

export const restoreCommand = defineCommand({
  description:
    'Takes a run back into the ledger out of its journal, as "run journal --out" wrote it or as it lies in the ZIP of the run: ' +
    'after the ledger was lost or damaged, or on another machine. Every entry is checked against its hash; all of them come ' +
    'back, or none. Evidence is not in a journal: put the folder evidence/ back as well.',
  arguments: [{ name: 'file', description: 'the journal, as JSON lines', required: true }],
  options: {},
  examples: [{ command: 'run restore journal.jsonl', explains: 'After the ledger was lost:' }],
  errors: {
    'run.exists': 'the ledger has this run',
    'run.journal-damaged': 'an entry is not as it was written; nothing was taken over',
    'journal.not-found': 'the file cannot be read',
    'journal.not-json': 'a line is no JSON; the message names it',
    'journal.not-entry': 'a line is no entry of a journal',
    'journal.not-canonical': 'a line was written anew by another program',
    'journal.broken': 'an entry does not follow the one before it, or there is none',
    ...startErrors,
  },
  exitCodes: { 0: 'restored', 1: 'failed; nothing was taken over', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { restoreRun } = await import('../../../journeys/runs/restore-run.ts');
    const { run, entries, head } = await restoreRun({ file: context.args[0] ?? '' }, context, context);
    const text = [
      `Restored ${run}: ${plural(entries, 'entry', 'entries')}. Its head is entry ${head.seq}, ${head.hash}.`,
      'Compare this with a certificate or with what you wrote down: that nothing is missing at its end, the file cannot tell.',
    ].join('\n');
    return { exitCode: 0, json: { run, entries, head }, text };
  },
});
