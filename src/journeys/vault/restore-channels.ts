import { readWaczSummary, type WaczSummary } from '../../archive/wacz-read.ts';
import { recogniseUrl } from '../../channels/registry.ts';
import type { ChannelScope } from '../../model/channel.ts';
import { crawlDefaults } from '../../model/crawl-defaults.ts';
import type { ScopeReport } from '../../model/snapshot.ts';
import type { ChainEntry } from '../../model/vault-chain.ts';
import { addChannelsToWorkspace, type NewChannel } from '../../workspace/add-channel.ts';
import { placeOfChannel } from '../plan-place.ts';
import { localWacz } from './local-wacz.ts';
import type { VaultOffice } from './office.ts';

export interface RestoredChannels {
  /** Ids of those that were written into lastpost.yaml. */
  readonly channelsAdded: readonly string[];
  /** Those that it does not name: it was somebody's own already, or nothing says where the channel was. */
  readonly channelsUnnamed: readonly { readonly id: string; readonly url: string | null }[];
}

/**
 * No vault has a lastpost.yaml, so one that names no channel at all gets those of the vault, as they were when their last
 * snapshots were taken. Into one that names some nothing is written: who left the others out may have meant it.
 * @param entries of what is still in the vault
 */
export async function restoreChannels(
  { workspace, ledger }: VaultOffice,
  entries: readonly ChainEntry[],
): Promise<RestoredChannels> {
  const { channels } = workspace.config;
  const latest = latestOf(entries.filter(({ channel }) => channels.every(({ id }) => id !== channel)));
  const found: NewChannel[] = [];
  const unnamed: { id: string; url: string | null }[] = [];
  for (const { channel, id, url } of latest) {
    const snapshot = channels.length === 0 && url !== null ? await ledger.snapshots.find(id) : undefined;
    if (snapshot === undefined || url === null) unnamed.push({ id: channel, url });
    else
      found.push(asChannel(channel, url, await readWaczSummary(await localWacz(workspace, snapshot), { maxPages: 0 })));
  }
  if (found.length > 0) await addChannelsToWorkspace(workspace.dir, found);
  return { channelsAdded: found.map(({ id }) => id), channelsUnnamed: unnamed };
}

/** The last snapshot of each channel, or its last export where it has none; in the order of their ids. */
function latestOf(entries: readonly ChainEntry[]): ChainEntry[] {
  const latest = new Map<string, ChainEntry>();
  const isLater = (one: ChainEntry, other: ChainEntry) =>
    one.kind === other.kind ? one.seq > other.seq : one.kind === 'snapshot';
  for (const entry of entries) {
    const present = latest.get(entry.channel);
    if (present === undefined || isLater(entry, present)) latest.set(entry.channel, entry);
  }
  return [...latest.values()].sort((a, b) => (a.channel < b.channel ? -1 : 1));
}

function asChannel(id: string, url: string, { completeness, crawl }: WaczSummary): NewChannel {
  const byForm = recogniseUrl(new URL(url));
  const platform = completeness?.platform ?? (byForm?.isSure ? byForm.platform : 'website');
  const { place, scope: usual } = placeOfChannel(url, { platform });
  const { handle } = place;
  return { id, platform, ...(handle === undefined ? {} : { handle }), url, ...reachOf(crawl?.scope, usual) };
}

/** How far its crawl went, as far as that was the workspace's word and is not what the platform has anyway. */
function reachOf(scope: ScopeReport | undefined, usual: ChannelScope | undefined): Partial<NewChannel> {
  if (scope === undefined) return {};
  const isUsual = scope.kind === (usual?.kind ?? crawlDefaults.scope.kind);
  // Whoever says a scope means that, and not what the platform takes in and leaves out besides.
  const beyond = (rules: readonly string[], ofPlatform: readonly RegExp[] = []) => {
    const known = isUsual ? ofPlatform.map(({ source }) => source) : [];
    return rules.filter((rule) => !known.includes(rule));
  };
  const include = beyond(scope.include, usual?.include);
  const exclude = beyond(scope.exclude, usual?.exclude);
  return {
    ...(isUsual ? {} : { scope: scope.kind }),
    ...(include.length === 0 ? {} : { include }),
    ...(exclude.length === 0 ? {} : { exclude }),
  };
}
