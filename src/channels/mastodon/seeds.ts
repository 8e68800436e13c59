import { escapePattern } from '../../base/escape-pattern.ts';
import type { ChannelPlace, ChannelScope } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asObject, asText, type JsonObject, parseJson } from '../reading/json-reader.ts';
import { askSoftware } from './identify.ts';
import { type Server, serverOf } from './server.ts';
import { softwareNamed } from './software.ts';
import { walkOpenParts } from './walk-open-parts.ts';
import { walkStatuses } from './walk-statuses.ts';

/** A server has thousands of accounts: only this one's posts and the pages of its profile belong to it. */
function scope(place: ChannelPlace): ChannelScope {
  const profile = escapePattern(place.url.replace(/\/$/, ''));
  return { kind: 'page', include: [new RegExp(`^${profile}(/\\d+|/statuses/\\w+|/?\\?(max_id|page)=\\w+)$`, 'i')] };
}

function lookup({ base, user }: Server): string {
  return `${base}/api/v1/accounts/lookup?acct=${encodeURIComponent(user)}`;
}

/** The account as the interface gives it; Pleroma's older releases know it by name alone. */
async function findAccount(site: PublicSite, server: Server): Promise<{ answer: SiteAnswer; account?: JsonObject }> {
  let answer = await site.ask(lookup(server));
  if (answer.status === 404 || answer.status === 400) {
    const byName = await site.ask(`${server.base}/api/v1/accounts/${encodeURIComponent(server.user)}`);
    if (byName.status === 200) answer = byName;
  }
  const account = answer.status === 200 ? asObject(parseJson(answer.text)) : undefined;
  return account === undefined ? { answer } : { answer, account };
}

/** What the account says of itself and a reader of the report should know. */
function* notesOn(account: JsonObject): Generator<Collected> {
  const moved = asObject(account.moved);
  if (moved !== undefined) {
    yield {
      kind: 'note',
      message: `The account has moved to ${asText(moved.url) ?? asText(moved.acct)}; its posts stay here.`,
    };
  }
  if (account.limited === true) {
    yield { kind: 'note', message: 'The server has limited this account: strangers are warned before they see it.' };
  }
  if (account.memorial === true)
    yield { kind: 'note', message: 'The server keeps this account in memory of somebody.' };
}

function hasMoreToSay(status: number): boolean {
  return [401, 403, 404, 405, 410, 422].includes(status);
}

/** Nobody of that name: WebFinger, which every server has, does not know it either. */
async function isGone(site: PublicSite, { base, user, domain }: Server): Promise<boolean> {
  const { status } = await site.ask(`${base}/.well-known/webfinger?resource=acct:${user}@${domain}`);
  return status === 404 || status === 410;
}

async function* walk(place: ChannelPlace, site: PublicSite): AsyncGenerator<Collected> {
  const server = serverOf(place);
  const software = (await askSoftware(server.base, site)) ?? '';
  const others = () => walkOpenParts(site, { url: place.url.replace(/\/$/, ''), server }, software);
  if (softwareNamed(software)?.speaksMastodon === false) return void (yield* others());

  const { answer, account } = await findAccount(site, server);
  if (account === undefined) {
    if ([404, 410].includes(answer.status) && (await isGone(site, server))) {
      const message = `${server.base} has no account ${server.user}, or not any more (${answer.status}).`;
      return yield { kind: 'gap', reason: 'content-unavailable', url: place.url, message };
    }
    if (hasMoreToSay(answer.status)) return void (yield* others());
    const gap = gapOfAnswer(answer, 'the account');
    const message = `${answer.asked} should say who ${server.user} is and does not.`;
    return yield gap ?? { kind: 'gap', reason: 'unreadable', url: answer.asked, message };
  }
  if (account.suspended === true) {
    const message = `The server has suspended ${server.user}: it shows the account's name and nothing else.`;
    return yield { kind: 'gap', reason: 'content-unavailable', url: place.url, message };
  }
  yield* notesOn(account);
  const list = `${server.base}/api/v1/accounts/${encodeURIComponent(asText(account.id) ?? '')}/statuses`;
  if ((yield* walkStatuses(site, list)) === 'refused') return void (yield* others());
  await site.ask(`${list}?pinned=true`);
}

/** Mastodon and its relatives: the account, its list to the end, and what else is open where the list is not. */
export const mastodonSeeds: ChannelSeeds = {
  scope,
  walk,
  async recount(place: ChannelPlace, site: PublicSite): Promise<void> {
    await site.ask(lookup(serverOf(place)));
  },
};
