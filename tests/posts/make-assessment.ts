import type { CompletenessReport } from '../../src/model/completeness.ts';
import type { Claim, Finding, Profile } from '../../src/model/finding.ts';
import type { Gap, GapReason } from '../../src/model/gap.ts';
import type { PlatformId } from '../../src/model/platform.ts';
import {
  type ArchivePlace,
  type FoundPost,
  makeMedia,
  makePost,
  type Post,
  type PostKind,
} from '../../src/model/post.ts';
import { assessCompleteness } from '../../src/posts/assess-completeness.ts';
import { FindingsBook } from '../../src/posts/findings-book.ts';
import { PostTally } from '../../src/posts/post-tally.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export const account = 'https://social.example/@aurora';

/** A record that was made so many minutes after nine. */
export function recordAt(minute: number, url = account): ArchivePlace {
  return {
    url,
    record: `urn:uuid:00000000-0000-4000-8000-${String(minute).padStart(12, '0')}`,
    file: 'archive/data.warc.gz',
    offsetBytes: minute,
    lengthBytes: 1,
    at: new Date(Date.UTC(2026, 10, 25, 9, minute)).toISOString(),
  };
}

export function postFinding(id: string, parts: Partial<FoundPost> = {}): Finding {
  const post = makePost({ platform: 'mastodon', id, url: `${account}/${id}`, kind: 'post', source: 'api', ...parts });
  return { kind: 'post', post };
}

/** So many plain posts, 1 and on. */
export function somePosts(count: number, parts: Partial<FoundPost> = {}): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => postFinding(String(index + 1), parts));
}

export function claim(count: number, parts: Partial<Claim> = {}): Finding {
  return { kind: 'claim', claim: { name: 'statuses_count', count, kinds: ['post'], reach: 'exact', ...parts } };
}

export function listed(
  id: string | null,
  parts: { url?: string | null; list?: string; kind?: PostKind } = {},
): Finding {
  const { url = id === null ? null : `${account}/${id}`, list = 'statuses', kind } = parts;
  return { kind: 'listed', listed: { id, url, published: null, list, ...(kind === undefined ? {} : { kind }) } };
}

export const endOf = (list = 'statuses'): Finding => ({ kind: 'end-of-list', list });

export function profile(state: Profile['state']): Finding {
  const nothing = { id: null, handle: null, name: null, bio: null, url: null, avatarUrl: null };
  return { kind: 'profile', profile: { ...nothing, followers: null, following: null, since: null, state } };
}

export function gap(reason: GapReason, url = `${account}/about`, count?: number): Gap {
  const told = { message: `${url}: ${reason}.`, hint: `What to do about ${reason}.`, at: recordAt(0).at };
  return { reason, url, ...told, ...(count === undefined ? {} : { count }) };
}

export function picture(url: string, isHad = true) {
  return makeMedia({ url, kind: 'image', archive: isHad ? recordAt(1, url) : null });
}

export interface Assessed {
  readonly gaps?: readonly Gap[];
  readonly platform?: PlatformId;
  readonly notes?: readonly string[];
}

/** Enters the findings one minute after the other and assesses them. */
export async function assess(findings: readonly Finding[], more: Assessed = {}): Promise<CompletenessReport> {
  const { gaps = [], platform = 'mastodon', notes = [] } = more;
  const book = await FindingsBook.open(await temporaryFolder());
  try {
    for (const [minute, finding] of findings.entries()) await book.enter(finding, recordAt(minute));
    const whyMissing = (url: string): string => `${url} answered 404.`;
    const tally = new PostTally(whyMissing);
    for await (const { post, archive } of book.posts())
      tally.add({ ...post, channel: 'social', archive } satisfies Post);
    const now = new Date('2026-11-25T10:00:00.000Z');
    return assessCompleteness({ platform, channel: 'social', url: account, book, tally, gaps, notes, whyMissing, now });
  } finally {
    await book.close();
  }
}
