import { KnownError } from '../base/known-error.ts';
import { adapterOf, recogniseChannel } from '../channels/registry.ts';
import type { ChannelFacts, Recognised } from '../model/channel.ts';
import type { PlatformId } from '../model/platform.ts';
import { addChannelToWorkspace, type NewChannel } from '../workspace/add-channel.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';

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

/** Lower-case letters, digits and hyphens; what is left of `r/Café_news` is `r-caf-news`. */
function asId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
}

/** The platform's own name for the first account on it; the next one gets its handle too. */
function chooseId({ config }: Workspace, { platform, handle }: FoundAccount): string {
  const short = platform === 'website' ? asId(handle.replace(/^www\./, '')) : platform;
  const isFree = config.channels.every(({ id }) => id !== short);
  return isFree || platform === 'website' ? short : asId(`${platform}-${handle}`);
}

function refuseTwice({ config }: Workspace, { url }: FoundAccount): void {
  const present = config.channels.find((channel) => channel.url === url || recogniseChannel(channel.url)?.url === url);
  if (present === undefined) return;
  throw new KnownError('channel.exists', `There is a channel "${present.id}" for ${url} already.`, {
    hint: `See it with: lastpost channel show ${present.id}`,
    exitCode: 2,
  });
}

/**
 * How far a snapshot may go from the account's page. An account that shares its host with everybody must never pull in
 * the others: it is a folder where its address is one, and else the one page.
 */
function scopeOf(platform: PlatformId, url: string): NewChannel['scope'] {
  const { pathname, search } = new URL(url);
  // Where the platform's own folder knows, its word counts each time, and gets better with it.
  if (adapterOf(platform).seeds !== undefined) return undefined;
  if (platform === 'website' || (pathname === '/' && search === '')) return undefined;
  return pathname.endsWith('/') && search === '' ? 'prefix' : 'page';
}

/**
 * Recognises whose address it is and writes the channel into lastpost.yaml. Asks no server.
 * @throws KnownError `usage.bad-address`, `channel.no-account`, `channel.exists`, `workspace.*`
 */
export async function addChannel({ address, id, title, place }: AddChannelInput): Promise<AddedChannel> {
  const workspace = await requireWorkspace(place);
  const account = requireAccount(address);
  const { platform, handle, url } = account;
  refuseTwice(workspace, account);
  const scope = scopeOf(platform, url);
  const channel = {
    id: id ?? chooseId(workspace, account),
    platform,
    handle,
    url,
    ...(title === undefined ? {} : { title }),
    ...(scope === undefined ? {} : { scope }),
  };
  const { paths } = await addChannelToWorkspace(workspace.dir, channel);
  const { name, facts } = adapterOf(platform);
  return { channel, platformName: name, isSure: account.isSure, shows: account.shows, facts, file: paths.config };
}
