import { KnownError } from '../../../base/known-error.ts';
import type { ExportResult } from '../../../journeys/export-posts.ts';
import { exportFormats, exportLanguages } from '../../../model/export-format.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatSize, plural } from '../../format.ts';
import { choiceOption, onSwitch, textOption } from '../../options.ts';
import { filterOf, postsErrors, postsOptions } from '../../posts-options.ts';
import { shownPath } from '../../snapshot-text.ts';

const SHOWN_PROBLEMS = 10;

function describe(result: ExportResult, { cwd }: CommandContext): string {
  const { target, posts, media } = result;
  if (target === null) return '';
  const files =
    media === null
      ? ''
      : `, ${plural(media.files, 'medium', 'media')} (${formatSize(media.bytes)})` +
        (media.missing === 0 ? '' : `, ${media.missing} not in any snapshot`);
  return `${shownPath(target, cwd)}: ${plural(posts, 'post')}${files}`;
}

function tellProblems({ problems }: ExportResult, context: CommandContext): void {
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) context.note(problem);
  const left = problems.length - SHOWN_PROBLEMS;
  if (left > 0) context.note(`… and ${left} more.`);
}

function goneOfSnapshot(): KnownError {
  return new KnownError(
    'usage.bad-value',
    'What was deleted since cannot be told from one snapshot: --gone and --snapshot.',
    {
      hint: 'Leave out --snapshot: the workspace keeps the posts of all snapshots, and knows which were deleted.',
      exitCode: 2,
    },
  );
}

export const exportCommand = defineCommand({
  description:
    'Writes the posts of your channels to files. jsonl: each post as it is kept, one a line. csv: RFC 4180 in UTF-8, faithful; ' +
    'with --excel, semicolons and a byte order mark as a German Excel wants them. xlsx: one sheet. atom: one feed. markdown: ' +
    'a folder with one file a post, front matter, and the media beside it. html: a folder to open with a browser from the ' +
    'disk, with a search and no server. In xlsx and with --excel, text that begins like a formula gets an apostrophe in ' +
    'front. Without --out it writes posts.FORMAT, or the folder posts-markdown or posts-html, here; a file or folder is ' +
    'there whole or not at all. Media are copied out of the snapshots and held against their digests. A post that was deleted ' +
    'after publication has that and how it is known beside it, in every format.',
  arguments: [],
  options: {
    format: choiceOption(exportFormats, 'what to write'),
    out: textOption('PATH', 'the file, or the folder for markdown and html; - for stdout', 'posts.FORMAT, here'),
    force: onSwitch('replace the file, or a folder that an earlier export made'),
    channel: postsOptions.channel,
    kind: postsOptions.kind,
    since: postsOptions.since,
    until: postsOptions.until,
    comments: onSwitch("with other people's comments, where the snapshots keep them: they are personal data"),
    gone: postsOptions.gone,
    snapshot: textOption('FILE-or-ID', "from one snapshot's own list of posts; needs no workspace with a file"),
    excel: onSwitch('csv: semicolons, byte order mark, formulas made harmless'),
    lang: choiceOption(exportLanguages, 'html: language of the words round the posts', "the workspace's first"),
  },
  examples: [
    { command: 'posts export --format html --out goodbye', explains: 'A folder that anybody can read:' },
    {
      command: 'posts export --format csv --excel --channel mastodon --since 2024-01-01',
      explains: 'One channel from 2024 on, for Excel:',
    },
    {
      command: 'posts export --format jsonl --snapshot blog.wacz --out -',
      explains: 'From one snapshot to stdout, for another program:',
    },
  ],
  errors: {
    'usage.no-format': 'it is not said what to write',
    'export.needs-folder': 'markdown and html are folders and cannot go to stdout',
    'export.terminal': 'an Excel file cannot be shown on a terminal',
    'export.exists': 'something of that name is there; --force replaces it',
    'export.not-ours': 'the folder was not made by an export, so not even --force replaces it',
    'export.no-folder': 'the folder it should go into does not exist',
    'export.cannot-write': 'nothing can be written there',
    'export.disk-full': 'there is no room; nothing of the export is left behind',
    'export.no-posts': 'the snapshot has no list of posts',
    'snapshot.not-found': 'there is no such file and no snapshot with that id',
    'snapshot.file-missing': 'the ledger knows the snapshot, but its file is gone',
    'verify.not-a-wacz': 'the file is no WACZ',
    ...postsErrors,
  },
  exitCodes: {
    0: 'written',
    1: 'failed',
    2: 'wrong use or settings',
    3: 'written, but something that should be in it could not be read or is cut; stderr names it',
    130: 'interrupted; nothing is left behind',
  },
  onInterrupt: 'Stopping; what was written so far is taken away. Press Ctrl-C again to stop at once.',
  run: async (options, context) => {
    const { format, out, force, excel, lang, snapshot } = options;
    if (format === undefined) {
      throw new KnownError('usage.no-format', 'It is not said what to write.', {
        hint: `Choose one with --format: ${exportFormats.join(', ')}.`,
        exitCode: 2,
      });
    }
    if (options.gone && snapshot !== undefined) throw goneOfSnapshot();
    const { exportPosts } = await import('../../../journeys/export-posts.ts');
    const result = await exportPosts(
      {
        format,
        filter: filterOf(options),
        force,
        excel,
        outIsTerminal: context.outIsTerminal,
        toStdout: (chunks) => context.send(chunks),
        ...(snapshot === undefined ? {} : { snapshot }),
        ...(out === undefined ? {} : { out }),
        ...(lang === undefined ? {} : { language: lang }),
      },
      context,
      context,
    );
    tellProblems(result, context);
    const json = result.target === null ? {} : { export: result };
    return { exitCode: result.problems.length === 0 ? 0 : 3, json, text: describe(result, context) };
  },
});
