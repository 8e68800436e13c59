import { KnownError } from '../base/known-error.ts';
import { type Discovered, discoverAccounts, type NotRead } from '../channels/discovery/discover-accounts.ts';
import type { FoundAccount } from '../channels/discovery/weigh-accounts.ts';
import { adapterOf } from '../channels/registry.ts';
import { PlainSite } from '../crawl/seeds/plain-site.ts';
import { crawlDefaults } from '../model/crawl-defaults.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import { addChannelToWorkspace } from '../workspace/add-channel.ts';
import {
  openNearestWorkspace,
  requireWorkspace,
  type Workspace,
  type WorkspacePlace,
} from '../workspace/open-workspace.ts';
import { channelOf, chooseChannelId, newChannel } from './new-channel.ts';
import { isLoopback, webAddress } from './plan-snapshot.ts';
import { identifyPlace } from './read-channel.ts';

export interface DiscoverInput {
  /** An address of the brand's own site. */
  readonly address: string;
  /** Write the accounts that are sure into lastpost.yaml. */
  readonly add: boolean;
  readonly maxPages: number | undefined;
  readonly publicOnly: boolean;
  readonly robots: 'obey' | 'ignore' | undefined;
  readonly delayMs: number | undefined;
}

export interface DiscoveredAccount extends FoundAccount {
  readonly platformName: string;
  /** The channel of lastpost.yaml that is this account; null when none is, or there is no workspace. */
  readonly channel: string | null;
  /** True when it was written there just now. */
  readonly isAdded: boolean;
}

export interface DiscoveredChannels extends Omit<Discovered, 'accounts'> {
  readonly accounts: readonly DiscoveredAccount[];
  /** False without a workspace: nothing could be compared. */
  readonly hasWorkspace: boolean;
}

const MAX_PAGES = 15;

/**
 * Reads pages of a brand's own site and finds its accounts. Works without a workspace; with one it says which accounts are
 * channels already, and may add the others.
 * @throws KnownError `usage.bad-address`, `discover.*`, `workspace.*`
 */
export async function discoverChannels(
  input: DiscoverInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<DiscoveredChannels> {
  const url = webAddress(input.address);
  const workspace = input.add ? await requireWorkspace(place) : await openNearestWorkspace(place);
  const found = await lookRound(url, input, workspace, context);
  const channels = await enter(found.accounts, workspace, input.add);
  const { title, movedFrom, feeds, pages, isBare, url: front } = found;
  const accounts = found.accounts.map((account, at) => ({
    ...account,
    platformName: adapterOf(account.platform).name,
    channel: channels[at]?.id ?? null,
    isAdded: channels[at]?.isAdded ?? false,
  }));
  return { url: front, title, movedFrom, accounts, feeds, pages, isBare, hasWorkspace: workspace !== undefined };
}

async function lookRound(
  url: string,
  input: DiscoverInput,
  workspace: Workspace | undefined,
  { signal, clock, onProgress }: JourneyContext,
): Promise<Discovered> {
  const settings = workspace?.config.archive;
  const site = new PlainSite({
    signal,
    clock,
    robots: input.robots ?? settings?.robots ?? 'obey',
    delayMs: input.delayMs ?? settings?.delayMs ?? (isLoopback(url) ? 0 : crawlDefaults.politeness.delayMs),
    publicOnly: input.publicOnly || settings?.publicOnly === true,
  });
  try {
    const found = await discoverAccounts(url, site, {
      maxPages: input.maxPages ?? MAX_PAGES,
      identify: identifyPlace,
      onPage: (current, pagesDone) => onProgress({ phase: 'look', pagesDone, current }),
    });
    if ('front' in found) throw notRead(found);
    return found;
  } finally {
    site.close();
  }
}

const hints: Readonly<Record<string, string>> = {
  'no-such-host': 'Check the spelling of the address, and that this machine is online.',
  'not-public':
    'Only public addresses were allowed; without --public-only this machine and its network can be read too.',
  robots: 'robots.txt forbids it. For a site of your own use --robots ignore.',
  'limit-body': 'Give the address of another page of the site, such as the one with the imprint.',
  'content-unavailable': 'Open the address in a browser and check its spelling.',
  'not-html': 'Give the address of a web page of the brand, such as its front page.',
};

function notRead({ front, message }: NotRead): KnownError {
  const isAnswer = front.status >= 200 && front.status < 300;
  const byStatus = front.status === 404 || front.status === 410 ? 'content-unavailable' : 'bad-answer';
  const reason = front.problem?.reason ?? (isAnswer ? 'not-html' : byStatus);
  const usual =
    'Open the address in a browser; if it is there, add the accounts one by one with: lastpost channel add URL';
  return new KnownError(`discover.${reason}`, message, { hint: hints[reason] ?? usual });
}

/** @returns for each account the channel that it is, and whether it became one now */
async function enter(
  accounts: readonly FoundAccount[],
  opened: Workspace | undefined,
  add: boolean,
): Promise<readonly ({ readonly id: string; readonly isAdded: boolean } | undefined)[]> {
  let workspace = opened;
  const channels: ({ id: string; isAdded: boolean } | undefined)[] = [];
  for (const account of accounts) {
    const present = workspace === undefined ? undefined : channelOf(workspace.config, account);
    if (present !== undefined) channels.push({ id: present, isAdded: false });
    else if (workspace === undefined || !add || account.certainty !== 'sure') channels.push(undefined);
    else {
      const id = freeId(workspace, account);
      workspace = await addChannelToWorkspace(workspace.dir, newChannel(id, account));
      channels.push({ id, isAdded: true });
    }
  }
  return channels;
}

/** A person is not there to choose another one. */
function freeId({ config }: Workspace, account: FoundAccount): string {
  const first = chooseChannelId(config, account);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? first : `${first.slice(0, 60)}-${count}`;
    if (config.channels.every((channel) => channel.id !== id)) return id;
  }
}
