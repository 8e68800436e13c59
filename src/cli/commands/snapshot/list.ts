import type { SnapshotList } from '../../../journeys/list-snapshots.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { formatCount, formatSize, formatTable, formatTime, plural } from '../../format.ts';
import { textOption } from '../../options.ts';
import { snapshotJson } from '../../snapshot-json.ts';
import { shownPath } from '../../snapshot-text.ts';

const UNFINISHED = {
  unfinished: 'give its command again to go on, or add --fresh to begin anew',
  running: 'being taken at this moment',
  damaged: 'cannot be gone on with; its command with --fresh throws it away',
} as const;

function describeUnfinished({ unfinished }: SnapshotList): readonly string[] {
  if (unfinished.length === 0) return [];
  const rows = unfinished.map(({ id, channel, startedAt, state, pages, toGo, url }) => [
    id,
    channel ?? '-',
    formatTime(startedAt),
    state,
    pages === null ? '' : formatCount(pages),
    toGo === null ? '' : formatCount(toGo),
    `${url}  (${UNFINISHED[state]})`,
  ]);
  const table = formatTable(
    [
      { title: 'UNFINISHED' },
      { title: 'CHANNEL' },
      { title: 'BEGUN' },
      { title: 'STATE' },
      { title: 'PAGES', align: 'right' },
      { title: 'TO GO', align: 'right' },
      { title: 'ADDRESS' },
    ],
    rows,
  );
  return ['', table];
}

function describe(list: SnapshotList, context: CommandContext): string {
  const { cwd, style } = context;
  const { workspaceDir, snapshots, unfinished } = list;
  if (snapshots.length === 0 && unfinished.length === 0) {
    return 'No snapshots yet. Take one with: lastpost snapshot take https://blog.example.org';
  }
  const rows = snapshots.map(({ snapshot, present }) => [
    snapshot.id,
    snapshot.channel ?? '-',
    formatTime(snapshot.startedAt),
    snapshot.state,
    formatCount(snapshot.pages),
    formatCount(snapshot.gaps),
    formatSize(snapshot.bytes),
    shownPath(snapshot.file, cwd) + (present ? '' : '  (missing)'),
  ]);
  const table = formatTable(
    [
      { title: 'ID' },
      { title: 'CHANNEL' },
      { title: 'TAKEN' },
      { title: 'STATE' },
      { title: 'PAGES', align: 'right' },
      { title: 'GAPS', align: 'right' },
      { title: 'SIZE', align: 'right' },
      { title: 'FILE' },
    ],
    rows,
  );
  const missing = snapshots.filter(({ present }) => !present).length;
  const total = snapshots.reduce((sum, { snapshot }) => sum + snapshot.bytes, 0);
  const footer = `${plural(snapshots.length, 'snapshot')}, ${formatSize(total)}, workspace ${shownPath(workspaceDir, cwd)}`;
  const loss = missing === 0 ? [] : [style.red(`${plural(missing, 'file')} missing: put back from your backup.`)];
  return [...(snapshots.length === 0 ? [] : [table, '', footer, ...loss]), ...describeUnfinished(list)]
    .join('\n')
    .trimStart();
}

export const listCommand = defineCommand({
  description:
    "Lists the snapshots in the workspace's ledger, newest first, and tells when a file is no longer where it was put. " +
    'Below them stand those that were begun and not finished.',
  arguments: [],
  options: { channel: textOption('ID', 'only the snapshots of this channel') },
  examples: [
    { command: 'snapshot list', explains: 'Everything in this workspace:' },
    { command: 'snapshot list --channel blog --json', explains: 'One channel, for a script:' },
  ],
  errors: {
    'workspace.not-found': 'there is no workspace here or above; --workspace DIR names one',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'channel.unknown': 'no channel and no snapshot has that id',
    'ledger.missing': 'the ledger is not there; the hint says how to put it back',
    'ledger.newer': 'a newer Lastpost wrote the ledger; install that one',
    'ledger.locked': 'another process is writing the ledger',
    'ledger.corrupt': 'the ledger is damaged',
  },
  exitCodes: { 0: 'listed', 1: 'the ledger cannot be read', 2: 'wrong use or settings' },
  run: async ({ channel }, context) => {
    const { listSnapshots } = await import('../../../journeys/list-snapshots.ts');
    const list = await listSnapshots(context, channel);
    return {
      exitCode: 0,
      json: {
        snapshots: list.snapshots.map(({ snapshot, present }) => ({ ...snapshotJson(snapshot), present })),
        unfinished: list.unfinished.map(({ toGo, startedAt, ...rest }) => ({
          ...rest,
          to_go: toGo,
          started_at: startedAt,
        })),
      },
      text: describe(list, context),
    };
  },
});
