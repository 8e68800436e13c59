import { describe, expect, it } from 'vitest';
import { looksLikeFeed, readFeedPosts } from '../../../src/channels/reading/read-feed.ts';
import type { ArchivedResponse } from '../../../src/model/archived-response.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { archivedText } from '../../support/archived-text.ts';

const place = { platform: 'website', handle: 'aurora.example', url: 'https://aurora.example/' } as const;

async function findingsOf(
  body: string,
  parts: Partial<ArchivedResponse> = {},
  url = 'https://aurora.example/feed.xml',
) {
  const findings: Finding[] = [];
  const response = archivedText(url, body, { mime: 'application/rss+xml', ...parts });
  for await (const finding of readFeedPosts(response, place, 'website')) findings.push(finding);
  return findings;
}

async function postsOf(body: string, url?: string): Promise<readonly FoundPost[]> {
  const findings = await findingsOf(body, {}, url);
  return findings.flatMap((finding) => (finding.kind === 'post' ? [finding.post] : []));
}

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Aurora</title>
  <link>https://aurora.example/</link><language>de-DE</language>${head}${items}</channel></rss>`;

describe('RSS', () => {
  it('is read with its whole content, author, tags, language and pictures', async () => {
    const [post] = await postsOf(
      rss(`<item><title>Fish &amp; &lt;chips&gt; &amp;#8211; <![CDATA[<em>heute</em>]]></title>
        <link>https://aurora.example/fisch/</link><dc:creator><![CDATA[Mira Groß]]></dc:creator>
        <pubDate>Wed, 03 Jan 2024 09:15:00 +0100</pubDate><category><![CDATA[Küche]]></category><category>#Fisch</category>
        <guid isPermaLink="false">https://aurora.example/?p=12</guid><description>Kurz.</description>
        <content:encoded><![CDATA[<p>Hallo,<br>Welt &amp; <a href="/karte">Karte</a></p>
          <figure><a href="bild.jpg"><img src="bild-300x200.jpg" srcset="bild-300x200.jpg 300w, bild-900x600.jpg 900w" alt="Ein Fisch"></a></figure>
          <img src="/pixel.gif" width="1" height="1">]]></content:encoded>
        <enclosure url="https://aurora.example/ton.mp3" type="audio/mpeg" length="12"/></item>`),
    );
    expect(post).toMatchObject({
      id: 'https://aurora.example/fisch/',
      url: 'https://aurora.example/fisch/',
      kind: 'article',
      title: 'Fish & <chips> – heute',
      text: 'Hallo,\nWelt & Karte',
      published: '2024-01-03T08:15:00.000Z',
      edited: null,
      author: { name: 'Mira Groß' },
      lang: 'de-DE',
      tags: ['Küche', 'Fisch'],
      links: ['https://aurora.example/karte', 'https://aurora.example/fisch/bild.jpg'],
      extent: 'whole',
    });
    expect(post?.media).toEqual([
      expect.objectContaining({
        url: 'https://aurora.example/fisch/bild.jpg',
        otherUrls: ['https://aurora.example/fisch/bild-900x600.jpg', 'https://aurora.example/fisch/bild-300x200.jpg'],
        kind: 'image',
        alt: 'Ein Fisch',
      }),
      expect.objectContaining({ url: 'https://aurora.example/ton.mp3', kind: 'audio', mime: 'audio/mpeg' }),
    ]);
  });

  it('gives a part where it only describes, and lists each entry', async () => {
    const findings = await findingsOf(
      rss('<item><link>https://aurora.example/a</link><description>Anfang …</description></item>'),
    );
    expect(findings).toEqual([
      { kind: 'post', post: expect.objectContaining({ extent: 'part', kind: 'post', text: 'Anfang …' }) },
      {
        kind: 'listed',
        listed: {
          id: 'https://aurora.example/a',
          url: 'https://aurora.example/a',
          published: null,
          list: 'feed',
          kind: 'post',
        },
      },
    ]);
  });

  it('takes the guid for the address only where it is one', async () => {
    const posts = await postsOf(
      rss(`<item><title>A</title><guid>https://aurora.example/a</guid></item>
        <item><title>B</title><guid isPermaLink="false">https://aurora.example/?p=2</guid></item>
        <item><title>C</title><guid>tag-3</guid></item><item><title>D</title></item>`),
    );
    expect(posts.map(({ id, url }) => [id.slice(0, 26), url])).toEqual([
      ['https://aurora.example/a', 'https://aurora.example/a'],
      ['https://aurora.example/?p=', null],
      ['tag-3', null],
      [expect.stringMatching(/^urn:sha256:/), null],
    ]);
  });

  it('takes several forms of one film as one, and a thumbnail only where there is nothing better', async () => {
    const [film, small] = await postsOf(
      rss(`<item><link>https://aurora.example/film</link><media:group>
        <media:content url="https://cdn.example/s.mp4" type="video/mp4" width="320" height="180" duration="12.5"/>
        <media:content url="https://cdn.example/l.mp4" type="video/mp4" width="1280" height="720" duration="12.5"/>
        <media:thumbnail url="https://cdn.example/t.jpg"/></media:group></item>
        <item><link>https://aurora.example/bild</link><media:thumbnail url="https://cdn.example/u.jpg"/></item>`),
    );
    expect(film?.media).toEqual([
      expect.objectContaining({
        url: 'https://cdn.example/l.mp4',
        otherUrls: ['https://cdn.example/s.mp4'],
        durationMs: 12500,
      }),
    ]);
    expect(small?.media).toEqual([expect.objectContaining({ url: 'https://cdn.example/u.jpg', kind: 'image' })]);
  });

  it('of 0.91 and of 1.0 is read as well, whatever prefix it uses', async () => {
    const [old] = await postsOf(
      '<rss version="0.91"><channel><title>x</title><item><title>Old</title><link>https://aurora.example/old</link></item></channel></rss>',
    );
    expect(old).toMatchObject({ url: 'https://aurora.example/old', title: 'Old' });
    const [rdf] = await postsOf(
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"
       xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel r:about="https://aurora.example/"><title>x</title></channel>
       <item r:about="https://aurora.example/r"><title>R</title><link>https://aurora.example/r</link><d:date>2005-01-02T03:04:05Z</d:date>
       <d:creator>Jo</d:creator><d:subject>eins</d:subject><c:encoded>&lt;p&gt;whole&lt;/p&gt;</c:encoded></item></r:RDF>`,
    );
    expect(rdf).toMatchObject({
      url: 'https://aurora.example/r',
      published: '2005-01-02T03:04:05.000Z',
      author: { name: 'Jo' },
      tags: ['eins'],
      text: 'whole',
      extent: 'whole',
    });
  });
});

describe('Atom', () => {
  it('is read with xml:base, xml:lang, XHTML, and an edit only where there was one', async () => {
    const [first, second] = await postsOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://aurora.example/blog/">
       <author><name>Aurora</name><uri>/ueber</uri></author>
       <entry><id>tag:aurora.example,2024:1</id><title type="html">Ein &amp;lt;b&amp;gt; &lt;b&gt;Wort&lt;/b&gt;</title>
         <link rel="edit" href="x"/><link rel="alternate" type="text/html" href="eins"/>
         <published>2024-01-03T08:15:00Z</published><updated>2024-02-03T08:15:00Z</updated><category term="a" label="Alles"/>
         <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ganz <img src="b.png" alt="B"/></p></div></content></entry>
       <entry xml:lang="en"><id>https://aurora.example/blog/zwei</id><title>1 &lt; 2</title><link href="zwei"/>
         <published>2024-01-04T08:15:00Z</published><updated>2024-01-04T08:15:20Z</updated><summary>Some of it</summary></entry></feed>`,
    );
    expect(first).toMatchObject({
      id: 'https://aurora.example/blog/eins',
      title: 'Ein <b> Wort',
      author: { name: 'Aurora', url: 'https://aurora.example/ueber' },
      published: '2024-01-03T08:15:00.000Z',
      edited: '2024-02-03T08:15:00.000Z',
      lang: 'de',
      tags: ['Alles'],
      text: 'Ganz',
      extent: 'whole',
    });
    expect(first?.media.map(({ url }) => url)).toEqual(['https://aurora.example/blog/b.png']);
    expect(second).toMatchObject({ title: '1 < 2', lang: 'en', edited: null, text: 'Some of it', extent: 'part' });
  });
});

