import { dirname } from 'node:path';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { isoTime } from '../base/clock.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { ChannelHistory } from '../model/channel-history.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import { historyPage } from '../replay/history/history-page.ts';
import { historyPicture } from '../replay/history/history-picture.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { channelHistory, type HistoryInput } from './channel-history.ts';

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
  for (const file of [html, svg]) if (file !== undefined) await requireFolder(file);
  const history = await channelHistory(input, place, context);
  const madeAt = isoTime(context.clock.now());
  if (html !== undefined) await write(html, historyPage(history, language, madeAt));
  if (svg !== undefined) await write(svg, historyPicture(history, language));
  return history;
}

async function requireFolder(file: string): Promise<void> {
  if (await pathExists(dirname(file))) return;
  throw new KnownError('history.cannot-write', `The folder ${dirname(file)} does not exist.`, {
    hint: 'Make it first, or choose another place.',
  });
}

async function write(file: string, content: string): Promise<void> {
  await writeFileAtomic(file, content).catch((error: unknown) => {
    throw explainWriting(file, error);
  });
}

function explainWriting(file: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new KnownError('history.cannot-write', `${file} cannot be written (${code}).`, {
    hint: 'See to the folder, the rights and the room there, or choose another place.',
    cause,
  });
}
