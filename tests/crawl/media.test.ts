import { expect, test } from 'vitest';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const hls = (lines: string) => bytes(`#EXTM3U\n${lines}\n`, 'application/vnd.apple.mpegurl');
/** A segment is bytes that say which one they are. */
const segment = (name: string) => bytes(Buffer.from(`${name} `.repeat(40)), 'video/mp2t');

function segments(names: readonly string[]): Record<string, Route> {
  return Object.fromEntries(names.map((name) => [name, segment(name)]));
}

test('films in segments are kept whole, each segment once, although nothing plays them', async () => {
  const hlsParts = [
    '/h/low/1.ts',
    '/h/low/2.ts',
    '/h/high/1.ts',
    '/h/high/2.ts',
    '/h/audio/1.aac',
    '/h/subs/1.vtt',
    '/h/key.bin',
  ];
  const dashParts = ['/d/v/init.mp4', '/d/v/1.m4s', '/d/v/2.m4s', '/d/v/3.m4s', '/d/a.mp4'];
  const blog = await site({
    // The first film is only seen as an answer to a script, the second only named in the page, the third by an API.
    '/': html(`<script>fetch('/h/master.m3u8').then((r) => r.text()).then(() => fetch('/h/low/1.ts'))</script>
      <div data-stream="/d/film.mpd"></div><script>fetch('/api/player')</script>`),
    '/api/player': bytes(JSON.stringify({ sources: [{ file: '/bytes/index.m3u8' }] }), 'application/json'),
    '/h/master.m3u8': hls(`#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="audio/a.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",URI="subs/s.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/v.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=9\nhigh/v.m3u8`),
    '/h/low/v.m3u8': hls('#EXTINF:2,\n1.ts\n#EXTINF:2,\n2.ts\n#EXT-X-ENDLIST'),
    '/h/high/v.m3u8': hls(
      '#EXT-X-KEY:METHOD=AES-128,URI="../key.bin"\n#EXTINF:2,\n1.ts\n#EXTINF:2,\n2.ts\n#EXT-X-ENDLIST',
    ),
    '/h/audio/a.m3u8': hls('#EXTINF:2,\n1.aac\n#EXTINF:2,\ngone.aac\n#EXT-X-ENDLIST'),
    '/h/subs/s.m3u8': hls('#EXTINF:2,\n1.vtt\n#EXT-X-ENDLIST'),
    '/d/film.mpd': bytes(
      `<MPD mediaPresentationDuration="PT6S"><Period><AdaptationSet><SegmentTemplate duration="2" initialization="v/init.mp4"
        media="v/$Number$.m4s"/><Representation id="v"/></AdaptationSet>
        <AdaptationSet><Representation id="a"><BaseURL>a.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
      'application/dash+xml',
    ),
    // Many servers do not know the type.
    '/bytes/index.m3u8': bytes(
      '#EXTM3U\n#EXTINF:2,\n#EXT-X-BYTERANGE:10@0\nall.ts\n#EXTINF:2,\n#EXT-X-BYTERANGE:10@10\nall.ts\n#EXT-X-ENDLIST\n',
      'text/plain',
    ),
    '/bytes/all.ts': segment('/bytes/all.ts'),
    ...segments([...hlsParts, ...dashParts]),
  });
  const { report, exchanges, exchange } = await crawlSite([blog.url('/')]);
  const wanted = [
    ...hlsParts,
    ...dashParts,
    '/bytes/all.ts',
    ...[
      '/h/master.m3u8',
      '/h/low/v.m3u8',
      '/h/high/v.m3u8',
      '/h/audio/a.m3u8',
      '/h/subs/s.m3u8',
      '/d/film.mpd',
      '/bytes/index.m3u8',
    ],
  ];
  const kept = exchanges.map(({ url }) => new URL(url).pathname).filter((path) => wanted.includes(path));
  expect(kept.sort()).toEqual(wanted.sort());
  expect(exchange(blog.url('/h/high/2.ts')).bytes.toString()).toContain('/h/high/2.ts');
  expect(report.gaps).toMatchObject([{ reason: 'resource-failed', url: blog.url('/h/audio/gone.aac') }]);
  // Parts bring what the browser would have brought, and nothing of it is kept.
  expect(blog.headersOf.get('/h/high/1.ts')?.referer).toContain(blog.origin);
});

test('a live stream is kept as far as it lists and told, and a film without end is cut at its bound', async () => {
  const many = Array.from({ length: 400 }, (_, n) => `#EXTINF:2,\n${n}.ts`).join('\n');
  const blog = await site({
    '/': html('<a href="/live/now.m3u8">live</a><video src="/long/film.m3u8"></video>'),
    '/live/now.m3u8': hls('#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n7.ts\n#EXTINF:2,\n8.ts'),
    '/long/film.m3u8': hls(`${many}\n#EXT-X-ENDLIST`),
    ...segments(['/live/7.ts', '/live/8.ts', ...Array.from({ length: 400 }, (_, n) => `/long/${n}.ts`)]),
  });
  const bounds = { ...crawlDefaults.bounds, segments: 20 };
  const { report, exchanges } = await crawlSite([blog.url('/')], { plan: { bounds } });
  const paths = exchanges.map(({ url }) => new URL(url).pathname);
  expect(paths.filter((path) => path.startsWith('/live/')).sort()).toEqual([
    '/live/7.ts',
    '/live/8.ts',
    '/live/now.m3u8',
  ]);
  expect(paths.filter((path) => /^\/long\/\d+\.ts$/.test(path))).toHaveLength(20);
  expect(report.gaps.map(({ reason, url }) => [reason, url]).sort()).toEqual([
    ['limit-segments', blog.url('/long/film.m3u8')],
    ['live-media', blog.url('/live/now.m3u8')],
  ]);
});
