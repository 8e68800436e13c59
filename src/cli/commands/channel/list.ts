import type { ListedChannel } from '../../../journeys/list-channels.ts';
import { listedChannelJson } from '../../channel-json.ts';
import { defineCommand } from '../../command-spec.ts';
import { formatTable } from '../../format.ts';

function describe(channels: readonly ListedChannel[]): string {
  if (channels.length === 0) return 'No channels yet. Add one with: lastpost channel add https://x.com/example';
  return formatTable(
    [{ title: 'ID' }, { title: 'PLATFORM' }, { title: 'HANDLE' }, { title: 'ADDRESS' }],
    channels.map(({ id, platformName, handle, url }) => [id, platformName, handle, url]),
  );
}

export const listCommand = defineCommand({
  description: 'Lists the channels of the workspace with platform, handle and address, in the order of lastpost.yaml.',
  arguments: [],
  options: {},
  examples: [
    { command: 'channel list', explains: 'Every channel:' },
    { command: 'channel list --json', explains: 'For a script:' },
  ],
  errors: {
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { listChannels } = await import('../../../journeys/list-channels.ts');
    const channels = await listChannels(context);
    return { exitCode: 0, json: { channels: channels.map(listedChannelJson) }, text: describe(channels) };
  },
});
