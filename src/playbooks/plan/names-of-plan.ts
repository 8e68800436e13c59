import type { JsonObject, JsonValue } from '../../model/playbook/json.ts';
import { platformsNamed } from '../../model/playbook/platform-facts.ts';
import type { Playbook } from '../../model/playbook/playbook.ts';
import type { ResolvedPlaybook } from '../resolve-uses.ts';

/**
 * The channels that inputs name, by id. Outside of a workspace a channel is nothing but what it is called, and one that is
 * called like a platform is taken to be there.
 * @param known of the workspace, by id; null when nobody knows
 * @param platforms ids of all platforms
 */
export function channelsNamedIn(
  { inputs: asked }: Playbook,
  inputs: JsonObject,
  known: JsonObject | null,
  platforms: readonly string[],
): JsonObject {
  const ids = Object.entries(asked).flatMap(([name, { type }]) => (type === 'channel' ? [inputs[name]] : []));
  const entries = ids.flatMap((id): readonly (readonly [string, JsonValue])[] => {
    if (typeof id !== 'string') return [];
    const platform = platforms.find((one) => one === id) ?? null;
    return [[id, known?.[id] ?? { platform, name: id, handle: id, url: null, title: null }]];
  });
  return Object.fromEntries(entries);
}

/**
 * What is known of the platforms that a playbook and those it uses name. Where one is named by an input, it is that of a channel
 * of the run; without any channel it could be each.
 */
export function factsNamedIn(resolved: ResolvedPlaybook, channels: JsonObject, facts: JsonObject): JsonObject {
  const spelt = all(resolved).flatMap(({ playbook }) => platformsNamed(JSON.stringify(playbook)));
  const isOpen = spelt.includes('*');
  const ofChannels = isOpen ? Object.values(channels).map((channel) => (channel as JsonObject).platform) : [];
  const wanted = isOpen && ofChannels.length === 0 ? Object.keys(facts) : [...spelt, ...ofChannels];
  return Object.fromEntries(Object.entries(facts).filter(([platform]) => wanted.includes(platform)));
}

function all(resolved: ResolvedPlaybook): readonly ResolvedPlaybook[] {
  return [resolved, ...[...resolved.uses.values()].flatMap(all)];
}
