import { resolve } from 'node:path';
import { writeFileAtomic } from '../../../base/atomic-write.ts';
import { KnownError, systemErrorCode } from '../../../base/known-error.ts';
import { pathExists } from '../../../base/path-exists.ts';
import type { ExportedJournal } from '../../../journeys/runs/export-journal.ts';
import type { JournalEntry } from '../../../model/run/journal-entry.ts';
import type { JournalCheck } from '../../../model/run/run-store.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../../command-spec.ts';
import { plural } from '../../format.ts';
import { numberOption, onSwitch, textOption } from '../../options.ts';
import { pickRun } from '../../pick-run.ts';
import { describeEntry } from '../../run-journal-text.ts';
import { runArgument, runErrors } from '../../run-options.ts';
import { shownPath } from '../../snapshot-text.ts';

function checkText({ ok, entries, head, problem }: JournalCheck): string {
  const sound = head === null ? 'no entry' : `entry ${head.seq}, ${head.hash}`;
  if (ok) return `Sound: ${plural(entries, 'entry', 'entries')}. Its head is ${sound}.`;
  return `Not sound, at entry ${problem?.seq ?? '?'}: ${problem?.message ?? ''}\nThe last entry that is as it was written: ${sound}.`;
}

async function verify(run: string, context: CommandContext): Promise<CommandResult> {
  const { verifyRunJournal } = await import('../../../journeys/runs/read-journal.ts');
  const check = await verifyRunJournal({ run }, context, context);
  const { ok, entries, head, problem } = check;
  return { exitCode: ok ? 0 : 1, json: { ok, entries, head, problem }, text: checkText(check) };
}

async function gathered(entries: AsyncIterable<JournalEntry>): Promise<readonly JournalEntry[]> {
  const kept: JournalEntry[] = [];
  for await (const entry of entries) kept.push(entry);
  return kept;
}

/** @throws KnownError `journal.exists`, `journal.cannot-write` */
async function write(pieces: AsyncIterable<Uint8Array>, file: string, force: boolean): Promise<void> {
  if (!force && (await pathExists(file))) {
    throw new KnownError('journal.exists', `${file} is already there.`, {
      hint: 'Add --force to replace it.',
    });
  }
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  await writeFileAtomic(file, Buffer.concat(all)).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
}

function cannotWrite(file: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new KnownError('journal.cannot-write', `${file} cannot be written (${code}).`, {
    hint: 'See to the rights and the room there, or choose another place with --out.',
    cause,
  });
}

interface Sending {
  readonly run: string;
  readonly from: number;
  readonly out: string;
  readonly force: boolean;
}

/** Of a damaged journal what is before the damage: it may be all that is left of the run. */
async function send({ run, from, out, force }: Sending, context: CommandContext): Promise<CommandResult> {
  const { exportJournal } = await import('../../../journeys/runs/export-journal.ts');
  const exported = { entries: 0, problem: null };
  const pieces = exportJournal({ run, from }, context, context, exported);
  const file = resolve(context.cwd, out);
  if (out === '-') await context.send(pieces);
  else await write(pieces, file, force);
  const { entries, problem } = exported as ExportedJournal;
  if (problem !== null) context.note(`What follows entry ${from + entries - 1} is left out: ${problem}`);
  const exitCode = problem === null ? 0 : 1;
  if (out === '-') return { exitCode, json: {}, text: '' };
  const text = `${shownPath(file, context.cwd)}: ${plural(entries, 'entry', 'entries')}`;
  return { exitCode, json: { run, file, entries, problem }, text };
}

export const journalCommand = defineCommand({
  description:
    'Shows everything that happened in a run, one entry a line, in the order in which it was written. Nothing of a journal is ' +
    'ever changed; each entry vouches for all before it. --verify reads the whole chain and finds a changed bit or a missing ' +
    'tail. --out writes the entries as they are, one JSON object a line, with their hashes: run restore takes a run back from it. Of a ' +
    'damaged journal it writes what is before the damage.',
  arguments: [runArgument],
  options: {
    verify: onSwitch('check that every entry is as it was written'),
    from: numberOption({ min: 1, max: Number.MAX_SAFE_INTEGER }, 'only from this entry on', '1'),
    out: textOption('FILE|-', 'write the entries to FILE as JSON lines; - is stdout'),
    force: onSwitch('replace the file when it is there'),
  },
  examples: [
    { command: 'run journal', explains: 'What happened so far:' },
    { command: 'run journal leave-x-3f2a --verify --json', explains: 'Whether it is as it was written, for a script:' },
    { command: 'run journal leave-x-3f2a --out journal.jsonl', explains: 'As a file:' },
  ],
  errors: {
    'journal.options': '--verify is given with --from or --out, which say something else',
    'run.journal-damaged': 'an entry is not as it was written: --verify says which, and --out writes what is before it',
    'journal.exists': 'the file is there; --force replaces it',
    'journal.cannot-write': 'the file cannot be written',
    ...runErrors,
  },
  exitCodes: { 0: 'shown, written, or sound', 1: 'failed, or not as it was written', 2: 'wrong use or settings' },
  run: async ({ verify: isCheck, from: first = 1, out, force }, context) => {
    if (isCheck && (out !== undefined || first > 1)) {
      throw new KnownError('journal.options', 'A journal is verified whole, and nothing is written then.', {
        hint: 'Leave --from and --out away, or leave --verify away.',
        exitCode: 2,
      });
    }
    const run = await pickRun(context.args[0], context);
    if (isCheck) return verify(run, context);
    const { readRunJournal } = await import('../../../journeys/runs/read-journal.ts');
    if (out === undefined) {
      const entries = await gathered(readRunJournal({ run, from: first }, context, context));
      const text = entries.map((entry) => describeEntry(entry, context.style)).join('\n');
      return { exitCode: 0, json: { run, entries }, text };
    }
    return send({ run, from: first, out, force }, context);
  },
});
