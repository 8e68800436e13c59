import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What was written, for comparing with what is read. */
export interface WrittenExport {
  readonly posts: number;
  readonly longTexts: number;
  readonly media: number;
  /** Of all scripts with posts. */
  readonly bytes: number;
}

const PER_PART = 100_000;
const ACCOUNT = '3300000001';
const HANDLE = 'aurora';
const newest = Date.parse('2026-11-01T12:00:00Z');
const epochMs = 1_288_834_974_657n;
const words =
  'Kaffee Trommel rösten Größe Mühle & Wasser Morgen Straße „leise“ bell brass early owl once & again 🎉 schön Übung'.split(
    ' ',
  );

/** The same numbers for the same seed, so that two runs write the same bytes. @see mulberry32, public domain */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** As X counts: the number of a post is its time. One every five minutes, the newest first. */
function placed(place: number): { readonly id: string; readonly createdAt: string; readonly ms: number } {
  const ms = newest - place * 300_000;
  const [day, number, month, year, time] = new Date(ms).toUTCString().replace(',', '').split(' ');
  const id = ((BigInt(ms) - epochMs) << 22n) + BigInt(place % 4096);
  return { id: id.toString(), ms, createdAt: `${day} ${month} ${number} ${time} +0000 ${year}` };
}

/**
 * An archive of X with as many posts as wanted, in a folder: about 1.2 KB a post, printed as X prints it. A third answers
 * somebody, an eighth is passed on, one in a hundred is long, one in a thousand has a picture, and some are threads.
 * Holds no more than a record.
 */
export async function writeXExport(dir: string, posts: number, seed = 1): Promise<WrittenExport> {
  await mkdir(join(dir, 'data/tweets_media'), { recursive: true });
  const random = randomOf(seed);
  const notes = new ListFile(join(dir, 'data/note-tweet.js'), 'YTD.note_tweet.part0');
  const parts: { readonly name: string; readonly count: number }[] = [];
  let media = 0;
  let bytes = 0;
  for (let first = 0; first < posts; first += PER_PART) {
    const name = parts.length === 0 ? 'tweets.js' : `tweets-part${parts.length}.js`;
    const part = new ListFile(join(dir, 'data', name), `YTD.tweets.part${parts.length}`);
    for (let place = first; place < Math.min(posts, first + PER_PART); place += 1) {
      const { tweet, note, picture } = tweetAt(place, random);
      await part.add({ tweet });
      if (note !== undefined) await notes.add({ noteTweet: note });
      if (picture === undefined) continue;
      await writeFile(join(dir, 'data/tweets_media', picture), `a picture called ${picture}`);
      media += 1;
    }
    parts.push({ name, count: part.count });
    bytes += await part.end();
  }
  const longTexts = notes.count;
  bytes += await notes.end();
  await writeRest(dir, parts, longTexts);
  return { posts, longTexts, media, bytes };
}

class ListFile {
  count = 0;
  readonly #stream;

  constructor(path: string, globalName: string) {
    this.#stream = createWriteStream(path, { highWaterMark: 1 << 20 });
    this.#stream.write(`window.${globalName} = [`);
  }

