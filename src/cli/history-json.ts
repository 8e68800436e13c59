import type { ChannelHistory, HistoryChange, HistoryStep } from '../model/channel-history.ts';

/** A history as scripts get it. The shape is told in docs/history.md. */
export function historyJson(history: ChannelHistory, files: { readonly html?: string; readonly svg?: string }): object {
  const { channel, title, step, bars, totals, snapshots, changes } = history;
  return {
    channel,
    title,
    by: step satisfies HistoryStep,
    totals,
    snapshots: {
      count: snapshots.count,
      first_at: snapshots.firstAt,
      last_at: snapshots.lastAt,
      unread: snapshots.unread,
    },
    bars,
    changes: changes.map(changeJson),
    html: files.html ?? null,
    svg: files.svg ?? null,
  };
}

const KINDS = { edited: 'edited', gone: 'deleted', back: 'back' } as const;

function changeJson({ post, change }: HistoryChange): object {
  const { id, url, kind, published, says } = post;
  const since = change.kind === 'gone' ? change.mark.lastSeenAt : change.sinceAt;
  return {
    change: KINDS[change.kind],
    at: change.at,
    snapshot: change.snapshot,
    since,
    because: change.kind === 'gone' ? change.mark.because : null,
    post: { id, url, kind, published, says },
  };
}
