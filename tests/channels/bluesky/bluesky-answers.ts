import { blueskyAdapter } from '../../../src/channels/bluesky/adapter.ts';
import type { ChannelPlace } from '../../../src/model/channel.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { DID, HANDLE } from '../../fixtures/sites/bluesky/records.ts';
import { archivedText, readWith } from '../../support/archived-text.ts';

export const pds = 'https://pds.example';
export const page = `https://bsky.app/profile/${HANDLE}`;
export const place: ChannelPlace = { platform: 'bluesky', handle: HANDLE, url: page };
export const own = { did: DID, handle: HANDLE, displayName: 'Aurora' };
export const mira = { did: 'did:plc:mira222222222222222222222', handle: 'mira.example' };

export function uri(key: string, did = DID): string {
  return `at://${did}/app.bsky.feed.post/${key}`;
}

/** What is read out of one answer of an interface; an object stands for its JSON. */
export function read(
  method: string,
  body: unknown,
  { query = '', status = 200, from = place }: { query?: string; status?: number; from?: ChannelPlace } = {},
): Promise<readonly Finding[]> {
  const bytes = body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body);
  return readWith(blueskyAdapter, archivedText(`${pds}/xrpc/${method}?${query}`, bytes, { status }), from);
}

export function posts(findings: readonly Finding[]): readonly FoundPost[] {
  return findings.flatMap((finding) => (finding.kind === 'post' ? [finding.post] : []));
}

/** A post as the app view shows it. */
export function view(key: string, record: object = {}, more: object = {}) {
  return {
    uri: uri(key),
    author: own,
    record: { $type: 'app.bsky.feed.post', text: 'Hello', createdAt: '2024-05-01T10:00:00.000Z', ...record },
    likeCount: 3,
    ...more,
  };
}
