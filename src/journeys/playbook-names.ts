import { adapterOf, adapters } from '../channels/registry.ts';
import { overrideFacts } from '../model/override-facts.ts';
import type { JsonObject } from '../model/playbook/json.ts';
import { platformFacts } from '../model/playbook/platform-facts.ts';
import type { Channel } from '../workspace/config.ts';

/**
 * What playbooks find below `facts.`: every platform's facts, with what lastpost.yaml says in their place. Of several channels
 * on one platform the one that is meant comes first, then the first that says something.
 * @param meant ids of channels that a run is about
 */
export function knownFacts(channels: readonly Channel[], now: Date, meant: readonly unknown[] = []): JsonObject {
  const today = now.toISOString().slice(0, 10);
  const entries = adapters.map(({ id, name, facts }) => {
    const there = channels.filter(({ platform }) => platform === id);
    const channel = there.find((one) => meant.includes(one.id)) ?? there.find((one) => one.facts !== undefined);
    return [id, platformFacts(name, overrideFacts(facts, channel?.facts, today))] as const;
  });
  return Object.fromEntries(entries);
}

/** What playbooks find below `channels.`, by id. */
export function knownChannels(channels: readonly Channel[]): JsonObject {
  const entries = channels.map(({ id, platform, handle, url, title }) => {
    const { name } = adapterOf(platform);
    return [id, { platform, name, handle: handle ?? id, url, title: title ?? null }] as const;
  });
  return Object.fromEntries(entries);
}
