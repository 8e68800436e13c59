import type { Limit } from '../../model/channel.ts';
import type { Fact, KnownFact, UnknownFact } from '../../model/fact.ts';
import type { PlatformId } from '../../model/platform.ts';

/** Tools that publish for a team, by the names of lastpost.yaml. */
export const publishingTools = ['sprout', 'hootsuite', 'socialbee', 'ayrshare', 'publer', 'buffer'] as const;

export type PublishingTool = (typeof publishingTools)[number];

export type Publishable = PlatformId | 'google-business';

const CHECKED_ON = '2026-11-27';

const said =
  (source: string) =>
  (value: Limit): KnownFact<Limit> => ({ value, source, checkedOn: CHECKED_ON, certainty: 'high' });

const notFound = (source: string): UnknownFact => ({
  value: undefined,
  certainty: 'unknown',
  source,
  checkedOn: CHECKED_ON,
  note: {
    en: 'The tool names no limits that could be found. Its editor counts along: look there before you schedule.',
    de: 'Das Werkzeug nennt keine Grenzen, die sich finden ließen. Sein Editor zählt mit: Sehen Sie dort nach, bevor Sie planen.',
  },
});

const post = (most: number, counting: Limit['counting']): Limit => ({ what: 'post', most, counting });
const onX = { what: 'post', counting: 'x-weighted', linkLength: 23 } as const;

type ToolLimits = Readonly<Partial<Record<Publishable, readonly KnownFact<Limit>[]>>>;

const ayrshare = said('https://www.ayrshare.com/docs/de/help-center/technical-support/character_limits');
const publer = said('https://publer.com/docs/posting/create-posts/networks');
const publerHelp = said(
  'https://help.publer.io/en/article/what-is-the-character-limit-for-all-social-networks-1a3utwz',
);
const buffer = said('https://developers.buffer.com/guides/character-limits.md');

/** Both X limits of a tool that knows Premium accounts. */
const both = (make: typeof buffer) => [make({ ...onX, most: 280 }), make({ ...onX, most: 25_000, variant: 'premium' })];

/**
 * Only Buffer says how it counts (UTF-16 on most networks); for the others their figure is counted as the platform counts.
 * An empty list: the tool takes what the server takes.
 */
const limits: Readonly<Record<PublishingTool, ToolLimits>> = {
  sprout: {},
  hootsuite: {},
  socialbee: {},
  ayrshare: {
    x: both(ayrshare),
    facebook: [ayrshare(post(63_206, 'utf-16'))],
    instagram: [ayrshare(post(2200, 'utf-16')), ayrshare({ what: 'alt', most: 1000, counting: 'utf-16' })],
    threads: [ayrshare(post(500, 'emoji-as-utf-8-bytes'))],
    linkedin: [ayrshare(post(3000, 'utf-16'))],
    bluesky: [ayrshare(post(300, 'graphemes'))],
    pinterest: [
      ayrshare({ what: 'title', most: 100, counting: 'characters' }),
      ayrshare(post(500, 'characters')),
      ayrshare({ what: 'alt', most: 500, counting: 'characters' }),
    ],
    reddit: [ayrshare({ what: 'title', most: 300, counting: 'characters' }), ayrshare(post(5000, 'characters'))],
    telegram: [
      {
        ...ayrshare(post(1024, 'utf-16')),
        note: { en: 'What is longer is cut off.', de: 'Was länger ist, wird abgeschnitten.' },
      },
    ],
    tiktok: [ayrshare(post(2200, 'utf-16'))],
    'google-business': [ayrshare(post(1500, 'characters'))],
  },
  publer: {
    x: both(publer),
    facebook: [publer(post(10_000, 'utf-16'))],
    instagram: [publer(post(2200, 'utf-16'))],
    threads: [publer(post(500, 'emoji-as-utf-8-bytes'))],
    linkedin: [publer(post(3000, 'utf-16')), publerHelp({ what: 'alt', most: 300, counting: 'utf-16' })],
    bluesky: [publer(post(300, 'graphemes'))],
    mastodon: [],
    pinterest: [publerHelp({ what: 'title', most: 100, counting: 'characters' }), publer(post(500, 'characters'))],
    telegram: [publer(post(4096, 'utf-16')), publerHelp({ what: 'caption', most: 1024, counting: 'utf-16' })],
    tiktok: [publer(post(2200, 'utf-16'))],
    'google-business': [publer(post(1500, 'characters'))],
  },
  buffer: {
    x: both(buffer),
    facebook: [buffer(post(5000, 'utf-16'))],
    instagram: [buffer(post(2196, 'utf-16'))],
    threads: [buffer(post(500, 'emoji-as-utf-8-bytes'))],
    linkedin: [buffer(post(3000, 'utf-16'))],
    bluesky: [buffer(post(300, 'graphemes'))],
    mastodon: [],
    pinterest: [buffer({ what: 'title', most: 100, counting: 'utf-16' }), buffer(post(500, 'utf-16'))],
    tiktok: [buffer(post(4000, 'utf-16')), buffer({ ...post(2200, 'utf-16'), variant: 'api' })],
    'google-business': [buffer(post(4000, 'utf-16'))],
  },
};

const pages: Readonly<Record<PublishingTool, string>> = {
  sprout: 'https://support.sproutsocial.com/',
  hootsuite: 'https://help.hootsuite.com/',
  socialbee: 'https://help.socialbee.com/',
  ayrshare: 'https://www.ayrshare.com/docs/',
  publer: 'https://publer.com/docs/',
  buffer: 'https://developers.buffer.com/guides/character-limits.md',
};

/** What a tool takes for a platform; one unknown fact where it says nothing, none where it leaves that to the server. */
export function toolLimits(tool: PublishingTool, platform: Publishable): readonly Fact<Limit>[] {
  return limits[tool][platform] ?? [notFound(pages[tool])];
}
