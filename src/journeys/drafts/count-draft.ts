import { limitOf } from '../../drafts/plan/plan-drafts.ts';
import { postsOf } from '../../drafts/templates/parse-template.ts';
import type { LimitedText } from '../../model/channel.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { Counted, DraftChannel } from '../../model/farewell/draft-channel.ts';
import { kindSpecs } from '../../model/farewell/draft-kinds.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { exitDraft } from '../../workspace/require-exit.ts';
import { draftChannels } from './draft-channels.ts';
import { serverLimits } from './server-limits.ts';

/** How long a part of a draft is. */
export interface CountedPart extends Counted {
  /** `text`, `post 2`, or the name of a field. */
  readonly part: string;
}

/** Every place that a kept draft may stand on, whatever the exit says of it now. */
export async function keptChannels({ config, paths }: Workspace, now: Date): Promise<readonly DraftChannel[]> {
  const { tools = [] } = exitDraft(config).facts;
  return draftChannels(config, { also: ['sms', 'google-business'], tools }, now, await serverLimits({ paths }));
}

/** How long a draft is where it will stand; [] where nothing limits it. */
export function countDraft(
  { kind, channel, text, fields }: Draft,
  channels: readonly DraftChannel[],
): readonly CountedPart[] {
  const place = channels.find(({ id }) => id === (channel ?? kind));
  if (place === undefined) return [];
  const counted = (part: string, what: LimitedText, said: string): readonly CountedPart[] =>
    place.measure(what, said).map((one) => ({ part, ...one }));
  const found = channel === null ? null : limitOf(kind, place);
  const limited = found !== null && 'limited' in found ? found.limited : null;
  const posts = limited === null || kindSpecs[kind].place === 'once' ? [] : postsOf(text);
  return [
    ...posts.flatMap((post, at) => counted(posts.length === 1 ? 'text' : `post ${at + 1}`, limited ?? 'post', post)),
    ...Object.entries(fields).flatMap(([field, value]) => counted(field, field as LimitedText, value)),
  ];
}
