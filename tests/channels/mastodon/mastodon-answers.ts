import { mastodonAdapter } from '../../../src/channels/mastodon/adapter.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { archivedText, readWith } from '../../support/archived-text.ts';

export const origin = 'https://social.example';
export const place = { platform: 'mastodon', handle: 'aurora@social.example', url: `${origin}/@aurora` } as const;
export const account = {
  id: '7',
  username: 'aurora',
  acct: 'aurora',
  display_name: 'Aurora',
  url: `${origin}/@aurora`,
};
export const mira = {
  id: '42',
  username: 'mira',
  acct: 'mira@elsewhere.example',
  url: 'https://elsewhere.example/@mira',
};

export const status = (more: object = {}) => ({
  id: '100',
  uri: `${origin}/users/aurora/statuses/100`,
  url: `${origin}/@aurora/100`,
  created_at: '2024-05-01T10:00:00.000Z',
  content: '<p>Hello</p>',
  visibility: 'public',
  account,
  ...more,
});

export function read(
  path: string,
  body: unknown,
  parts: Parameters<typeof archivedText>[2] = {},
): Promise<readonly Finding[]> {
  return readWith(
    mastodonAdapter,
    archivedText(origin + path, typeof body === 'string' ? body : JSON.stringify(body), parts),
    place,
  );
}

export const list = '/api/v1/accounts/7/statuses';

export function posts(findings: readonly Finding[]): readonly FoundPost[] {
  return findings.flatMap((finding) => (finding.kind === 'post' ? [finding.post] : []));
}

/** What becomes of one status in the account's list. */
export async function one(more: object): Promise<FoundPost | undefined> {
  return posts(await read(list, [status(more)]))[0];
}
