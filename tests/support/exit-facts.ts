import type { Material } from '../../src/drafts/facts/template-scope.ts';
import type { DraftChannel, Measure } from '../../src/model/farewell/draft-channel.ts';
import type { ExitFacts } from '../../src/model/farewell/exit-facts.ts';
import { noFigures } from '../../src/model/farewell/figures.ts';

/** The exit of a made-up brand: it leaves X, for Mastodon, Bluesky and its newsletter. */
export function exitFacts(changes: Partial<ExitFacts> = {}): ExitFacts {
  return {
    leaves: [{ channel: 'x', mode: 'freeze' }],
    locales: ['de', 'en'],
    timezone: 'Europe/Berlin',
    lastDay: '2027-02-28',
    lastTime: '18:00',
    told: {
      leads: '2027-01-24T09:00',
      staff: '2027-01-28T09:00',
      partners: '2027-01-29T08:00',
      public: '2027-01-29T10:00',
    },
    reason: { kind: 'values', sentence: null },
    successors: [
      {
        name: { de: 'Mastodon', en: 'Mastodon', fr: 'Mastodon', ar: 'ماستودون' },
        url: 'https://social.example/@brandtsoehne',
        handle: '@brandtsoehne@social.example',
        since: '2024-03',
        channel: 'fedi',
      },
      {
        name: { de: 'unser Newsletter', en: 'our newsletter', fr: 'notre lettre', ar: 'النشرة' },
        url: 'https://brandtsoehne.example/newsletter',
        handle: null,
        since: null,
        channel: null,
      },
    ],
    page: { de: 'https://brandtsoehne.example/wechsel', en: 'https://brandtsoehne.example/en/moving' },
    fate: {
      posts: 'archive',
      comments: 'stay',
      // biome-ignore lint/suspicious/noThenProperty: what becomes of the inbox then; nobody awaits it.
      messages: { answeredUntil: '2027-03-30', then: 'close' },
      data: {
        de: 'Ihre Daten löschen wir nach 90 Tagen.',
        en: 'We delete your data after 90 days.',
        fr: 'Nous effaçons vos données.',
        ar: 'نحذف بياناتكم.',
      },
      prizes: null,
      archiveUrl: 'https://brandtsoehne.example/archiv',
    },
    contact: {
      url: null,
      email: 'service@brandtsoehne.example',
      phone: '+49 511 1234',
      hours: { de: 'Mo–Fr 9–17 Uhr', en: 'Mon–Fri, 9 to 5', fr: 'lun–ven', ar: 'من 9 إلى 17' },
      press: { name: 'Anna Berg', email: 'presse@brandtsoehne.example', phone: null },
    },
    stays: {
      de: 'Unsere Läden bleiben, wo sie sind.',
      en: 'Our shops stay where they are.',
      fr: 'Nos magasins restent.',
      ar: 'متاجرنا باقية.',
    },
    thanks: null,
    duty: [{ person: 'jona', from: '2027-01-29T09:00', until: '2027-01-29T18:30' }],
    voice: {
      address: { de: 'formal' },
      gender: 'neutral',
      claim: null,
      colours: { paper: '#ffffff', ink: '#111111', accent: '#aa3300' },
      logo: null,
      forbidden: [],
      hashtags: [],
    },
    imprintUrl: 'https://brandtsoehne.example/impressum',
    privacyUrl: 'https://brandtsoehne.example/datenschutz',
    utm: { source: '{channel}', medium: 'social', campaign: 'wechsel-{kind}' },
    also: [],
    tools: [],
    ...changes,
  } as ExitFacts;
}

/** Counts characters against these limits: enough for everything that only has to know whether something fits. */
export function measureOf(limits: Readonly<Record<string, number>>): Measure {
  return (what, text) => {
    const most = limits[what];
    return most === undefined ? [] : [{ count: [...text].length, most, counting: 'graphemes' }];
  };
}

export function draftChannel(
  id: string,
  limits: Readonly<Record<string, number>>,
  more: Partial<DraftChannel> = {},
): DraftChannel {
  return {
    id,
    platform: id,
    handle: null,
    name: null,
    threads: false,
    messages: true,
    measure: measureOf(limits),
    ...more,
  };
}

export const someChannels: readonly DraftChannel[] = [
  draftChannel('x', { post: 280, bio: 160 }, { platform: 'X', handle: '@brandtsoehne', threads: true }),
  draftChannel('facebook', { post: 63_206, bio: 101 }, { platform: 'Facebook', handle: 'brandtsoehne' }),
  draftChannel(
    'fedi',
    { post: 500, bio: 500 },
    { platform: 'Mastodon', handle: '@brandtsoehne@social.example', threads: true },
  ),
  draftChannel('youtube', { title: 100, description: 5_000, about: 1_000 }, { platform: 'YouTube' }),
  draftChannel('blog', {}, { platform: 'WordPress', messages: false }),
];

export function material(changes: Partial<Material> = {}): Material {
  return {
    facts: exitFacts(),
    brand: 'Brandt & Söhne',
    channels: someChannels,
    people: [{ id: 'jona', name: 'Jona Yilmaz' }],
    figures: noFigures,
    ...changes,
  };
}
