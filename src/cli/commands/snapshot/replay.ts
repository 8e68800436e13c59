import type { ReplayReady } from '../../../journeys/replay-snapshot.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { numberOption, offSwitch } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

function describe({ file, url, opened }: ReplayReady, { cwd }: CommandContext): string {
  const next = opened ? 'Your browser was asked to open it.' : 'Open this address in a browser.';
  return `${shownPath(file, cwd)} is shown at ${url}\n${next} Ctrl-C ends it.`;
}

export const replayCommand = defineCommand({
  description:
    'Shows a snapshot in your browser: its pages as they were, with a list of them, when they were taken and what is ' +
    'missing. The file is served on this machine only, and nothing is loaded from the internet. Runs until Ctrl-C. ' +
    'The pages are drawn by ReplayWeb.page, an optional component: npm install replaywebpage.',
  arguments: [{ name: 'FILE-or-ID', description: 'a WACZ, or a snapshot of the workspace', required: true }],
  options: {
    port: numberOption({ min: 0, max: 65_535 }, 'port to serve on; 0 takes any free one', '8790, or a free one'),
    open: offSwitch('print the address and do not open a browser'),
  },
  examples: [
    { command: 'snapshot replay blog.wacz', explains: 'Look at a snapshot:' },
    { command: 'snapshot replay k3f9 --port 9000 --no-open', explains: 'One of the workspace, address only:' },
  ],
  errors: {
    'replay.not-installed':
      'the replaywebpage component is missing; the hint says how to get it, and how to do without',
    'replay.port-taken': 'another program uses the port that was given',
    'replay.port-refused': 'the system does not let this user have the port',
    'snapshot.not-found': 'there is no such file and no snapshot with that id',
    'verify.not-a-wacz': 'the file is no WACZ',
    'wacz.damaged': 'its list of contents cannot be read; verify names the damage',
    'snapshot.pruned': 'its file was pruned; the message says when',
    'snapshot.is-delta': 'the file holds only what changed; name the snapshot by its id, or export it',
    'vault.*': 'the vault does not give the file; the hint says what to do',
    'delta.*': 'a file of the vault that this snapshot takes bytes from is missing or damaged',
    'snapshot.file-missing': 'the ledger knows the snapshot, but its file is gone',
  },
  exitCodes: { 0: 'shown, and ended by Ctrl-C', 1: 'it cannot be shown', 2: 'wrong use, or no such file' },
  onInterrupt: 'No longer served.',
  run: async ({ port, open }, context) => {
    const { replaySnapshot } = await import('../../../journeys/replay-snapshot.ts');
    const [fileOrId = ''] = context.args;
    const input = { fileOrId, open, ...(port === undefined ? {} : { port }) };
    await replaySnapshot(input, context, context.signal, (ready) => {
      context.print({ url: ready.url }, describe(ready, context));
    });
    return { exitCode: 0, json: {}, text: '' };
  },
});
