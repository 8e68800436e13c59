import { readFileSync } from 'node:fs';
import { demoFolder } from '../http/asset-folder.ts';

export interface FeedReply {
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

export interface FeedPost {
  readonly id: string;
  /** UTC ISO 8601, to the second. */
  readonly date: string;
  readonly language: 'de' | 'en';
  readonly text: string;
  /** File name below /media/, without ending. */
  readonly image?: string;
  readonly imageAlt?: string;
  readonly likes: number;
  readonly replies: readonly FeedReply[];
}

export const PROFILE = '/brandt';
export const FEED_API = '/api/feed';
export const FEED_PAGE_SIZE = 10;

export function postPath(post: FeedPost): string {
  return `${PROFILE}/posts/${post.id}`;
}

export function mediaPath(image: string): string {
  return `/media/${image}.jpg`;
}

/** Every post of the account, newest first. */
export function loadFeedPosts(): readonly FeedPost[] {
  const text = readFileSync(new URL('posts.json', demoFolder('social/')), 'utf8');
  const file = JSON.parse(text) as { alts: Record<string, string>; posts: readonly FeedPost[] };
  return file.posts.map((post) => {
    const imageAlt = post.image === undefined ? undefined : file.alts[post.image];
    return imageAlt === undefined ? post : { ...post, imageAlt };
  });
}