describe('JSON Feed', () => {
  it('is read in both its versions', async () => {
    const [post] = await postsOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        language: 'de',
        authors: [{ name: 'Mira', url: 'https://aurora.example/mira' }],
        items: [
          {
            id: 7,
            url: '/sieben',
            content_html: '<p>Hallo</p>',
            date_published: '2024-01-03T09:15:00+01:00',
            tags: ['a'],
            image: 'i.png',
            attachments: [{ url: 'https://aurora.example/t.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 3 }],
          },
        ],
      }),
    );
    expect(post).toMatchObject({
      id: 'https://aurora.example/sieben',
      text: 'Hallo',
      author: { name: 'Mira' },
      published: '2024-01-03T08:15:00.000Z',
      lang: 'de',
      extent: 'whole',
    });
    expect(post?.media.map(({ kind }) => kind)).toEqual(['audio', 'image']);
    const [old] = await postsOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        items: [{ id: 'https://aurora.example/x', summary: 'Kurz', author: { name: 'Jo' } }],
      }),
    );
    expect(old).toMatchObject({ url: 'https://aurora.example/x', author: { name: 'Jo' }, extent: 'part' });
  });
});

describe('what is no good feed', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;

  it('does no harm: entities of its own are neither expanded nor fetched', async () => {
    const [post] = await postsOf(
      laughs +
        rss(
          '<item><link>https://aurora.example/a</link><title>&c;</title><description>&f;!</description></item>',
        ).replace(/^<\?xml.*?\?>/, ''),
    );
    expect(post).toMatchObject({ title: '&c;', text: '&f;!' });
  });

  it.each([
    ['an empty answer', '', 'is empty'],
    ['a page of HTML', '<!doctype html><html><body>No feed here</body></html>', 'neither RSS'],
    ['plain words', 'Not found', 'neither RSS'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1", ', 'neither RSS'],
    ['other JSON', '{"items": []}', 'neither RSS'],
    ['XML without an end to its depth', '<rss>'.repeat(200_000), 'nests without end'],
  ])('%s gives one unreadable finding with the reason', async (_what, body, reason) => {
    expect(await findingsOf(body)).toEqual([
      {
        kind: 'unreadable',
        id: null,
        where: 'https://aurora.example/feed.xml',
        message: expect.stringContaining(reason),
      },
    ]);
  });

  it('that breaks off gives what is there, and says so', async () => {
    const whole = rss(
      '<item><link>https://aurora.example/a</link></item><item><link>https://aurora.example/b</link></item>',
    );
    const findings = await findingsOf(whole.slice(0, -60));
    expect(findings.map(({ kind }) => kind)).toEqual(['post', 'listed', 'post', 'listed', 'unreadable']);
  });
});

