import type { ChannelPlace } from '../../model/channel.ts';
import { type Collected, gapOfAnswer, type PublicSite, type SiteAnswer } from '../../model/public-site.ts';
import type { ChannelSeeds } from '../channel-adapter.ts';
import { asNumber, asObject, asText, asUrl, type JsonObject, parseJson } from '../reading/json-reader.ts';

/** More is not given at once, whatever is asked for; where less comes, the next page begins earlier. */
const PAGE_SIZE = 50;

const exportHint =
  'Log in as a paying reader with "lastpost channel login CHANNEL", or import the export: Settings, Export, "Create new export".';

/** Where the publication's interface is. */
export const apiOf = ({ api, url }: ChannelPlace): string => (api ?? new URL(url).origin).replace(/\/$/, '');

export const substackSeeds: ChannelSeeds = {
  scope: () => ({ kind: 'host', exclude: [/\/api\/v1\//, /\/(subscribe|account|sign-in|publish)\b/, /\/comments?\b/] }),

  async *walk(place, site) {
    if (new URL(place.url).pathname.startsWith('/@')) yield ofAPerson(place);
    else {
      await site.ask(`${apiOf(place)}/feed`);
      await site.ask(`${apiOf(place)}/sitemap.xml`);
      yield* walkArchive(apiOf(place), site);
    }
  },
};

async function* walkArchive(api: string, site: PublicSite): AsyncGenerator<Collected> {
  const seen = new Set<string>();
  let base = api;
  for (let offset = 0; !site.signal.aborted; ) {
    const answer = await site.ask(`${base}/api/v1/archive?sort=new&offset=${offset}&limit=${PAGE_SIZE}`);
    const items = parseJson(answer.text);
    if (gapOfAnswer(answer, '') !== undefined || !Array.isArray(items)) return yield withoutArchive(answer);
    // A publication that moved to a domain of its own answers there, and would redirect every question.
    if (answer.url !== answer.asked) base = new URL(answer.url).origin;
    if (items.length === 0) return;
    const fresh = items.map((item) => asObject(item) ?? {}).filter((item) => !seen.has(asText(item.id) ?? ''));
    if (fresh.length === 0) return yield sameAgain(answer.asked);
    for (const item of fresh) {
      seen.add(asText(item.id) ?? '');
      yield* walkPost(item, base, site);
    }
    offset += items.length;
  }
}

async function* walkPost(item: JsonObject, base: string, site: PublicSite): AsyncGenerator<Collected> {
  const slug = asText(item.slug);
  const id = asText(item.id);
  if (slug === null || id === null || /[/?#]/.test(slug)) return;
  const page = asUrl(item.canonical_url) ?? `${base}/p/${slug}`;
  const answer = await site.ask(new URL(`/api/v1/posts/${slug}`, base).href);
  const gap = gapOfAnswer(answer, `the whole text of "${asText(item.title) ?? slug}"`);
  if (gap !== undefined) yield gap;
  yield { kind: 'page', url: page };
  if ((asNumber(item.comment_count) ?? 0) > 0) {
    const comments = await site.ask(`${base}/api/v1/post/${id}/comments?all_comments=true&sort=oldest_first`);
    const missing = gapOfAnswer(comments, `what readers wrote below "${asText(item.title) ?? slug}"`);
    if (missing !== undefined) yield missing;
  }
  const audience = asText(item.audience) ?? 'everyone';
  if (audience === 'everyone') return;
  const who = audience === 'only_free' ? 'subscribers' : 'paying subscribers';
  const message = `"${asText(item.title) ?? slug}" is for ${who}; strangers see only its beginning.`;
  yield { kind: 'gap', reason: 'login-wall', url: page, message, hint: exportHint };
}

/** Without the archive, the feed (about 20) and the sitemap still name posts. */
function withoutArchive(answer: SiteAnswer): Collected {
  const message = `${answer.asked} is no list of posts, so that only those of the feed and the sitemap are known.`;
  return (
    gapOfAnswer(answer, 'the list of all posts') ?? { kind: 'gap', reason: 'unreadable', url: answer.asked, message }
  );
}

function sameAgain(url: string): Collected {
  const message = `${url} gave the same posts as the page before, so the older ones are missing.`;
  return { kind: 'gap', reason: 'unreadable', url, message };
}

function ofAPerson({ url }: ChannelPlace): Collected {
  return {
    kind: 'gap',
    reason: 'login-wall',
    url,
    message: 'This is a person, not a publication: their notes have no public list that can be read to its end.',
    hint: 'Add the publication by its own address, such as https://name.substack.com, and export the notes from the account.',
  };
}
