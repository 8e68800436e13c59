import { KnownError } from '../../../base/known-error.ts';
import type { WantedSnapshot } from '../../../journeys/export-snapshot.ts';
import { defineCommand } from '../../command-spec.ts';
import { formatSize, formatTime } from '../../format.ts';
import { momentOption, onSwitch, textOption } from '../../options.ts';
import { snapshotJson } from '../../snapshot-json.ts';
import { shownPath } from '../../snapshot-text.ts';

export const exportCommand = defineCommand({
  description:
    'Writes one snapshot as the whole WACZ that it was when it was sealed, with its signature, in whichever form the vault ' +
    'has it: as what changed since an earlier one, encrypted, or in a bucket. It opens in any WACZ reader, needs no other ' +
    'file, and is read back from the first byte to the last.',
  arguments: [
    { name: 'ID', description: 'a snapshot of the workspace; may be left out with --channel', required: false },
  ],
  options: {
    channel: textOption('ID', 'the newest snapshot of this channel'),
    at: momentOption('end', 'with --channel: the newest one that had begun by then'),
    out: textOption('FILE', 'the file to write', 'CHANNEL-DAY.wacz here'),
    force: onSwitch('replace the file when it is already there'),
  },
  examples: [
    { command: 'snapshot export 7q2m9x4k --out blog.wacz', explains: 'One snapshot:' },
    {
      command: 'snapshot export --channel blog --at 2026-11-30',
      explains: 'What the blog was on the last of November:',
    },
  ],
  errors: {
    'usage.missing-argument': 'neither an ID nor a channel is given, or both',
    'snapshot.not-found': 'no snapshot has that id, or the channel has none from then or before',
    'snapshot.pruned': 'its file was pruned; the message says when',
    'snapshot.file-missing': 'the ledger knows the snapshot, but the vault has no file of it',
    'snapshot.exists': 'the file is there already; --force replaces it',
    'snapshot.no-folder': 'the folder for the file does not exist',
    'snapshot.cannot-write': 'the file cannot be written',
    'snapshot.not-verified': 'the file was written but does not verify: the disk may be failing',
    'channel.unknown': 'the workspace has no such channel',
    'delta.*': 'a file of the vault that this snapshot takes bytes from is missing or damaged',
    'vault.*': 'the vault does not give the file; the hint says what to do',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'ledger.missing': 'the ledger is not there',
    'usage.bad-value': "an option's value cannot be read; the hint shows how to write it",
  },
  exitCodes: { 0: 'written and found sound', 1: 'failed', 2: 'wrong use or settings', 130: 'interrupted; no file' },
  run: async ({ channel, at, out, force }, context) => {
    const { exportSnapshot } = await import('../../../journeys/export-snapshot.ts');
    const wanted = wantedOf(context.args[0], channel, at ?? context.clock.now().toISOString());
    const { snapshot, file, bytes, sha256 } = await exportSnapshot({ wanted, out, force }, context, context);
    const what = `${shownPath(file, context.cwd)}: ${formatSize(bytes)}, the whole snapshot ${snapshot.id} of ${formatTime(snapshot.startedAt)}`;
    return { exitCode: 0, json: { file, bytes, sha256, snapshot: snapshotJson(snapshot) }, text: `${what}, sound.` };
  },
});

function wantedOf(id: string | undefined, channel: string | undefined, at: string): WantedSnapshot {
  if (id !== undefined && channel === undefined) return { id };
  if (id === undefined && channel !== undefined) return { channel, at };
  throw new KnownError('usage.missing-argument', 'Which snapshot is meant?', {
    hint: 'Give the ID of a snapshot, or a channel with --channel ID and, if need be, --at DATE.',
    exitCode: 2,
  });
}
