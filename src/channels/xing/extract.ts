import type { ChannelPlace } from '../../model/channel.ts';
import type { Finding } from '../../model/finding.ts';
import { makeMedia, makePost } from '../../model/post.ts';
import type { ChannelExtract } from '../channel-adapter.ts';
import { hashtagsOf } from '../reading/caption.ts';
import { type HtmlPage, openPage } from '../reading/html-page.ts';
import { articleOf, readArticle, readJsonLd } from '../reading/json-ld.ts';
import { asText, asUrl } from '../reading/json-reader.ts';
import { originOf } from '../reading/own-account.ts';

/** `/pages/name`, without a last slash. */
export function accountPath({ url }: ChannelPlace): string {
  const [folder, name] = new URL(url).pathname.split('/').filter((part) => part !== '');
  return `/${folder ?? ''}/${name ?? ''}`;
}

/**
 * How posts look on XING, in its pages or in what they load, is not publicly known. So only that is read which says by
 * itself what it is: JSON-LD and Open Graph of a page below the account's own, as any site has them.
 */
export const xingExtract: ChannelExtract = {
  reads({ url, status, mime }, place) {
    const { origin, pathname } = new URL(url);
    const account = accountPath(place);
    const isOurs = pathname === account || pathname.startsWith(`${account}/`);
    return status >= 200 && status < 300 && mime === 'text/html' && origin === originOf(place) && isOurs;
  },
  async *read(response, place) {
    const page = await openPage(response, place.url);
    if (page === undefined) return;
    const isAccount = new URL(page.url).pathname.replace(/\/+$/, '') === accountPath(place);
    yield* isAccount ? readAccount(page, place) : readPost(page);
  },
};

function* readAccount(page: HtmlPage, { url, handle }: ChannelPlace): Generator<Finding> {
  const organization = readJsonLd(page.$).find((node) =>
    /^(Organization|Corporation|Person)$/.test(String(node['@type'])),
  );
  const name = asText(organization?.name) ?? page.meta('og:title');
  if (name === null) return;
  const nothing = { id: null, followers: null, following: null, since: null, state: 'open' } as const;
  const bio = asText(organization?.description) ?? page.meta('og:description');
  const avatarUrl = asUrl(page.meta('og:image'), page.base);
  yield { kind: 'profile', profile: { ...nothing, handle: handle ?? null, name, bio, url, avatarUrl } };
}

function* readPost(page: HtmlPage): Generator<Finding> {
  const nodes = readJsonLd(page.$);
  const node = articleOf(nodes, page.address);
  if (node === undefined && page.meta('og:type') !== 'article') return;
  const article = node === undefined ? undefined : readArticle(node, nodes, page.base);
  const preview = asUrl(page.meta('og:image'), page.base);
  const pictures = article === undefined || article.pictures.length === 0 ? [preview] : article.pictures;
  const text = article?.text ?? page.meta('og:description') ?? '';
  yield {
    kind: 'post',
    post: makePost({
      platform: 'xing',
      id: page.address,
      url: page.address,
      kind: 'article',
      author: article?.author ?? null,
      published: article?.published ?? null,
      edited: article?.updated === article?.published ? null : (article?.updated ?? null),
      title: article?.title ?? page.meta('og:title'),
      text,
      lang: article?.lang ?? page.lang,
      tags: [...new Set([...(article?.tags ?? []), ...hashtagsOf(text)])],
      media: pictures.flatMap((url) => (url === null ? [] : [makeMedia({ url, kind: 'image' })])),
      source: 'crawl',
      extent: article?.text ? 'whole' : 'part',
    }),
  };
}
