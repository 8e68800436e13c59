import { type FoundPost, makePost, type Post } from '../../src/model/post.ts';

/** Common words first: the n-th is about 1/n as frequent as the first, as in any language. */
const GERMAN =
  'die der und wir in ist mit für auf euch das ein neue von heute Kaffee uns nicht den eine zu im aus haben auch unsere bei es ' +
  'mehr alle sind Jahr schön Straße München ab wieder über Woche Rösterei Bohnen frisch danke jetzt geöffnet Köln Menü ' +
  'Frühstück Gäste Geschäft Größe Äthiopien Türen grüßen Süßes Tüte Mühle Wärme Öfen Brötchen heiß weiß draußen Filiale ' +
  'Herzlich willkommen Freunde Abschied bleiben Zukunft Archiv Menschen Geschmack Tasse Becher Mitarbeiter Feier Montag ' +
  'Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Winter Sommer Frühling Herbst';
const ENGLISH =
  'the and of to a in we our is you for with on it this coffee at are new your from all have as be more today that will by one ' +
  'week morning roast beans fresh thank people shop open again street summer winter spring autumn community team story ' +
  'photo video recipe origin harvest farmer quality sustainable cup friends farewell archive future goodbye Monday Tuesday ' +
  'Wednesday Thursday Friday Saturday Sunday espresso filter grinder water milk oat sugar cake bakery weekend festival';
const RARE = [
  'Kaffeefilter',
  'Röstprofil',
  'lockdown',
  'Jubiläum',
  'barista',
  'Fußballabend',
  'greenhouse',
  'Brühgruppe',
];

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(random: () => number, words: readonly string[], length: number): string {
  return Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1] ?? '').join(' ');
}

/** `count` posts over twelve years, German and English in turn, some 250 characters each; the same ones for the same seed. */
export function* manyPosts(count: number, seed: number): Generator<Post> {
  const random = seeded(seed);
  const languages = [
    { lang: 'de', words: GERMAN.split(' ') },
    { lang: 'en', words: ENGLISH.split(' ') },
  ];
  const began = Date.UTC(2014, 0, 1);
  const step = (12 * 365.25 * 86_400_000) / count;
  for (let n = 0; n < count; n += 1) {
    const { lang, words } = languages[n % 2] ?? { lang: 'de', words: [] };
    const rare = n % 500 === 0 ? ` ${RARE[(n / 500) % RARE.length]}` : '';
    const known: Partial<FoundPost> = {
      url: `https://social.example/@aurora/${110_000_000_000_000 + n}`,
      published: new Date(began + n * step).toISOString(),
      text: `${sentence(random, words, 20 + Math.floor(random() * 40))}${rare} no${n}x`,
      lang,
      tags: n % 3 === 0 ? ['Kaffee'] : [],
      counts: { likes: Math.floor(random() * 900), reposts: Math.floor(random() * 90) },
      isOwn: n % 10 !== 9,
    };
    const kind = n % 10 === 9 ? 'comment' : n % 7 === 0 ? 'article' : 'post';
    const post = makePost({ platform: 'mastodon', id: String(n), kind, source: 'api', ...known });
    yield { ...post, channel: null, archive: ARCHIVE };
  }
}

const ARCHIVE = {
  url: 'https://social.example/api/v1/accounts/1/statuses?limit=40&max_id=110000000000000',
  record: 'urn:uuid:11111111-1111-4111-8111-111111111111',
  file: 'archive/data-0.warc.gz',
  offsetBytes: 123_456_789,
  lengthBytes: 23_456,
  at: '2026-11-23T09:30:00.000Z',
};
