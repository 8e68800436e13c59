import type { ChannelStatus } from '../journeys/channel-status.ts';
import type { CompletenessReport } from '../model/completeness.ts';
import { listedChannelJson } from './channel-json.ts';
import { ageInDays } from './status-text.ts';

/** The first seven fields are the promise; verdict and numbers are null where nothing was assessed. */
function numbersJson(report: CompletenessReport | null): object {
  return {
    verdict: report?.verdict ?? null,
    expected: report?.expected ?? null,
    have: report?.have ?? null,
    missing: report?.missing ?? null,
    gaps: (report?.gaps ?? []).map(({ reason, count, hint }) => ({ reason, count, hint })),
    because: report?.because ?? null,
    posts: report?.posts ?? null,
    by_kind: report?.byKind ?? null,
    comments: report?.comments ?? null,
    media:
      report === null
        ? null
        : { known: report.media.known, had: report.media.had, missing: report.media.missing.length },
    missing_named: report?.missingPosts.length ?? null,
    unreadable: report?.unreadable.length ?? null,
    assessed_at: report?.assessedAt ?? null,
  };
}

/** A channel with its newest assessment, as scripts get it. */
export function statusJson(
  { channel, report, snapshot, isPresent, newer, officialExport, gonePosts }: ChannelStatus,
  now: Date,
): object {
  const { id, platform } = channel;
  return {
    id,
    platform,
    ...numbersJson(report),
    ...listedChannelJson(channel),
    gone_posts: gonePosts,
    snapshot:
      snapshot === null
        ? null
        : {
            id: snapshot.id,
            file: snapshot.file,
            present: isPresent,
            started_at: snapshot.startedAt,
            age_days: ageInDays(snapshot.startedAt, now),
          },
    newer_snapshot: newer?.id ?? null,
    official_export:
      officialExport === null
        ? null
        : { id: officialExport.id, posts: officialExport.posts, made_at: officialExport.madeAt },
  };
}
