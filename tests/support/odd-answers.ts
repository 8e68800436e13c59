import { expect } from 'vitest';
import type { ChannelAdapter } from '../../src/channels/channel-adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { Finding } from '../../src/model/finding.ts';
import { archivedText, readWith } from './archived-text.ts';

type Parts = Parameters<typeof archivedText>[2];

/** Reads one answer, as the tests of one platform do it again and again. */
export function readerOf(adapter: ChannelAdapter, place: ChannelPlace) {
  const read = (url: string, body: unknown, parts: Parts = {}): Promise<readonly Finding[]> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return readWith(adapter, archivedText(url, text, parts), place);
  };
  const posts = async (url: string, body: unknown, parts: Parts = {}) =>
    (await read(url, body, parts)).flatMap((found) => (found.kind === 'post' ? [found.post] : []));
  return { read, posts };
}

const nothingUseful = [
  '',
  'null',
  '[]',
  '7',
  '{"data":',
  '{"data":null}',
  '<!doctype html><html><body>Something went wrong</body></html>',
  '{"data":{"user":"x","node":[],"items":{"a":1}},"itemList":"no","included":7,"errors":{}}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
];

/** Whatever stands where posts should be: it is told or left alone, and nothing is made of it. */
export async function expectNoPostOutOfNothing(
  adapter: ChannelAdapter,
  place: ChannelPlace,
  url: string,
  parts: Parts = {},
): Promise<void> {
  const { read } = readerOf(adapter, place);
  for (const body of nothingUseful) {
    for (const { kind } of await read(url, body, parts)) expect(['unreadable', 'withheld']).toContain(kind);
  }
}
