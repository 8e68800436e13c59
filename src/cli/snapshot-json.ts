import type { Snapshot } from '../model/snapshot.ts';

/** The promised shape of a snapshot in `--json`; written out, so that renaming a field inside breaks nobody's script. */
export function snapshotJson(snapshot: Snapshot): object {
  return {
    id: snapshot.id,
    channel: snapshot.channel,
    url: snapshot.url,
    file: snapshot.file,
    state: snapshot.state,
    pages: snapshot.pages,
    gaps: snapshot.gaps,
    bytes: snapshot.bytes,
    sha256: snapshot.sha256,
    signed: snapshot.signed,
    started_at: snapshot.startedAt,
    finished_at: snapshot.finishedAt,
  };
}
