import type { DraftsReport } from '../../../journeys/drafts/write-drafts.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { clashJson, draftJson } from '../../draft-json.ts';
import { draftOptions, draftsWished, madeDraftErrors } from '../../draft-options.ts';
import { draftsReportText } from '../../drafts-report-text.ts';
import { choiceOption, onSwitch } from '../../options.ts';

export const writeCommand = defineCommand({
  description:
    'Writes the drafts of the exit from the facts in lastpost.yaml, one Markdown file each, in drafts/<language>/. Every draft ' +
    'takes the longest form that fits its channel; nothing is cut. Write it again when facts change: words that you edited ' +
    'stay, and where they and the new facts clash the file is left as it is and both are shown. A draft that you deleted ' +
    'stays away.',
  arguments: [
    {
      name: 'DRAFT',
      description: 'only these: announcement-x for all languages, or de/announcement-x',
      required: false,
      variadic: true,
    },
  ],
  options: {
    ...draftOptions,
    take: choiceOption(['mine', 'new'], 'of named drafts that clash or were deleted, take your words or the new ones'),
    askServers: onSwitch('ask the servers of the fediverse for their limits first, and keep the answers'),
    dryRun: onSwitch('tell what would be written, and write nothing'),
  },
  examples: [
    { command: 'draft write', explains: 'All of them:' },
    { command: 'draft write --locale de --kind announcement --dry-run', explains: 'Some, only to see:' },
    { command: 'draft write --ask-servers', explains: 'Mastodon servers set limits of their own:' },
    { command: 'draft write de/announcement-x --take new', explains: 'Where your words and new facts clash:' },
  ],
  errors: {
    'draft.unknown': 'there is no draft of that name',
    'draft.take-what': '--take without a draft that it is for',
    ...madeDraftErrors,
  },
  exitCodes: {
    0: 'written',
    1: 'failed',
    2: 'wrong use, settings or templates; nothing was written',
    3: 'written, and some clash or do not fit',
  },
  run: async ({ take, dryRun, askServers: asksServers, ...options }, context) => {
    if (asksServers) await askThem(context);
    const { writeDrafts } = await import('../../../journeys/drafts/write-drafts.ts');
    const side = take === 'new' ? 'fresh' : take;
    const input = { ...draftsWished(options), drafts: context.args, take: side, dryRun } as const;
    const report = await writeDrafts(input, context, context);
    const isOpen = report.drafts.some(({ clashes, overs }) => clashes.length + overs.length > 0);
    return { exitCode: isOpen ? 3 : 0, json: jsonOf(report), text: draftsReportText(report, context) };
  },
});

/** Nothing else of the drafts reaches the net. */
async function askThem(context: CommandContext): Promise<void> {
  const { askServers } = await import('../../../journeys/drafts/server-limits.ts');
  for (const { channel, server, post } of await askServers(context, context)) {
    const said = post === null ? 'did not say what its limits are' : `takes ${post} characters in a post`;
    context.note(`${server} (${oneLine(channel)}) ${said}.`);
  }
}

function jsonOf({ drafts, stale, leftOut, isDryRun }: DraftsReport): object {
  return {
    dry_run: isDryRun,
    drafts: drafts.map(({ fresh, after, file, fate, clashes, overs, longFact, spared }) => ({
      ...draftJson(after ?? fresh),
      file,
      state: fate,
      spared,
      over: overs,
      long_fact: longFact,
      conflicts: clashes.map(clashJson),
    })),
    stale: stale.map(({ id, locale, file, isKept }) => ({ id, locale, file, kept: isKept })),
    left_out: leftOut.map(({ kind, locale, channel, because, message }) => ({
      kind,
      locale,
      channel,
      reason: because,
      message,
    })),
  };
}
