import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { wordsOf } from '../../../src/channels/linkedin/import-words.ts';
import { exportTree } from '../../support/export-folder.ts';
import { memoryTree } from '../../support/memory-tree.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { linkedinPlace, nearMisses, personal, shareColumns } from './fixtures/linkedin.ts';
import { asFiles } from './mutate.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/linkedin/kawsay', import.meta.url));
const read = async (contents = personal as Record<string, unknown>, include: Parameters<typeof readExport>[2] = []) =>
  readExport(linkedinPlace, await exportTree(contents), include);

describe('the personal archive of LinkedIn', () => {
  it('gives a post with its lines, quotes, links and tags, and without the quotes that LinkedIn puts round each line', async () => {
    const { posts } = await read();
    expect(posts.find(({ id }) => id === 'urn:li:share:7193600000000000001')).toMatchObject({
      url: 'https://www.linkedin.com/feed/update/urn:li:share:7193600000000000001/',
      kind: 'post',
      author: { handle: 'lina-glockner', name: 'Lina Glöckner', url: 'https://www.linkedin.com/in/lina-glockner/' },
      published: '2024-05-07T16:41:18.000Z',
      text: 'Grüße aus der Gießerei 🔔\n\nWir läuten "später" – https://glocken.example/zeiten #Glocken #Handwerk',
      links: ['https://glocken.example/zeiten', 'https://glocken.example/artikel?utm=1'],
      tags: ['Glocken', 'Handwerk'],
      visibility: 'public',
      source: 'export',
      extent: 'whole',
    });
  });

  it('gives an activity the number and the address that a crawl gives it, and names its picture, which is not in the archive', async () => {
    const post = (await read()).posts.find(({ id }) => id === '7180500000000000002');
    expect(post).toMatchObject({
      url: 'https://www.linkedin.com/feed/update/urn:li:activity:7180500000000000002/',
      text: 'Mit "Anführung"',
      visibility: 'unknown',
      media: [{ url: 'https://media.licdn.com/dms/image/glocke.jpg', kind: 'image' }],
    });
    expect(post?.media[0]).not.toHaveProperty('file');
  });

  it('tells quotes, reposts with and without a line of their own, and reads dates in every form', async () => {
    const { posts } = await read();
    const kinds = posts.map(({ kind, published, quoteOf, repostOf }) => [kind, published, (quoteOf ?? repostOf)?.id]);
    expect(kinds).toContainEqual(['quote', '2024-03-30T08:00:00.000Z', '7179000000000000033']);
    expect(kinds).toContainEqual(['repost', '2024-02-15T15:04:00.000Z', '7163000000000000044']);
    expect(kinds).toContainEqual(['repost', '2023-11-20T10:00:00.000Z', '7132000000000000009']);
  });

  it('takes the time of a post whose date is blank from its number', async () => {
    const post = (await read()).posts.find(({ id }) => id === '7150000000000000005');
    expect(post?.published).toBe(new Date(Number(7150000000000000005n >> 22n)).toISOString());
  });

  it('gives own comments as replies, with quotes after a backslash and line breaks', async () => {
    const replies = (await read()).posts.filter(({ kind }) => kind === 'reply');
    expect(replies).toMatchObject([
      {
        text: 'Damals, im "Turm", war\'s kalt.\n\nSehr kalt ❄️',
        published: '2024-06-10T18:53:49.000Z',
        replyTo: {
          id: '7205000000000000007',
          url: 'https://www.linkedin.com/feed/update/urn:li:activity:7205000000000000007/',
        },
        thread: '7205000000000000007',
        visibility: 'unknown',
      },
      { id: '7205400000000000080', text: 'Glückwunsch, Jörg!', replyTo: { id: 'urn:li:ugcPost:7205300000000000008' } },
    ]);
  });

  it('reads a table the same however its bytes are cut into chunks', async () => {
    const texts = async (chunk: number) =>
      (await readExport(linkedinPlace, memoryTree(asFiles(personal), chunk))).posts.map(({ text }) => text);
    expect(await texts(1)).toEqual(await texts(100_000));
  });

  it('gives an article by its address, and a draft only when it is asked for', async () => {
    const { posts } = await read();
    expect(posts.filter(({ kind }) => kind === 'article')).toMatchObject([
      {
        id: 'https://www.linkedin.com/pulse/wie-eine-glocke-entsteht-lina-glockner-ab1c',
        url: 'https://www.linkedin.com/pulse/wie-eine-glocke-entsteht-lina-glockner-ab1c',
        title: 'Wie eine Glocke entsteht',
        text: 'Lehm & Bronze: „Guss“ 🔔\n\nMehr',
        links: ['https://glocken.example/guss'],
        published: '2023-02-03T15:06:00.000Z',
        media: [
          { url: 'https://media.licdn.com/cover.png' },
          { url: 'https://media.licdn.com/guss.png', alt: 'Der Guss' },
        ],
      },
    ]);
    const asked = await read(personal, ['drafts', 'followers-only']);
    expect(asked.posts.filter(({ visibility }) => visibility === 'private')).toMatchObject([
      { kind: 'article', title: 'Entwurf', published: null },
    ]);
    expect(asked.posts.filter(({ visibility }) => visibility === 'followers')).toMatchObject([
      { text: 'Nur für Kontakte' },
    ]);
  });

  it('lists every line that cannot be read, with its reason, and reads the next', async () => {
    const link = 'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7180500000000000002';
    const lines = [
      shareColumns,
      `2024-02-31 10:00:00,${link},a,,,PUBLIC`,
      '2024-02-01 10:00:00,kein Link,a,,,PUBLIC',
      `2024-02-01 10:00:00,${link},a,,,SOMEBODY`,
      `2024-02-01 10:00:00,${link}`,
      `2024-02-01 10:00:00,${link},a,b,c,PUBLIC,zu viel`,
      `2024-02-01 10:00:00,${link},gut,,,PUBLIC`,
    ];
    const { posts, unreadable } = await read({ 'Shares.csv': lines.join('\n') });
    expect(posts.map(({ text }) => text)).toEqual(['gut']);
    expect(unreadable.map(({ at, message }) => `${at.record} ${message.replace(/^.*?read: /, '')}`)).toEqual([
      '1 "2024-02-31 10:00:00" is no date.',
      '2 it has no address.',
      '3 whom "SOMEBODY" lets see it is not known.',
      '4 it lacks 4 of its fields.',
      '5 it has 7 fields for 6 columns.',
      '7 the file does not end with a line break: it may be cut off.',
    ]);
  });

  it('says so when a table of posts has other columns than one', async () => {
    const { unreadable } = await read({ ...personal, 'Shares.csv': 'Datum,Verweis\n1,2\n' });
    expect(unreadable.map(({ at }) => at.file)).toEqual(['Shares.csv']);
  });

  it('keeps quotes that the author wrote at the ends of lines', () => {
    expect(wordsOf('"Läuten!"\n"Nein!"')).toBe('"Läuten!"\n"Nein!"');
    expect(wordsOf('eins\nzwei "drei"')).toBe('eins\nzwei "drei"');
    expect(wordsOf('eins"\n"zwei ""drei""')).toBe('eins\nzwei "drei"');
  });

  it('has the day on which it was made from the name of the ZIP', async () => {
    const tree = await exportTree(personal, 'Complete_LinkedInDataExport_06-12-2024.zip');
    expect(await detectExport('linkedin', tree)).toMatchObject({ export: { madeAt: '2024-06-12T00:00:00.000Z' } });
  });

  it('tells whoever gives statistics of a page that there is no archive of it', async () => {
    const statistics = nearMisses.find(({ refused }) => refused !== undefined)?.contents ?? {};
    const detection = await detectExport('linkedin', await exportTree(statistics));
    expect(detection).toMatchObject({ kind: 'refused', hint: expect.stringContaining('no archive of the posts') });
  });

  it.skipIf(!existsSync(samples))('counts no post in the sample, whose messages are private', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    const { detected, posts, leftOut, unreadable } = await readExport(linkedinPlace, tree);
    expect([detected.dialect, posts]).toEqual(['linkedin-personal', []]);
    expect(leftOut).toEqual({ contacts: 2, others: 1, 'direct-messages': 2 });
    expect(unreadable.map(({ at }) => at.file)).toEqual(['messages.csv']);
  });
});
