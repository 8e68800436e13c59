import { parseDocument } from 'yaml';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError } from '../base/known-error.ts';
import type { PlatformId } from '../model/platform.ts';
import { listAt } from './list-at.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { readConfigText } from './read-config.ts';
import { readConfigFile } from './read-config-file.ts';

/** A channel as it is written into lastpost.yaml. */
export interface NewChannel {
  readonly id: string;
  readonly platform: PlatformId;
  readonly handle?: string;
  readonly url: string;
  readonly title?: string;
  readonly scope?: 'host' | 'prefix' | 'page';
  /** Regular expressions over the whole address. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

function withChannels(text: string, channels: readonly NewChannel[]): string {
  const document = parseDocument(text);
  const list = listAt(document, 'channels');
  for (const channel of channels) list.add(document.createNode(channel));
  return document.toString({ lineWidth: 0 });
}

/**
 * Adds a channel at the end of the list in lastpost.yaml; comments and order stay. The file is written anew in one step.
 * @throws KnownError `channel.exists`, `workspace.invalid` (the channel itself is wrong) and those of `openWorkspace`
 */
export async function addChannelToWorkspace(dir: string, channel: NewChannel): Promise<Workspace> {
  return addChannelsToWorkspace(dir, [channel]);
}

/** The same for several at once: all of them are written, or none. */
export async function addChannelsToWorkspace(dir: string, channels: readonly NewChannel[]): Promise<Workspace> {
  const { paths, config } = await openWorkspace(dir);
  const present = channels.find(({ id }) => config.channels.some((one) => one.id === id));
  if (present !== undefined) {
    throw new KnownError('channel.exists', `There is a channel called "${present.id}" already.`, {
      hint: 'Choose another id, or change that channel in lastpost.yaml.',
      exitCode: 2,
    });
  }
  const text = withChannels(await readConfigFile(paths.config), channels);
  readConfigText(paths.config, text);
  await writeFileAtomic(paths.config, text);
  return openWorkspace(dir);
}
