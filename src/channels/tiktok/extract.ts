import type { ChannelExtract } from '../channel-adapter.ts';
import { firstOfPath, handleOf, originOf } from '../reading/own-account.ts';
import { readComments, readItemList, readOembed, readPage } from './read-answers.ts';

const lists = /^\/api\/(post|creator)\/item_list\/?$/;
const comments = /^\/api\/comment\/list\/(reply\/)?$/;

/** TikTok's pages carry their data in a script and ask for the list of films page by page. */
export const tiktokExtract: ChannelExtract = {
  reads({ url, status, mime }, place) {
    const { pathname, origin } = new URL(url);
    if (status < 200 || (status > 299 && status < 400)) return false;
    if (lists.test(pathname)) return true;
    if (status > 299) return false;
    if (comments.test(pathname) || pathname === '/oembed') return true;
    return mime === 'text/html' && origin === originOf(place) && /^\/@/.test(pathname);
  },
  async *read(response, place) {
    const { url } = response;
    const { pathname } = new URL(url);
    const text = await response.text();
    const context = { handle: handleOf(place, firstOfPath), origin: originOf(place), at: response.place.at };
    if (lists.test(pathname)) yield* readItemList(text, url, context);
    else if (comments.test(pathname)) yield* readComments(text, url, context);
    else if (pathname === '/oembed') yield* readOembed(text, context);
    else yield* readPage(text, url, context);
  },
};
