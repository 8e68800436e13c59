import type { ChannelExtract } from '../channel-adapter.ts';
import { firstOfPath, handleOf, originOf } from '../reading/own-account.ts';
import { readPostPage, readSyndication } from './read-embedded.ts';
import { operationOf, readGraphql, readRefused } from './read-graphql.ts';

function isSyndicated({ pathname }: URL): boolean {
  return /^\/tweet-result$|^\/srv\/timeline-profile\//.test(pathname);
}

function isPostPage({ pathname }: URL): boolean {
  return /^\/\w+\/status\/\d+$/.test(pathname);
}

/**
 * X draws its pages from GraphQL answers, which are read as they came. They are known by their path: they have come from
 * x.com, twitter.com and api.x.com in turn.
 */
export const xExtract: ChannelExtract = {
  reads({ url, method, status, mime }, place) {
    if (method !== 'GET' || status < 200) return false;
    const address = new URL(url);
    if (operationOf(url) !== undefined) return status < 300 || status >= 400;
    if (status > 299) return false;
    if (isSyndicated(address)) return true;
    return mime === 'text/html' && address.origin === originOf(place) && isPostPage(address);
  },
  async *read(response, place) {
    const { url } = response;
    const handle = handleOf(place, firstOfPath);
    const had = { url, handle, origin: originOf(place), at: response.place.at };
    const text = await response.text();
    const operation = operationOf(url);
    if (operation !== undefined && response.status >= 400) yield* readRefused(text, operation, url, response.status);
    else if (operation !== undefined) yield* readGraphql(text, operation, had);
    else if (isSyndicated(new URL(url))) yield* readSyndication(text, had);
    else yield* readPostPage(text, had);
  },
};
