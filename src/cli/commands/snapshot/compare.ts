import { resolve } from 'node:path';
import { KnownError } from '../../../base/known-error.ts';
import { comparisonParts, isUnchanged } from '../../../model/comparison.ts';
import { factLanguages } from '../../../model/platform.ts';
import { type CommandContext, defineCommand, type OptionValues } from '../../command-spec.ts';
import { comparisonJson } from '../../compare-json.ts';
import { describeComparison } from '../../compare-text.ts';
import { choiceOption, momentOption, onSwitch, repeated, textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

const options = {
  channel: textOption('ID', 'the last two snapshots of this channel, in place of A and B'),
  since: momentOption('start', 'with --channel: the newest against the last one before this day or moment'),
  only: repeated(choiceOption(comparisonParts, 'compare this alone')),
  html: textOption('FILE', 'write one HTML page, with the pictures side by side'),
  lang: choiceOption(factLanguages, "the page's language", 'en'),
  failOnChange: onSwitch('exit with 3 when anything changed'),
  force: onSwitch('compare snapshots of two channels all the same'),
};

type Given = OptionValues<typeof options>;

async function pairOf({ channel, since }: Given, context: CommandContext) {
  const [before, after] = context.args;
  if (channel !== undefined && before === undefined) {
    const { pickCompared } = await import('../../../journeys/pick-compared.ts');
    return pickCompared(channel, since, context);
  }
  if (channel === undefined && since === undefined && before !== undefined && after !== undefined) {
    return { before, after };
  }
  throw new KnownError('usage.bad-value', 'It is not clear which two snapshots are to be compared.', {
    hint: 'Name two snapshots, or give --channel ID, with --since DATE if you like, and no snapshot.',
    exitCode: 2,
  });
}

export const compareCommand = defineCommand({
  description:
    'Tells what changed from snapshot A to snapshot B: posts that are new, edited, or gone, and counts that moved; pages ' +
    'that are new, gone, moved, or changed in text or look; links that are newly broken. What the later snapshot was not ' +
    'able to see is told as "not seen", never as gone, and whatever makes the two hard to compare is said first. Changes ' +
    'neither file.',
  arguments: [
    { name: 'A', description: 'the earlier one: a WACZ, or a snapshot of the workspace', required: false },
    { name: 'B', description: 'the later one', required: false },
  ],
  options,
  examples: [
    { command: 'snapshot compare --channel blog', explains: 'The last two snapshots of a channel:' },
    {
      command: 'snapshot compare monday.wacz friday.wacz --html week.html --lang de',
      explains: 'Two files, with a page in German to pass on:',
    },
    {
      command: 'snapshot compare --channel blog --since 2026-11-01 --only posts --json',
      explains: 'What became of the posts since a day, for a script:',
    },
  ],
  errors: {
    'compare.other-channel': 'the two are of different channels; --force compares them all the same',
    'compare.same-file': 'both names are of the same snapshot',
    'compare.too-few': 'the channel has fewer than two snapshots whose file is there',
    'compare.cannot-write': 'the page cannot be written where --html says',
    'channel.unknown': 'the workspace has no such channel',
    'snapshot.not-found': 'there is no such file and no snapshot with that id',
    'snapshot.pruned': 'its file was pruned; the message says when',
    'snapshot.is-delta': 'the file holds only what changed; name the snapshot by its id, or export it',
    'vault.*': 'the vault does not give the file; the hint says what to do',
    'delta.*': 'a file of the vault that this snapshot takes bytes from is missing or damaged',
    'snapshot.file-missing': 'the file of a snapshot is gone',
    'verify.not-a-wacz': 'a file is no WACZ',
    'verify.unreadable': 'a file cannot be read',
    'wacz.damaged': 'the list of contents of a file cannot be read; verify names the damage',
    'usage.bad-value': 'it is not clear which two are meant, or an option cannot be read',
  },
  exitCodes: {
    0: 'compared, whether or not anything changed',
    1: 'they cannot be compared',
    2: 'wrong use, or no such file',
    3: 'something changed, with --fail-on-change',
    130: 'interrupted',
  },
  run: async (given, context) => {
    const { reportComparison } = await import('../../../journeys/report-comparison.ts');
    const { html, only, force, lang = 'en', failOnChange } = given;
    const pair = await pairOf(given, context);
    const htmlFile = html === undefined ? undefined : resolve(context.cwd, html);
    const input = { ...pair, force, ...(only.length === 0 ? {} : { parts: only }) };
    const comparison = await reportComparison(input, htmlFile, lang, context, context);
    const written = htmlFile === undefined ? '' : `\n\nPage: ${shownPath(htmlFile, context.cwd)}`;
    return {
      exitCode: failOnChange && !isUnchanged(comparison) ? 3 : 0,
      json: comparisonJson(comparison, htmlFile),
      text: describeComparison(comparison, context) + written,
    };
  },
});
