import { KnownError } from '../base/known-error.ts';
import { adapterOf, recogniseChannel } from '../channels/registry.ts';
import type { ChannelFacts, Recognised } from '../model/channel.ts';
import { addChannelToWorkspace, type NewChannel } from '../workspace/add-channel.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { channelOf, chooseChannelId, newChannel } from './new-channel.ts';

export interface AddChannelInput {
  /** What a person typed: an address, or `@user@server`. */
  readonly address: string;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly place: WorkspacePlace;
}

export interface AddedChannel {
  readonly channel: NewChannel & { readonly handle: string };
  readonly platformName: string;
  /** False when only the server could tell whether it is that platform. */
  readonly isSure: boolean;
  /** What the address showed that was typed; the account is added in any case. */
  readonly shows: Recognised['shows'];
  readonly facts: ChannelFacts;
  /** Absolute path of the lastpost.yaml that was written. */
  readonly file: string;
}

type FoundAccount = Recognised & { readonly handle: string; readonly url: string };

function requireAccount(text: string): FoundAccount {
  const found = recogniseChannel(text);
  if (found === undefined) {
    throw new KnownError('usage.bad-address', `"${text}" is no web address.`, {
      hint: 'Write it like https://x.com/example, or like @example@mastodon.social',
      exitCode: 2,
    });
  }
  const { handle, url } = found;
  if (handle !== undefined && url !== undefined) return { ...found, handle, url };
  const { name } = adapterOf(found.platform);
  const what = found.shows === 'post' ? 'a post that does not say whose it is' : 'no account';
  throw new KnownError('channel.no-account', `${text} is an address of ${name}, but ${what}.`, {
    hint: 'Open the profile in a browser and give its address, like https://x.com/example',
    exitCode: 2,
  });
}

function refuseTwice({ config }: Workspace, account: FoundAccount): void {
  const present = channelOf(config, account);
  if (present === undefined) return;
  throw new KnownError('channel.exists', `There is a channel "${present}" for ${account.url} already.`, {
    hint: `See it with: lastpost channel show ${present}`,
    exitCode: 2,
  });
}

/**
 * Recognises whose address it is and writes the channel into lastpost.yaml. Asks no server.
 * @throws KnownError `usage.bad-address`, `channel.no-account`, `channel.exists`, `workspace.*`
 */
export async function addChannel({ address, id, title, place }: AddChannelInput): Promise<AddedChannel> {
  const workspace = await requireWorkspace(place);
  const account = requireAccount(address);
  refuseTwice(workspace, account);
  const channel = newChannel(id ?? chooseChannelId(workspace.config, account), account, title);
  const { paths } = await addChannelToWorkspace(workspace.dir, channel);
  const { name, facts } = adapterOf(account.platform);
  return { channel, platformName: name, isSure: account.isSure, shows: account.shows, facts, file: paths.config };
}
