import { writeFileAtomic } from '../base/atomic-write.ts';
import { isoTime } from '../base/clock.ts';
import type { ChannelHistory } from '../model/channel-history.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import { historyPage } from '../replay/history/history-page.ts';
import { historyPicture } from '../replay/history/history-picture.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { cannotWrite, requireFolderOf } from './cannot-write.ts';
import { channelHistory, type HistoryInput } from './channel-history.ts';

const CODE = 'history.cannot-write';

/** Absolute paths. */
export interface HistoryFiles {
  readonly html?: string;
  readonly svg?: string;
}

/**
 * Tells the history of a channel, and writes the page and the picture that are asked for; each appears whole or not at all.
 * @throws KnownError `history.cannot-write`, and those of `channelHistory`
 */
export async function reportHistory(
  input: HistoryInput,
  { html, svg }: HistoryFiles,
  language: 'de' | 'en',
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<ChannelHistory> {
  if (html !== undefined) await requireFolderOf(html, CODE, '--html');
  if (svg !== undefined) await requireFolderOf(svg, CODE, '--svg');
  const history = await channelHistory(input, place, context);
  const madeAt = isoTime(context.clock.now());
  if (html !== undefined) await write(html, historyPage(history, language, madeAt), '--html');
  if (svg !== undefined) await write(svg, historyPicture(history, language), '--svg');
  return history;
}

async function write(file: string, content: string, option: string): Promise<void> {
  await writeFileAtomic(file, content).catch((error: unknown) => {
    throw cannotWrite(CODE, file, error, `place with ${option}`);
  });
}