  async add(record: object): Promise<void> {
    const text = JSON.stringify([record], null, 2).slice(1, -2);
    this.count += 1;
    if (!this.#stream.write(this.count === 1 ? text : `,${text}`)) await once(this.#stream, 'drain');
  }

  /** How long the file is, once it is written. */
  async end(): Promise<number> {
    this.#stream.end('\n]');
    await once(this.#stream, 'finish');
    return this.#stream.bytesWritten;
  }
}

function sentence(random: () => number, most: number): string {
  let text = '';
  while (text.length < most) text += `${words[Math.floor(random() * words.length)]} `;
  return text.trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}

interface MadeTweet {
  readonly tweet: object;
  readonly note?: object;
  readonly picture?: string;
}

function tweetAt(place: number, random: () => number): MadeTweet {
  const { id, ms, createdAt } = placed(place);
  const kind = random();
  const text = escaped(sentence(random, 60 + random() * 180));
  if (kind < 0.01) return longTweet(id, ms, createdAt, random);
  if (kind < 0.125)
    return {
      tweet: recordOf(id, createdAt, `RT @roesterei: ${text}`.slice(0, 139).concat('…'), { retweet_count: '7' }),
    };
  if (kind < 0.45)
    return {
      tweet: recordOf(id, createdAt, `@mira ${text}`, {
        display_text_range: ['6', String(text.length + 6)],
        ...answerTo('1780666000000000000', '77', 'mira'),
      }),
    };
  if (kind < 0.5) return { tweet: recordOf(id, createdAt, text, answerTo(placed(place + 1).id, ACCOUNT, HANDLE)) };
  if (kind < 0.501) return withPicture(id, createdAt, text);
  if (kind < 0.75) return { tweet: withLink(id, createdAt, text, place) };
  return { tweet: recordOf(id, createdAt, text) };
}

function longTweet(id: string, ms: number, createdAt: string, random: () => number): MadeTweet {
  const text = sentence(random, 800);
  const at = new Date(ms - 1000).toISOString();
  const core = { styletags: [], urls: [], text, mentions: [], cashtags: [], hashtags: [] };
  const note = {
    noteTweetId: `${id.slice(0, -3)}000`,
    updatedAt: at,
    lifecycle: { value: '1', name: 'Active' },
    createdAt: at,
    core,
  };
  return {
    tweet: recordOf(id, createdAt, `${escaped([...text].slice(0, 270).join(''))}… https://t.co/self${id.slice(-6)}`),
    note,
  };
}

function withPicture(id: string, createdAt: string, text: string): MadeTweet {
  const name = `F${id.slice(-14)}`;
  const medium = {
    url: 'https://t.co/photo',
    media_url_https: `https://pbs.twimg.com/media/${name}.jpg`,
    type: 'photo',
    id_str: id,
  };
  const tweet = recordOf(id, createdAt, `${text} https://t.co/photo`, { extended_entities: { media: [medium] } });
  return { tweet, picture: `${id}-${name}.jpg` };
}

function withLink(id: string, createdAt: string, text: string, place: number): object {
  const url = `https://t.co/l${place}`;
  const link = {
    url,
    expanded_url: `https://aurora.example/beitrag/${place}?a=1&b=2`,
    display_url: 'aurora.example/beitrag…',
    indices: ['0', '23'],
  };
  return recordOf(id, createdAt, `${text} ${url}`, {
    possibly_sensitive: false,
    entities: { hashtags: [], symbols: [], user_mentions: [], urls: [link] },
  });
}

function answerTo(id: string, user: string, name: string): object {
  return {
    in_reply_to_status_id_str: id,
    in_reply_to_status_id: id,
    in_reply_to_user_id: user,
    in_reply_to_user_id_str: user,
    in_reply_to_screen_name: name,
  };
}

function recordOf(id: string, createdAt: string, fullText: string, more: object = {}): object {
  return {
    edit_info: {
      initial: {
        editTweetIds: [id],
        editableUntil: '2023-02-18T13:03:11.000Z',
        editsRemaining: '5',
        isEditEligible: false,
      },
    },
    retweeted: false,
    source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    entities: {
      hashtags: [],
      symbols: [],
      user_mentions: [{ name: 'Mira', screen_name: 'mira', indices: ['0', '5'], id_str: '77', id: '77' }],
      urls: [],
    },
    display_text_range: ['0', String(fullText.length)],
    ...{
      favorite_count: '0',
      id_str: id,
      truncated: false,
      retweet_count: '0',
      id,
      created_at: createdAt,
      favorited: false,
    },
    ...{ full_text: fullText, lang: 'de', ...more },
  };
}

async function writeRest(
  dir: string,
  parts: readonly { readonly name: string; readonly count: number }[],
  notes: number,
): Promise<void> {
  const listed = (name: string, globalName: string, count: number) => ({
    fileName: `data/${name}`,
    globalName,
    count: String(count),
  });
  const files = parts.map(({ name, count }, part) => listed(name, `YTD.tweets.part${part}`, count));
  const config = {
    userInfo: { accountId: ACCOUNT, userName: HANDLE, displayName: 'Aurora' },
    archiveInfo: {
      sizeBytes: '1',
      generationDate: '2026-11-02T00:00:00.000Z',
      isPartialArchive: false,
      maxPartSizeBytes: '53687091200',
    },
    dataTypes: {
      noteTweet: { files: [listed('note-tweet.js', 'YTD.note_tweet.part0', notes)] },
      tweets: { mediaDirectory: 'data/tweets_media', files },
    },
  };
  await writeFile(join(dir, 'data/manifest.js'), `window.__THAR_CONFIG = ${JSON.stringify(config, null, 2)}`);
}
