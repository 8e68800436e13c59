import type { ExportedDraft, ExportedLocale, ExportKit } from '../../drafts/export/export-kit.ts';
import type { PlannedPost } from '../../drafts/export/schedule-posts.ts';
import { schedulePosts } from '../../drafts/export/schedule-posts.ts';
import type { Scheduler } from '../../drafts/export/schedulers/scheduler.ts';
import { schedulers } from '../../drafts/export/schedulers/schedulers.ts';
import { writeSchedule } from '../../drafts/export/write-schedule.ts';
import type { DraftExportFormat, LeftOutOfExport } from '../../model/farewell/draft-export.ts';
import type { PublishingTool } from '../../model/farewell/exit-facts.ts';
import type { PlatformId } from '../../model/platform.ts';
import type { PlannedExport, PlannedExports } from './planned-exports.ts';

/** Where nothing is published without a picture or a film. */
const needsMedia: readonly PlatformId[] = ['instagram', 'pinterest', 'tiktok', 'youtube'];

/** The files for a scheduler, a folder of their own: `sprout/x-de.csv`, or `ayrshare/posts-de.csv`. */
export function planSchedule(
  tool: PublishingTool,
  locales: readonly ExportedLocale[],
  { facts, madeAt }: ExportKit,
): PlannedExports {
  const format: DraftExportFormat = `csv:${tool}`;
  const scheduler = schedulers[tool];
  const place = { timezone: facts.timezone, now: new Date(madeAt) };
  const files: PlannedExport[] = [];
  const leftOut: LeftOutOfExport[] = [];
  const posts: PlannedPost[] = [];
  for (const { locale, drafts } of locales) {
    const schedule = schedulePosts(drafts, scheduler, place);
    posts.push(...schedule.posts);
    for (const { exported, reason, message } of schedule.leftOut)
      leftOut.push({ format, draft: nameOf(exported), reason, message });
    for (const { channel, number, drafts: count, text } of writeSchedule(schedule.posts, scheduler)) {
      const part = number === 1 ? '' : `-${number}`;
      const name = `${tool}/${channel ?? 'posts'}-${locale}${part}.csv`;
      files.push({ format, locale, name, drafts: count, make: () => Promise.resolve(Buffer.from(text)) });
    }
  }
  return { files, leftOut, notes: posts.length === 0 ? [] : notesFor(scheduler, posts, facts.timezone) };
}

const nameOf = ({ draft }: ExportedDraft): string => `${draft.locale}/${draft.id}`;

/** What somebody has to know before they upload the files. */
function notesFor(scheduler: Scheduler, posts: readonly PlannedPost[], timezone: string): readonly string[] {
  const { name, clock, networks } = scheduler;
  const zone =
    clock.value === 'UTC'
      ? []
      : [`Times for ${name} are those of ${timezone}: see that it is set to that zone before you import them.`];
  return [
    ...zone,
    ...scheduler.notes.map((note) => `${name}: ${note}`),
    ...unknownNetworks(),
    ...pictures(),
    ...languages(),
  ];

  function unknownNetworks(): readonly string[] {
    const unknown = posts.filter(
      ({ exported: { network } }) => network === null || networks.value?.names[network] === undefined,
    );
    const places = placesOf(unknown);
    return places === ''
      ? []
      : [`Whether ${name} takes posts for ${places} from a file is not known: see its preview.`];
  }

  function pictures(): readonly string[] {
    const places = placesOf(posts.filter(({ exported }) => needsMedia.some((one) => one === exported.network)));
    return places === ''
      ? []
      : [`${places} publishes nothing without a picture or a film: add its address in the file for ${name}.`];
  }

  function languages(): readonly string[] {
    const channels = [...new Set(posts.map(({ channel }) => channel))];
    const several = channels.filter((channel) => {
      return (
        new Set(posts.filter((post) => post.channel === channel).map(({ exported }) => exported.draft.locale)).size > 1
      );
    });
    if (several.length === 0) return [];
    return [
      `${several.join(', ')}: there are posts in several languages for the same moments. Import the language that the account speaks, or move one of them.`,
    ];
  }
}

function placesOf(posts: readonly PlannedPost[]): string {
  return [...new Set(posts.map(({ exported, channel }) => exported.place ?? channel))].join(', ');
}
