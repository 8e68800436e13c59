/**
 * How long reading posts out of an archive takes: 10,000 posts of a fediverse account in 250 answers of its interface, in a WARC
 * as a crawl writes it, against reading the same WARC and parsing the same JSON and nothing else.
 *
 *   npx tsx bench/extract.ts [posts] [rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexResponses, type ResponseIndex } from '../src/archive/response-index.ts';
import { SnapshotWriter } from '../src/archive/snapshot-writer.ts';
import { systemClock } from '../src/base/clock.ts';
import { sha256 } from '../src/base/digest.ts';
import { randomIds } from '../src/base/ids.ts';
import { readChannel } from '../src/journeys/read-channel.ts';
import type { ChannelPlace } from '../src/model/channel.ts';

const posts = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 5);
const perPage = 40;
const origin = 'https://social.example';
const place: ChannelPlace = { platform: 'mastodon', handle: 'aurora@social.example', url: `${origin}/@aurora` };

const account = {
  id: '1',
  username: 'aurora',
  acct: 'aurora',
  display_name: 'Aurora',
  url: `${origin}/@aurora`,
  statuses_count: posts,
};

function status(number: number): object {
  const id = String(110_000_000_000_000_000n + BigInt(number));
  return {
    id,
    created_at: new Date(Date.UTC(2018, 0, 1) + number * 3_600_000).toISOString(),
    edited_at: null,
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'de',
    uri: `${origin}/users/aurora/statuses/${id}`,
    url: `${origin}/@aurora/${id}`,
    replies_count: number % 7,
    reblogs_count: number % 11,
    favourites_count: number % 13,
    content: `<p>Charge ${number}: heute Morgen geröstet, <a href="https://aurora.example/${number}" rel="nofollow"><span class="invisible">https://</span><span>aurora.example/${number}</span></a>. Wer mag, kommt vorbei und probiert.</p>`,
    reblog: null,
    account,
    media_attachments: [],
    mentions: [],
    tags: [{ name: 'kaffee', url: `${origin}/tags/kaffee` }],
    emojis: [],
    card: null,
    poll: null,
  };
}

/** A WARC as the walk through the account's statuses leaves it, and its index. */
async function archive(folder: string): Promise<ResponseIndex> {
  const writer = await SnapshotWriter.open({
    workDir: join(folder, 'content'),
    software: 'bench',
    warcinfo: {},
    clock: systemClock,
    ids: randomIds,
  });
  for (let first = 0; first < posts; first += perPage) {
    const page = Array.from({ length: Math.min(perPage, posts - first) }, (_, index) => status(posts - first - index));
    const bytes = Buffer.from(JSON.stringify(page));
    await writer.addExchange({
      url: `${origin}/api/v1/accounts/1/statuses?limit=40&max_id=${first}`,
      method: 'GET',
      requestHeaders: [],
      status: 200,
      statusText: 'OK',
      responseHeaders: [['content-type', 'application/json; charset=utf-8']],
      body: {
        lengthBytes: bytes.length,
        sha256: sha256(bytes),
        async *stream() {
          yield bytes;
        },
        dispose: async () => undefined,
      },
      bodyIsRaw: false,
      fetchedAt: new Date(),
    });
  }
  const index = await indexResponses(await writer.archived());
  return index;
}

async function seconds(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const count = await work();
  if (count !== posts) throw new Error(`${count} posts where there are ${posts}.`);
  return (performance.now() - began) / 1000;
}

async function plain(index: ResponseIndex): Promise<number> {
  let count = 0;
  for (const head of index.heads) {
    count += (JSON.parse(await (await index.open(head)).text()) as readonly unknown[]).length;
  }
  return count;
}

async function extracted(index: ResponseIndex, folder: string): Promise<number> {
  const { book } = await readChannel(place, index, folder);
  let count = 0;
  for await (const _reading of book.posts()) count += 1;
  await book.close();
  return count;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = await mkdtemp(join(tmpdir(), 'lastpost-bench-'));
try {
  const index = await archive(folder);
  const parsing: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    parsing.push(await seconds(() => plain(index)));
    reading.push(await seconds(() => extracted(index, folder)));
  }
  const ratios = reading.map((value, round) => value / (parsing[round] ?? 1));
  console.log(`${posts} posts in ${index.heads.length} answers, ${rounds} pairs\n`);
  console.log('| | median s | posts a second |\n| --- | --- | --- |');
  console.log(`| WARC read, JSON parsed | ${median(parsing).toFixed(2)} | ${Math.round(posts / median(parsing))} |`);
  console.log(
    `| posts read, merged, in order | ${median(reading).toFixed(2)} | ${Math.round(posts / median(reading))} |`,
  );
  console.log(
    `\nratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
  );
  console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
