import { sha256 } from '../base/digest.ts';
import type { Post } from '../model/post.ts';
import type { GoneMark, PostSightings, SightingRun } from '../model/post-timeline.ts';
import { type PostVersion, versionOf } from '../model/post-version.ts';
import type { GonePostRow, SightingRow } from './sighting-tables.ts';

/** So much of a digest tells the versions of one post apart. */
const DIGEST_CHARACTERS = 'sha256:'.length + 24;

/** A version as the ledger keeps it: of a medium without bytes the digest of its address, which may be long. */
export function slimVersion(post: Post): PostVersion {
  const { isWhole, digest, media } = versionOf(post);
  const short = (key: string) => {
    return key.startsWith('sha256:') ? cut(key) : `url:${cut(sha256(key))}`;
  };
  return { isWhole, digest: cut(digest), media: media.map(short) };
}

function cut(digest: string): string {
  return digest.slice(0, DIGEST_CHARACTERS);
}

/** The place of a version among those that were seen of a post; a new one comes at the end. */
export function withVersion(
  versions: readonly PostVersion[],
  version: PostVersion,
): { readonly versions: readonly PostVersion[]; readonly at: number } {
  const wanted = JSON.stringify(version);
  const at = versions.findIndex((known) => JSON.stringify(known) === wanted);
  return at === -1 ? { versions: [...versions, version], at: versions.length } : { versions, at };
}

export function sightingsOf({ runs, versions }: Pick<SightingRow, 'runs' | 'versions'>): PostSightings {
  return { runs: runsOf(runs), versions: JSON.parse(versions) as PostVersion[] };
}

export function runsOf(json: string): readonly SightingRun[] {
  return JSON.parse(json) as SightingRun[];
}

export function goneRow(place: number, { lastSeenAt, lastSeenIn, goneAt, goneIn, because }: GoneMark): GonePostRow {
  return {
    place,
    last_seen_at: lastSeenAt,
    last_seen_in: lastSeenIn,
    gone_at: goneAt,
    gone_in: goneIn,
    because,
  };
}

export function goneMark(row: Omit<GonePostRow, 'place'>): GoneMark {
  return {
    lastSeenAt: row.last_seen_at,
    lastSeenIn: row.last_seen_in,
    goneAt: row.gone_at,
    goneIn: row.gone_in,
    because: row.because as GoneMark['because'],
  };
}
