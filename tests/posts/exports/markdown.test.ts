import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportPosts } from '../../../src/journeys/export-posts.ts';
import { makeMedia, makePost } from '../../../src/model/post.ts';
import { auroraFiles, auroraPosts, pictureOf } from '../../support/aurora-posts.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { makePostsSnapshot } from '../../support/posts-snapshot.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: stillClock };

const wish = {
  format: 'markdown',
  force: false,
  excel: false,
  outIsTerminal: false,
  toStdout: async () => undefined,
} as const;

interface Front {
  readonly [name: string]: unknown;
  readonly media?: readonly { readonly file: string | null; readonly alt: string | null; readonly sha256: string }[];
}

function read(text: string): { readonly front: Front; readonly body: string } {
  const [, yaml = '', body = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(text) ?? [];
  return { front: parse(yaml) as Front, body };
}

async function markdownOf(parts: Parameters<typeof makePostsSnapshot>[1], filter = { ownOnly: false }) {
  const cwd = await temporaryFolder();
  await makePostsSnapshot(join(cwd, 'a.wacz'), parts);
  const result = await exportPosts({ ...wish, filter, snapshot: 'a.wacz', out: 'md' }, { cwd }, context);
  const names = (await readdir(join(cwd, 'md'), { recursive: true })).sort();
  const file = async (name: string) => read(await readFile(join(cwd, 'md', name), 'utf8'));
  return { folder: join(cwd, 'md'), result, names, file };
}

describe('posts as Markdown', () => {
  it('is a file a post, with what is known of it in front and its media beside it', async () => {
    const { folder, result, names, file } = await markdownOf({
      channel: 'mastodon',
      posts: auroraPosts,
      files: auroraFiles,
    });
    expect(names.filter((name) => name.endsWith('.md'))).toHaveLength(auroraPosts.length);
    expect(result).toMatchObject({
      posts: auroraPosts.length,
      problems: [],
      media: { files: 11, missing: 2, unreadable: 0 },
    });
    const { front, body } = await file('2024/2024-01-13-our-roastery-in-pictures.md');
    expect(front).toMatchObject({
      title: 'Our roastery in pictures.',
      date: '2024-01-13T08:15:00.000Z',
      id: '2',
      url: 'https://social.example/@aurora/2',
      channel: 'mastodon',
      kind: 'post',
      lang: 'en',
      counts: { likes: 14, replies: 0, read_at: '2026-11-23T09:30:00.000Z' },
      archive: { snapshot: 'a.wacz', record: 'urn:uuid:00000000-0000-4000-8000-000000000001' },
    });
    const [roaster] = front.media ?? [];
    expect(roaster?.alt).toBe('The roaster, a drum of black iron');
    expect(body).toContain(`![The roaster, a drum of black iron](${roaster?.file})`);
    const bytes = await readFile(join(folder, '2024', roaster?.file ?? ''));
    expect(roaster?.sha256).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(bytes.equals(Buffer.from(auroraFiles[pictureOf(2, 0)]?.content ?? ''))).toBe(true);
    // The fourth is not in the archive, and that is said with its address.
    expect(body).toContain(
      '*image, not in the archive: Aurora, the cat, asleep on a sack* <https://social.example/media/2-3.png>',
    );
  });

  it('gives words, right-to-left text, polls, quotes and markup as they were', async () => {
    const { names, file } = await markdownOf({ channel: 'mastodon', posts: auroraPosts, files: auroraFiles });
    const named = (part: string) => file(names.find((name) => name.includes(part)) ?? '');
    expect((await named('2024-03-18-')).body).toBe('قهوتنا الجديدة وصلت اليوم 🎉\n');
    expect((await named('families')).body).toContain('"quotes" & \\<angles> — all in one line.  \nAnd a second line.');
    expect((await named('which-roast')).body).toContain('- Dark (12)');
    expect((await named('this-and-nothing')).body).toContain(
      '> Tap water: 12 °dH today.\n>\n> — wasserwerk <https://social.example/@wasserwerk/wasserwerk-3>',
    );
    expect((await named('thank-you')).front.reply_to).toMatchObject({
      author: 'mira',
      text: 'Your Huila is the best coffee in town!',
    });
    const article = await named('wasser-roestung');
    expect(article.body).toMatch(/^# Wasser & Röstung: was \\<b>wirklich\\<\/b> zählt\n\n## Wasser & Röstung\n\n/);
    expect(article.body).toContain('Weiches Wasser **hilft**. Nein [Mehr dazu](https://social.example/wasser?x=1&y=2)');
    // The picture stands in the text and so not once more below it.
    expect(article.body.match(/!\[Wasser im Glas\]\(\.\.\/media\/[0-9a-f]{20}\.png\)/g)).toHaveLength(1);
    expect(article.body).not.toMatch(/<script|<iframe|tracker\.example\/"/);
  });

  it('lets no text break out of its front matter', async () => {
    const nasty = 'a: b\n---\n# x\u0085\u2028\u007F "quoted" \\ {} [] * & ! | > % @ ` \uFEFF 🎉';
    const post = makePost({
      platform: 'mastodon',
      id: nasty,
      kind: 'post',
      source: 'api',
      title: nasty,
      text: nasty,
      tags: [nasty, '- x', 'no', '1e3'],
      published: '2024-01-08T08:15:00.000Z',
      media: [makeMedia({ url: 'https://a.example/x', kind: 'file', alt: nasty })],
    });
    const { names, file } = await markdownOf({ channel: 'x', posts: [post] });
    const { front } = await file(names.find((name) => name.endsWith('.md')) ?? '');
    expect(front).toMatchObject({ id: nasty, tags: [nasty, '- x', 'no', '1e3'], kind: 'post' });
    expect(front.media?.[0]?.alt).toBe(nasty);
  });

  it('keeps a table, which Markdown has no form for', async () => {
    const html = '<p>Preise</p><table><tr><th>Röstung</th><th>€</th></tr><tr><td>Hell</td><td>9</td></tr></table>';
    const post = makePost({ platform: 'website', id: '1', kind: 'article', source: 'crawl', html, text: 'Preise' });
    const { names, file } = await markdownOf({ channel: 'x', posts: [post] });
    expect((await file(names.find((name) => name.endsWith('.md')) ?? '')).body).toContain('<td>Hell</td><td>9</td>');
  });
});

describe('media of an export', () => {
  it('that were damaged in the archive are told one by one, and not copied', async () => {
    const url = 'https://a.example/bell.png';
    const medium = makeMedia({ url, kind: 'image', alt: 'Bell', sha256: `sha256:${'0'.repeat(64)}` });
    const post = makePost({
      platform: 'website',
      id: '1',
      kind: 'post',
      source: 'crawl',
      text: 'Glocke',
      media: [medium],
    });
    const cwd = await temporaryFolder();
    const files = { [url]: { type: 'image/png', content: 'bytes of a bell' } };
    const [kept] = await makePostsSnapshot(join(cwd, 'b.wacz'), { channel: 'x', posts: [post], files });
    // A list that names other bytes than those in the archive, as a tampered one would.
    const lying = { ...kept, media: kept?.media.map((known) => ({ ...known, sha256: medium.sha256 })) };
    await makePostsSnapshot(join(cwd, 'a.wacz'), { channel: 'x', posts: [], files, moreLines: [lying, { odd: 1 }] });
    const input = { ...wish, filter: { ownOnly: true }, snapshot: 'a.wacz', out: 'md' };
    const { media, problems } = await exportPosts(input, { cwd }, context);
    expect(media).toMatchObject({ files: 0, unreadable: 1 });
    expect(problems).toEqual([
      `Line 2 of posts/posts.jsonl in ${join(cwd, 'a.wacz')} is no post.`,
      `The bytes of ${url} in the archive are not those of ${medium.sha256}.`,
    ]);
    expect(await readdir(join(cwd, 'md', 'media'))).toEqual([]);
    expect(await readFile(join(cwd, 'md', 'undated', 'glocke.md'), 'utf8')).toContain(
      `*image, could not be read from the archive: Bell* <${url}>`,
    );
  });
});