describe('looksLikeFeed', () => {
  const head = (url: string, mime: string, parts = {}) => ({
    url,
    mime,
    method: 'GET',
    status: 200,
    isPart: false,
    ...parts,
  });

  it.each([
    ['https://a.example/anything', 'application/atom+xml'],
    ['https://a.example/feed/', 'text/xml'],
    ['https://a.example/blog/index.xml', 'application/xml'],
    ['https://a.example/feed.json', 'application/json'],
    ['https://a.example/?feed=rss2', 'text/xml'],
    ['https://a.example/atom.xml', 'text/plain'],
  ])('takes %s of %s for one', (url, mime) => {
    expect(looksLikeFeed(head(url, mime))).toBe(true);
  });

  it.each([
    ['https://a.example/sitemap.xml', 'application/xml', {}],
    ['https://a.example/feed/', 'text/html', {}],
    ['https://a.example/feed/', 'text/xml', { status: 404 }],
    ['https://a.example/newsfeeder', 'text/xml', {}],
  ])('takes %s of %s for none', (url, mime, parts) => {
    expect(looksLikeFeed(head(url, mime, parts))).toBe(false);
  });
});

it('a sound answer of an interface that lies where feeds do is no damaged feed, and one that calls itself a feed is', async () => {
  const own = '{"posts":[{"id":1}],"next":"abc"}';
  expect(await findingsOf(own, { mime: 'application/json' }, 'https://aurora.example/api/feed')).toEqual([]);
  const damaged = await findingsOf(own, { mime: 'application/feed+json' }, 'https://aurora.example/feed.json');
  expect(damaged.map(({ kind }) => kind)).toEqual(['unreadable']);
});
