import { objectsWhere } from '../reading/json-objects.ts';
import { asList, asText, asUrl, at } from '../reading/json-reader.ts';
import { isTab, type Tab } from './account.ts';

/** Text in any of its forms: `{simpleText}`, `{runs: [{text}]}`, `{content}`. */
export function shownText(value: unknown): string {
  const simple = asText(at(value, 'simpleText')) ?? asText(at(value, 'content'));
  return (
    simple ??
    asList(at(value, 'runs'))
      .map((run) => asText(at(run, 'text')) ?? '')
      .join('')
  );
}

/** Addresses in a text, without the detour over youtube.com/redirect that notes who follows them. */
export function linksIn(value: unknown, base: string): readonly string[] {
  const runs = [...asList(at(value, 'runs')), ...asList(at(value, 'commandRuns'))];
  const urls = runs.map((run) => linkOf(at(run, 'navigationEndpoint') ?? at(run, 'onTap', 'innertubeCommand'), base));
  return [...new Set(urls.filter((url) => url !== null && !/\/hashtag\//.test(url)))] as readonly string[];
}

/** Hashtags, which are links to a page of their own. */
export function tagsIn(value: unknown): readonly string[] {
  const runs = asList(at(value, 'runs')).filter((run) =>
    /\/hashtag\//.test(addressOf(at(run, 'navigationEndpoint')) ?? ''),
  );
  return [...new Set(runs.map((run) => (asText(at(run, 'text')) ?? '').trim().replace(/^#/, '')))].filter(
    (tag) => tag !== '',
  );
}

const addressOf = (endpoint: unknown): string | null =>
  asText(at(endpoint, 'urlEndpoint', 'url')) ?? asText(at(endpoint, 'commandMetadata', 'webCommandMetadata', 'url'));

function linkOf(endpoint: unknown, base: string): string | null {
  const url = asUrl(addressOf(endpoint), base);
  if (url === null || !/\/redirect\?/.test(url)) return url;
  return asUrl(new URL(url).searchParams.get('q')) ?? url;
}

export interface Still {
  readonly url: string;
  readonly otherUrls: readonly string[];
  readonly width: number | null;
  readonly height: number | null;
}

/** The largest of several sizes of one picture, by `thumbnails` or `sources`. */
export function largest(value: unknown, base: string): Still | undefined {
  const forms = [...asList(at(value, 'thumbnails')), ...asList(at(value, 'sources'))]
    .map((form) => ({
      url: asUrl(at(form, 'url'), base),
      width: Number(at(form, 'width')) || null,
      height: Number(at(form, 'height')) || null,
    }))
    .filter((form): form is typeof form & { url: string } => form.url !== null)
    .sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
  const [best, ...others] = forms;
  return best === undefined ? undefined : { ...best, otherUrls: others.map(({ url }) => url) };
}

/** The lists that a channel has, by its page's tabs. */
export function tabsIn(data: unknown): readonly Tab[] {
  const named = [...objectsWhere(data, (_, key) => key === 'tabRenderer')]
    .map((tab) => addressOf(tab.endpoint)?.split('/').at(-1) ?? '')
    .filter(isTab);
  return [...new Set(named.map((tab) => (tab === 'community' ? 'posts' : tab)))];
}
