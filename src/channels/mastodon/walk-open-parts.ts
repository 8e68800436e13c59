import { type Collected, gapOfAnswer, type PublicSite } from '../../model/public-site.ts';
import { asList, asObject, asText, asUrl, parseJson } from '../reading/json-reader.ts';
import { olderPage } from './read-page.ts';
import type { Server } from './server.ts';
import { softwareNamed } from './software.ts';

/** More pages than any outbox has; only a server that goes round in circles gets there. */
const maxPages = 20_000;

/**
 * What a server shows strangers that keeps its list of posts to itself: the outbox, the profile's own pages, and the feed.
 * @param software as NodeInfo names it; '' when unknown
 * @returns whether one of them was seen whole
 */
export async function* walkOpenParts(
  site: PublicSite,
  place: { readonly url: string; readonly server: Server },
  software: string,
): AsyncGenerator<Collected, boolean> {
  const outbox = yield* walkOutbox(site, await outboxOf(site, place.server, software));
  if (outbox === 'whole') return true;
  const isWhole = yield* walkProfile(site, place.url);
  await site.ask(`${place.url}.rss`);
  if (software === 'gotosocial') await site.ask(`${place.url}/feed.rss`);
  if (isWhole) return true;
  yield {
    kind: 'gap',
    reason: 'login-wall',
    url: place.url,
    message: `${place.server.base} shows the list of ${place.server.user}'s posts only to people who are logged in.`,
    hint: "Ask for the account's archive (Preferences, Import and export) and import it: it has everything, also what is public.",
  };
  return false;
}

/** WebFinger says where the actor is; the rest is each software's own way of naming things. */
async function outboxOf(site: PublicSite, { base, user, domain }: Server, software: string): Promise<string> {
  const own = softwareNamed(software)?.outbox?.(user);
  if (own !== undefined) return base + own;
  const { status, text } = await site.ask(`${base}/.well-known/webfinger?resource=acct:${user}@${domain}`);
  const links = status === 200 ? asList(asObject(parseJson(text))?.links) : [];
  const self = links
    .map((link) => asObject(link))
    .find((link) => link?.rel === 'self' && /activity\+json|ld\+json/.test(asText(link.type) ?? ''));
  const actor = asUrl(self?.href);
  return actor === null ? `${base}/users/${user}/outbox` : `${actor.replace(/\/$/, '')}/outbox`;
}

/** @returns refused when there is nothing to be had, broken when it stopped in the middle */
async function* walkOutbox(
  site: PublicSite,
  outbox: string,
): AsyncGenerator<Collected, 'whole' | 'refused' | 'broken'> {
  const top = asObject(parseJson((await site.ask(outbox)).text));
  const first = asText(asObject(top?.first)?.id) ?? asUrl(top?.first) ?? `${outbox}?page=true`;
  const seen = new Set<string>();
  for (let url: string | null = first; url !== null && seen.size < maxPages; ) {
    if (seen.has(url)) break;
    seen.add(url);
    const answer = await site.ask(url);
    const page = asObject(parseJson(answer.text));
    const isPage = page !== undefined && (Array.isArray(page.orderedItems) || page.type === 'OrderedCollectionPage');
    if (answer.status !== 200 || !isPage) {
      if (seen.size === 1) return 'refused';
      yield gapOfAnswer(answer, 'the rest of the outbox') ?? {
        kind: 'gap',
        reason: 'unreadable',
        url,
        message: `${url} should be a page of the outbox and is none.`,
      };
      return 'broken';
    }
    yield* postPages(page.orderedItems, outbox);
    url = asText(asObject(page.next)?.id) ?? asUrl(page.next);
  }
  yield {
    kind: 'note',
    message: `The posts were read from the outbox ${outbox}: the list of the interface is closed to strangers.`,
  };
  return 'whole';
}

function* postPages(items: unknown, outbox: string): Generator<Collected> {
  for (const item of asList(items)) {
    const object = asObject(asObject(item)?.object);
    const url = asUrl(object?.url) ?? asUrl(object?.id);
    if (url !== null && new URL(url).origin === new URL(outbox).origin) yield { kind: 'page', url };
  }
}

/** The profile as a page, from one "older" link to the next. @returns whether it had any, and came to the last */
async function* walkProfile(site: PublicSite, profile: string): AsyncGenerator<Collected, boolean> {
  const seen = new Set<string>();
  for (let url: string | undefined = profile; url !== undefined && !seen.has(url) && seen.size < maxPages; ) {
    seen.add(url);
    const answer = await site.ask(url);
    const gap = gapOfAnswer(answer, "a part of the profile's pages");
    if (gap !== undefined) {
      yield gap;
      return false;
    }
    // Pages that scripts fill have no entries, and no way to the older ones.
    if (!/\bh-entry\b/.test(answer.text)) return false;
    url = olderPage(answer.text, url);
  }
  yield {
    kind: 'note',
    message: `The posts were read from the pages of ${profile}: the interface is closed to strangers.`,
  };
  return true;
}
