import { messageLimits } from '../../channels/message-limits.ts';
import { adapterOf } from '../../channels/registry.ts';
import type { LimitSettings } from '../../drafts/counting/limits-in-force.ts';
import type { ChannelFacts } from '../../model/channel.ts';
import type { DraftChannel } from '../../model/farewell/draft-channel.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { overrideFacts } from '../../model/override-facts.ts';
import type { PlatformId } from '../../model/platform.ts';
import { namesWithAt } from '../../model/platform-names.ts';
import type { Channel, WorkspaceConfig } from '../../workspace/config.ts';
import { listedChannel } from '../list-channels.ts';
import { measureLimits } from './measure-limits.ts';
import type { ServerLimits } from './server-limits.ts';

/** Where people tell a text in several posts. */
const threading: readonly PlatformId[] = ['x', 'bluesky', 'mastodon', 'threads'];

/** Where an account has no inbox. */
const silent: readonly PlatformId[] = ['website', 'wordpress', 'ghost', 'medium', 'substack', 'youtube', 'google-plus'];

/**
 * Every channel of lastpost.yaml, the other places that are told, and the newsletter: what drafts have to know of each.
 * @param asked what servers said of themselves; it comes before what is known of their platform, and behind lastpost.yaml
 */
export function draftChannels(
  { channels }: Pick<WorkspaceConfig, 'channels'>,
  { also, tools }: Pick<ExitFacts, 'also' | 'tools'>,
  now: Date,
  asked: ServerLimits = {},
): readonly DraftChannel[] {
  const own = channels.map((channel) => draftChannel(channel, tools, now, asked[channel.id] ?? []));
  const others = also.filter((id) => !channels.some((channel) => channel.id === id));
  return [
    ...own,
    ...others.map((id) => place(id, id === 'sms' ? 'SMS' : 'Google', id, tools)),
    ...(channels.some(({ id }) => id === 'newsletter') ? [] : [place('newsletter', 'Newsletter', 'newsletter', [])]),
  ];
}

function place(
  id: string,
  platform: string,
  kind: keyof typeof messageLimits,
  tools: ExitFacts['tools'],
): DraftChannel {
  const measure = measureLimits(
    messageLimits[kind],
    kind === 'google-business' ? throughTools(kind, tools) : undefined,
  );
  return { id, platform, handle: null, name: null, threads: false, messages: false, measure };
}

function draftChannel(
  channel: Channel,
  tools: ExitFacts['tools'],
  now: Date,
  asked: ServerLimits[string],
): DraftChannel {
  const { id, platform, title } = channel;
  const adapter = adapterOf(platform);
  const facts = overrideFacts(withAnswers(adapter.facts, asked), channel.facts, now.toISOString().slice(0, 10));
  const { handle } = listedChannel(channel);
  return {
    id,
    platform: adapter.name,
    handle: namesWithAt.includes(platform) ? `@${handle.replace(/^@/, '')}` : null,
    name: title ?? null,
    threads: threading.includes(platform),
    messages: !silent.includes(platform),
    measure: measureLimits(facts.limits, throughTools(platform, tools)),
  };
}

function withAnswers(facts: ChannelFacts, asked: ServerLimits[string]): ChannelFacts {
  const said = new Set(asked.map(({ value }) => value.what));
  const others = facts.limits.filter(({ value }) => value === undefined || !said.has(value.what));
  return asked.length === 0 ? facts : { ...facts, limits: [...asked, ...others] };
}

/** Nobody knows yet through which of its tools a brand will post a text: it has to fit through each. */
function throughTools(
  platform: PlatformId | 'google-business',
  tools: ExitFacts['tools'],
): readonly [LimitSettings, ...LimitSettings[]] {
  return [{}, ...tools.map((name) => ({ tool: { name, platform } }))];
}
