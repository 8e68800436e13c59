import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { systemErrorCode } from '../../base/known-error.ts';
import { type CalendarMemory, rememberEvents } from '../../drafts/export/calendar-memory.ts';
import type { ExportedDraft, ExportKit } from '../../drafts/export/export-kit.ts';
import { calendarEvents, exitName, writeIcs } from '../../drafts/export/write-ics.ts';
import type { FactLanguage } from '../../model/platform.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { nameOfPerson } from './exported-drafts.ts';

/** `.lastpost/drafts/calendar.json` */
interface CalendarFile {
  /** What the UIDs of this exit have in common. */
  readonly exit: string;
  readonly events: CalendarMemory;
}

export interface ExitCalendar {
  readonly text: string;
  /** Keeps what is in it, so that the next one knows what has changed. Call it once the calendar is written. */
  remember(): Promise<void>;
}

/**
 * The calendar of an exit as it is now, with what has gone since the last one as cancelled.
 * @param isWhole whether these are all drafts; of some of them nothing is taken for gone
 */
export async function exitCalendar(
  drafts: readonly ExportedDraft[],
  kit: ExportKit,
  { paths, config }: Workspace,
  language: FactLanguage,
  isWhole: boolean,
): Promise<ExitCalendar> {
  const before = await readCalendar(paths.draftCalendar);
  const exit = before?.exit ?? exitName(kit);
  const wanted = calendarEvents(drafts, kit, language, (id) => nameOfPerson(config, id));
  const { events, memory } = rememberEvents(before?.events ?? [], wanted, new Date(kit.madeAt), isWhole);
  return {
    text: writeIcs(events, exit, kit, language),
    remember: async () => {
      await mkdir(dirname(paths.draftCalendar), { recursive: true });
      const file: CalendarFile = { exit, events: memory };
      await writeFileAtomic(paths.draftCalendar, `${JSON.stringify(file, null, 1)}\n`);
    },
  };
}

/** One that cannot be read is forgotten: the numbers of the events grow with the clock, so that none falls back. */
async function readCalendar(path: string): Promise<CalendarFile | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as CalendarFile;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
