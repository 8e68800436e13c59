import { relative, sep } from 'node:path';
import type { ExportedDraft, ExportedLocale, Network } from '../../drafts/export/export-kit.ts';
import type { DraftChannel } from '../../model/farewell/draft-channel.ts';
import { farewellLocales } from '../../model/farewell/locale.ts';
import type { WorkspaceConfig } from '../../workspace/config.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { countDraft, keptChannels } from './count-draft.ts';
import type { KeptDraft } from './kept-drafts.ts';

/** Drafts with all that an export says of them: where they go out, how long they are, who approved them. */
export async function exportedDrafts(
  kept: readonly KeptDraft[],
  workspace: Workspace,
  now: Date,
): Promise<readonly ExportedDraft[]> {
  const { config, dir } = workspace;
  const channels = await keptChannels(workspace, now);
  return kept.map(({ draft, file, state, approval }) => ({
    draft,
    file: relative(dir, file).split(sep).join('/'),
    state,
    approval: approval && { name: nameOfPerson(config, approval.by), at: approval.at },
    platform: channels.find(({ id }) => id === draft.channel)?.platform ?? null,
    place: placeOf(draft.channel, channels),
    network: networkOf(draft.channel, config),
    counts: countDraft(draft, channels),
  }));
}

/** The name of somebody of lastpost.yaml; who is not there any more is called by their id. */
export function nameOfPerson({ people }: Pick<WorkspaceConfig, 'people'>, id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}

/** A platform by its name, with the id of the channel where there are several of it; a channel that is gone by its id. */
function placeOf(channel: string | null, channels: readonly DraftChannel[]): string | null {
  const platform = channels.find(({ id }) => id === channel)?.platform;
  if (platform === undefined) return channel;
  return channels.filter((one) => one.platform === platform).length > 1 ? `${platform} (${channel})` : platform;
}

function networkOf(channel: string | null, { channels }: Pick<WorkspaceConfig, 'channels'>): Network | null {
  const own = channels.find(({ id }) => id === channel);
  if (own !== undefined) return own.platform;
  return channel === 'sms' || channel === 'google-business' ? channel : null;
}

/** By language, in the order of `farewellLocales`; those without a draft are not there. */
export function byLocale(drafts: readonly ExportedDraft[]): readonly ExportedLocale[] {
  return farewellLocales
    .map((locale) => ({ locale, drafts: drafts.filter(({ draft }) => draft.locale === locale) }))
    .filter((one) => one.drafts.length > 0);
}
