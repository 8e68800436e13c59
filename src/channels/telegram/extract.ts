import { load } from 'cheerio';
import type { ArchivedResponse } from '../../model/archived-response.ts';
import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { parseJson } from '../reading/json-reader.ts';
import { textOf } from '../reading/response-text.ts';
import { readMessage } from './read-message.ts';
import { hasHistory, olderPage, readProfile } from './read-page.ts';
import { channelName } from './seeds.ts';

/** Every page of the web view, and what it loads by itself when one scrolls up: the same markup as a JSON string. */
export const telegramExtract: ChannelExtract = {
  reads({ url, status, mime }, place) {
    if (status !== 200 || !URL.canParse(url)) return false;
    const { origin, pathname, searchParams } = new URL(url);
    const [first, second] = pathname.toLowerCase().split('/').filter(Boolean);
    const name = first === 's' ? second : first;
    const isText = mime === '' || mime === 'text/html' || mime === 'application/json';
    const isHere = origin === new URL(place.url).origin && name === channelName(place).toLowerCase();
    return isText && isHere && !searchParams.has('q');
  },

  async *read(response, place) {
    yield* findingsOf(await textOf(response), response, place);
  },
};

function* findingsOf(text: string, response: ArchivedResponse, place: ChannelPlace): Generator<Finding> {
  const { url, place: archive } = response;
  const markup = response.mime === 'application/json' ? parseJson(text) : text;
  if (typeof markup !== 'string') {
    yield { kind: 'unreadable', id: null, where: url, message: 'Messages were expected here, and it is no markup.' };
    return;
  }
  const $ = load(markup);
  const profile = readProfile($, url);
  if (profile !== undefined) yield { kind: 'profile', profile };
  const wanted = channelName(place).toLowerCase();
  for (const element of $('.tgme_widget_message[data-post]')) {
    const message = $(element);
    const [name = '', id = ''] = (message.attr('data-post') ?? '').split('/');
    // "Channel created", "pinned a message": they have a number, and nobody said them.
    if (message.hasClass('service_message') || name.toLowerCase() !== wanted) continue;
    if (/^\d+$/.test(id)) yield* readMessage($, message, id, { url, at: archive.at });
    else yield { kind: 'unreadable', id: null, where: url, message: `"${name}/${id}" is no message number.` };
  }
  if (isLastPage($, url)) yield { kind: 'end-of-list', list: 'messages' };
}

/** A page about a single message (`/s/name/5`) has neighbours, yet its end is no end. */
function isLastPage($: ReturnType<typeof load>, url: string): boolean {
  const isList = /^\/s\/[^/]+\/?$/.test(new URL(url).pathname);
  return isList && hasHistory($) && olderPage($, url) === undefined && !new URL(url).searchParams.has('after');
}
