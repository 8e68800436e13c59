import { expect, test } from 'vitest';
import { namedPlaylists } from '../../src/crawl/media/named-playlists.ts';
import { readHls } from '../../src/crawl/media/read-hls.ts';
import { readMpd } from '../../src/crawl/media/read-mpd.ts';

const now = new Date('2026-11-23T12:00:00Z');
const base = 'https://media.example.org/film/';
const names = (addresses: Iterable<string>) => [...addresses].map((address) => address.replace(base, ''));
const dash = (text: string) => readMpd(text, `${base}film.mpd`, now);

test('reads a master playlist: qualities, languages, subtitles, previews and keys', () => {
  const master = readHls(
    `#EXTM3U
#EXT-X-DEFINE:NAME="host",VALUE="cdn.example.org"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Deutsch, laut",URI="audio/de.m3u8"
#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",INSTREAM-ID="CC1"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",URI="subs/de.m3u8"
#EXT-X-SESSION-KEY:METHOD=AES-128,URI="key.bin"
#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.4d401e,mp4a.40.2"
low.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=2400000
# a remark
https://{$host}/high.m3u8?q=1
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=100,URI="preview.m3u8"
`,
    `${base}master.m3u8`,
  );
  expect(names(master?.playlists ?? [])).toEqual([
    'audio/de.m3u8',
    'subs/de.m3u8',
    'low.m3u8',
    'https://cdn.example.org/high.m3u8?q=1',
    'preview.m3u8',
  ]);
  expect(names(master?.parts ?? [])).toEqual(['key.bin']);
  expect(master?.isLive).toBe(false);
});

test('reads a media playlist: opening bytes, keys, ranges of one file once, and knows a live one', () => {
  const lines = [
    '#EXTM3U',
    '#EXT-X-TARGETDURATION:6',
    '#EXT-X-MAP:URI="init.mp4",BYTERANGE="100@0"',
    '#EXT-X-KEY:METHOD=AES-128,URI="k1.key",IV=0x1',
    '#EXTINF:6,',
    '#EXT-X-BYTERANGE:100@100',
    'all.mp4',
    '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://drm"',
    '#EXTINF:6,A title, with a comma',
    '#EXT-X-BYTERANGE:100@200',
    'all.mp4',
    '#EXTINF:6,',
    '../other/3.ts?token=1',
  ];
  const live = readHls(lines.join('\r\n'), `${base}v.m3u8`);
  expect(names(live?.parts ?? [])).toEqual([
    'init.mp4',
    'k1.key',
    'all.mp4',
    'https://media.example.org/other/3.ts?token=1',
  ]);
  expect(live?.isLive).toBe(true);
  expect(readHls([...lines, '#EXT-X-ENDLIST'].join('\n'), base)?.isLive).toBe(false);
  expect(readHls('<html>no list</html>', base)).toBeUndefined();
});

test('reads DASH templates by number, by time, and with what outer elements say', () => {
  const film = dash(`<?xml version="1.0"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT10.5S">
 <BaseURL>media/</BaseURL>
 <Period>
  <AdaptationSet mimeType="video/mp4">
   <SegmentTemplate timescale="1000" duration="4000" startNumber="0" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number%04d$-$Bandwidth$.m4s"/>
   <Representation id="v1" bandwidth="100"/><Representation id="v2" bandwidth="200"><BaseURL>hd/</BaseURL></Representation>
  </AdaptationSet>
  <AdaptationSet mimeType="audio/mp4">
   <SegmentTemplate timescale="10" initialization="a/init.mp4" media="a/$Time$.m4s">
    <SegmentTimeline><S t="5" d="20" r="1"/><S d="30"/><S t="95" d="10" r="-1"/></SegmentTimeline>
   </SegmentTemplate>
   <Representation id="a1" bandwidth="5"/>
  </AdaptationSet>
 </Period>
</MPD>`);
  expect(film?.isLive).toBe(false);
  expect(names(film?.parts() ?? [])).toEqual([
    ...['v1/init.mp4', 'v1/0000-100.m4s', 'v1/0001-100.m4s', 'v1/0002-100.m4s'].map((name) => `media/${name}`),
    ...['v2/init.mp4', 'v2/0000-200.m4s', 'v2/0001-200.m4s', 'v2/0002-200.m4s'].map((name) => `media/hd/${name}`),
    ...['init.mp4', '5.m4s', '25.m4s', '45.m4s', '95.m4s'].map((name) => `media/a/${name}`),
  ]);
});

test('reads DASH lists and single files, over several periods', () => {
  const film = dash(`<MPD type="static">
 <Period duration="PT4S"><AdaptationSet><Representation id="1">
  <SegmentList><Initialization sourceURL="i.mp4"/><SegmentURL media="1.m4s"/><SegmentURL media="2.m4s" mediaRange="0-9"/></SegmentList>
 </Representation></AdaptationSet></Period>
 <Period><AdaptationSet><Representation id="2"><BaseURL>whole.mp4?a=1&amp;b=2</BaseURL><SegmentBase indexRange="0-99"/></Representation>
  <Representation id="3"><BaseURL>subs.vtt</BaseURL></Representation></AdaptationSet></Period></MPD>`);
  expect(names(film?.parts() ?? [])).toEqual(['i.mp4', '1.m4s', '2.m4s', 'whole.mp4?a=1&b=2', 'subs.vtt']);
});

test('of a live DASH stream it names what is on the air, and of a hostile one no more than is asked for', () => {
  const live = (duration: number) =>
    dash(`<MPD type="dynamic" availabilityStartTime="2026-11-23T11:59:00Z"><Period start="PT0S"><AdaptationSet>
      <SegmentTemplate duration="${duration}" timescale="1000" media="$Number$.m4s"/><Representation id="1"/></AdaptationSet></Period></MPD>`);
  expect(live(2_000)?.isLive).toBe(true);
  expect(names(live(2_000)?.parts() ?? [])).toEqual(Array.from({ length: 10 }, (_, n) => `${21 + n}.m4s`));
  const endless = dash(`<MPD mediaPresentationDuration="PT9999999H"><Period><AdaptationSet>
      <SegmentTemplate duration="1" timescale="90000" media="$Number$.m4s"/><Representation id="1"/></AdaptationSet></Period></MPD>`);
  const [first] = endless?.parts() ?? [];
  expect(first).toBe(`${base}1.m4s`);
  expect(dash(`${'<a>'.repeat(50_000)}`)).toBeUndefined();
});

test('finds the playlists that a page or a script names', () => {
  const text = `<video data-hls="film/master.m3u8?a=1&amp;b=2"></video>
    <script>setup({"file":"https:\\/\\/cdn.example.org\\/x\\/live.mpd"}); load('/abs.m3u8')</script> index.m3u8.html`;
  expect(names(namedPlaylists(text, base))).toEqual([
    'film/master.m3u8?a=1&b=2',
    'https://cdn.example.org/x/live.mpd',
    'https://media.example.org/abs.m3u8',
  ]);
});
