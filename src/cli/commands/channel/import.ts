import { KnownError } from '../../../base/known-error.ts';
import type { ImportResult } from '../../../journeys/import-export.ts';
import { askableKinds } from '../../../model/official-export.ts';
import { defineCommand, type ExitCode } from '../../command-spec.ts';
import { describeImport } from '../../import-text.ts';
import { choiceOption, onSwitch, repeated } from '../../options.ts';

function exitCodeOf({ report, lacking }: ImportResult): ExitCode {
  const { missingParts, unreadableCount, media, refused } = report;
  return missingParts.length + unreadableCount + media.missingCount + refused.length + lacking === 0 ? 0 : 3;
}

export const importCommand = defineCommand({
  description:
    "Takes a platform's official export over: the ZIP or the folder as it was downloaded, all parts of it at once. Finds out by " +
    'its structure what it is, reads every byte once and holds it against its checksum, keeps the original byte for byte in the ' +
    'vault with its SHA-256, and enters its public posts beside those of the snapshots; what both hold is shown once. Direct ' +
    'messages, posts for followers only, drafts, contacts and advertising are counted and left out. What cannot be read is ' +
    'named with file and position. Nothing is unpacked to the disk and nothing is fetched. Importing the same export or a newer ' +
    'one again is safe, and says what is new, changed and gone (docs/official-exports.md).',
  arguments: [
    { name: 'CHANNEL', description: 'id of the channel in lastpost.yaml', required: true },
    {
      name: 'FILE|FOLDER',
      description: 'the export; every part of it, if it came in several',
      required: true,
      variadic: true,
    },
  ],
  options: {
    include: repeated(choiceOption(askableKinds, 'take over these as well, besides the public posts')),
    anyAccount: onSwitch('take it although it names another account: it was renamed'),
  },
  examples: [
    { command: 'channel import x twitter-2026-11-20.zip', explains: 'An archive of X:' },
    { command: 'channel import facebook facebook-brand-*.zip', explains: 'An export in several parts, all at once:' },
    { command: 'channel import youtube Takeout/', explains: 'One that is unpacked already:' },
    { command: 'channel import mastodon archive.zip --include followers-only', explains: 'With what followers saw:' },
  ],
  errors: {
    'channel.unknown': 'the workspace has no such channel',
    'export.not-found': 'there is no such file or folder',
    'export.unknown': 'it is no export of the platform that is known here; the message says what one would hold',
    'export.wrong-platform': 'it is the export of another platform',
    'export.wrong-account': 'it names another account than the channel; --any-account takes it all the same',
    'export.html-only': 'it is in HTML, which cannot be read whole; ask the platform for JSON',
    'export.no-posts': 'no public post is in it; nothing was kept',
    'export.not-a-zip': 'the file is no ZIP; unpack it and give the folder',
    'export.encrypted': 'the ZIP wants a password; unpack it and give the folder',
    'export.truncated': 'the ZIP stops too early: the download was broken off',
    'export.multi-disk': 'the ZIP is one piece of several; join them first',
    'export.duplicate-names': 'two files in the ZIP have one name, and it cannot be told which one counts',
    'export.bomb': 'the ZIP unpacks to more than any export is large',
    'export.*': 'something else is wrong with the file; the message says what, and the hint what to do',
    'vault.*': 'the original could not be kept; nothing was entered',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'ledger.missing': 'the ledger is not there',
    'ledger.locked': 'another process is writing the ledger',
    interrupted: 'stopped before the end; nothing was entered or kept',
  },
  exitCodes: {
    0: 'read whole',
    1: 'failed; nothing was entered or kept',
    2: 'wrong use or settings, or not the export of this channel',
    3: 'read, but parts, media or records are missing; they are named',
    130: 'interrupted',
  },
  onInterrupt: 'Stopping; nothing of this export is entered. Press Ctrl-C again to stop at once.',
  run: async ({ include, anyAccount }, context) => {
    const [channel, ...paths] = context.args;
    if (channel === undefined || paths.length === 0) {
      throw new KnownError('usage.missing-argument', 'It is not said which export is to be imported.', {
        hint: 'Name the channel and the file: lastpost channel import x twitter.zip',
        exitCode: 2,
      });
    }
    const { importExport } = await import('../../../journeys/import-export.ts');
    const result = await importExport({ channel, paths, include, anyAccount }, context, context);
    const { report, change, isKnown, lacking } = result;
    const json = { export: report, change, known: isKnown, lacking };
    return { exitCode: exitCodeOf(result), json, text: describeImport(result, context) };
  },
});
