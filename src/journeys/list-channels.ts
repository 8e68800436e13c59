import { adapterOf, recogniseChannel } from '../channels/registry.ts';
import type { PlatformId } from '../model/platform.ts';
import type { Channel } from '../workspace/config.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';

/** A channel of the workspace, in a line. */
export interface ListedChannel {
  readonly id: string;
  readonly platform: PlatformId;
  readonly platformName: string;
  readonly handle: string;
  readonly url: string;
  readonly title: string | null;
}

/** Channels that were written by hand may leave the handle out; the address has it. */
function handleOf({ handle, platform, url }: Channel): string {
  if (handle !== undefined) return handle;
  const found = recogniseChannel(url);
  return (found?.platform === platform ? found.handle : undefined) ?? new URL(url).host;
}

/** A channel as lists show it. */
export function listedChannel(channel: Channel): ListedChannel {
  const { id, platform, url, title } = channel;
  return {
    id,
    platform,
    platformName: adapterOf(platform).name,
    handle: handleOf(channel),
    url,
    title: title ?? null,
  };
}

/**
 * The channels of the workspace, in the order of lastpost.yaml.
 * @throws KnownError those of opening a workspace
 */
export async function listChannels(place: WorkspacePlace): Promise<readonly ListedChannel[]> {
  const { config } = await requireWorkspace(place);
  return config.channels.map(listedChannel);
}
