import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import { adapterOf, adapters, findAdapter } from '../channels/registry.ts';
import type { ChannelFacts } from '../model/channel.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import { overrideFacts } from '../model/override-facts.ts';
import type { PlatformId } from '../model/platform.ts';
import { openNearestWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { type ListedChannel, listedChannel } from './list-channels.ts';

export interface ShownChannel {
  /** null when a platform was asked for. */
  readonly channel: ListedChannel | null;
  readonly platform: PlatformId;
  readonly platformName: string;
  /** With what lastpost.yaml says in their place. */
  readonly facts: ChannelFacts;
}

function unknownId(id: string, channels: readonly string[]): KnownError {
  const known = [...channels, ...adapters.map((adapter) => adapter.id)];
  const near = closestMatch(id, known);
  return new KnownError('channel.unknown', `No channel and no platform is called "${id}".`, {
    hint: near === undefined ? `Choose one of: ${known.join(', ')}.` : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}

/**
 * What is known about a channel of the workspace, or about a platform; a channel comes first when both have the name.
 * @throws KnownError `channel.unknown` and those of opening a workspace
 */
export async function showChannel(
  id: string,
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<ShownChannel> {
  const workspace = await openNearestWorkspace(place);
  const channels = workspace?.config.channels ?? [];
  const channel = channels.find((candidate) => candidate.id === id);
  const adapter = channel === undefined ? findAdapter(id) : adapterOf(channel.platform);
  if (adapter === undefined) {
    throw unknownId(
      id,
      channels.map((candidate) => candidate.id),
    );
  }
  const today = clock.now().toISOString().slice(0, 10);
  return {
    channel: channel === undefined ? null : listedChannel(channel),
    platform: adapter.id,
    platformName: adapter.name,
    facts: overrideFacts(adapter.facts, channel?.facts, today),
  };
}
