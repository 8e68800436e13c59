import type { ChannelPlace, ChannelScope } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asList, asText, at, parseJson } from '../reading/json-reader.ts';
import { type FoundAccount, findAccount } from './find-account.ts';
import { asksForLogin, troubleIn } from './read-profile.ts';
import { type Account, accountOf, pageOf, xrpc } from './repo-address.ts';

/** The web app is filled by scripts from the interfaces that are asked anyway; its pages are kept for how they look. */
function scope(): ChannelScope {
  return { kind: 'page' };
}

/** Why an answer is no good: what it says about the account, or what gapOfAnswer makes of it. */
function gapOf(answer: SiteAnswer, what: string): Extract<Collected, { kind: 'gap' }> | undefined {
  const trouble = answer.status === 200 ? undefined : troubleIn(parseJson(answer.text));
  if (trouble === undefined) return gapOfAnswer(answer, what);
  const message = `The account cannot be read: ${trouble.message}.`;
  return { kind: 'gap', reason: 'content-unavailable', url: answer.asked, message };
}

async function* walk(place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const account = accountOf(place);
  const found = await findAccount(account, site);
  if ('answer' in found) {
    const message = `${found.answer.asked} does not say who ${account.name} is.`;
    return yield gapOf(found.answer, `the account ${account.name}`) ?? {
      kind: 'gap',
      reason: 'content-unavailable',
      url: place.url,
      message,
    };
  }
  yield* walkProfile(account, found, site);
  yield* walkFeed(account, found, site);
  if (found.server === undefined) {
    const message = `Nothing says on which server ${found.did} lives, so its repository could not be fetched.`;
    return yield { kind: 'gap', reason: 'content-unavailable', url: place.url, message };
  }
  yield* walkRepo(found.did, found.server, site);
}

/** A server without an app view has no counts: that is no gap, for the repository is the list of what there is. */
function isNoView({ status }: SiteAnswer, { only }: Account): boolean {
  return only !== undefined && [400, 401, 403, 404, 501].includes(status);
}

async function* walkProfile(account: Account, { did }: FoundAccount, site: PublicSite): AsyncGenerator<Collected> {
  const answer = await site.ask(xrpc(account.view, 'app.bsky.actor.getProfile', { actor: did }));
  const json = parseJson(answer.text);
  if (answer.status === 200 && asksForLogin(json)) {
    const message =
      'The account asks apps to show its posts to people who are logged in, and to nobody else. Its repository is open all the same.';
    yield { kind: 'note', message };
  }
  if (troubleIn(json) === undefined && isNoView(answer, account)) {
    const message = `${account.view} gives no profile without a login (${answer.status}): no number says how many posts there should be; the repository does.`;
    return yield { kind: 'note', message };
  }
  const gap = gapOf(answer, 'the profile with the number of posts');
  if (gap !== undefined) yield gap;
}

/** Through the author's feed to its end, for counts and for what others have answered; the posts are in the repository too. */
async function* walkFeed(account: Account, { did }: FoundAccount, site: PublicSite): AsyncGenerator<Collected> {
  const asked = { actor: did, limit: '100', filter: 'posts_with_replies', includePins: 'true' };
  const seen = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: Record<string, string> = cursor === '' ? {} : { cursor };
    const answer = await site.ask(xrpc(account.view, 'app.bsky.feed.getAuthorFeed', { ...asked, ...more }));
    if (isNoView(answer, account) && cursor === '') return;
    const gap = gapOf(answer, 'a part of the feed');
    if (gap !== undefined) return yield gap;
    const json = parseJson(answer.text);
    yield* pagesIn(json, account, did);
    const next: string | null = asText(at(json, 'cursor'));
    // A cursor that comes again would be followed for ever.
    cursor = next === null || seen.has(next) ? null : next;
    if (next !== null) seen.add(next);
  }
}

/** Pages of own posts, on bsky.app alone: elsewhere there is no web app. */
function* pagesIn(json: unknown, account: Account, did: string): Generator<Collected> {
  if (!/(^|\.)bsky\.app$/.test(new URL(account.page).hostname)) return;
  for (const item of asList(at(json, 'feed'))) {
    const uri = asText(at(item, 'post', 'uri'));
    const url = uri?.startsWith(`at://${did}/`) ? pageOf(uri, account, did) : null;
    if (url !== null) yield { kind: 'page', url };
  }
}

const collections = ['app.bsky.feed.post', 'app.bsky.feed.repost', 'app.bsky.actor.profile'];

/** The repository as one file; where that is not to be had, its records page by page. */
async function* walkRepo(did: string, server: string, site: PublicSite): AsyncGenerator<Collected> {
  const repo = await site.ask(xrpc(server, 'com.atproto.sync.getRepo', { did }), { read: false });
  if (repo.status !== 200) {
    const problem = repo.problem?.message ?? `it answered ${repo.status}`;
    yield {
      kind: 'note',
      message: `The repository could not be fetched as one file (${problem}); its records were asked for page by page.`,
    };
    for (const collection of collections) {
      const isWhole = yield* pages(site, 'the records of the repository', (more) =>
        xrpc(server, 'com.atproto.repo.listRecords', { repo: did, collection, limit: '100', ...more }),
      );
      if (!isWhole) return;
    }
  }
  yield* pages(site, 'the list of pictures and films', (more) =>
    xrpc(server, 'com.atproto.sync.listBlobs', { did, limit: '1000', ...more }),
  );
}

/** Asks page after page. @returns whether the last one was reached */
async function* pages(
  site: PublicSite,
  what: string,
  addressOf: (more: Readonly<Record<string, string>>) => string,
): AsyncGenerator<Collected, boolean> {
  const seen = new Set<string>();
  for (let more: Readonly<Record<string, string>> = {}; ; ) {
    const answer = await site.ask(addressOf(more));
    const gap = gapOf(answer, what);
    if (gap !== undefined) {
      yield gap;
      return false;
    }
    const cursor = asText(at(parseJson(answer.text), 'cursor'));
    if (cursor === null || seen.has(cursor)) return true;
    seen.add(cursor);
    more = { cursor };
  }
}

/** Bluesky: handle → DID → server, then profile, feed, and the repository itself. */
export const blueskySeeds: ChannelSeeds = {
  scope,
  walk,
  async recount(place: ChannelPlace, site: PublicSite): Promise<void> {
    const account = accountOf(place);
    const found = await findAccount(account, site);
    if ('did' in found) await site.ask(xrpc(account.view, 'app.bsky.actor.getProfile', { actor: found.did }));
  },
};
