import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openExportTree } from '../../../src/archive/export-tree.ts';
import { exportTree } from '../../support/export-folder.ts';
import { detectExport, readExport } from '../../support/read-export.ts';
import { account, channel, exports, message, nearMisses, telegramPlace } from './fixtures/telegram.ts';

const samples = fileURLToPath(new URL('../../../../shared/samples/telegram/result-json', import.meta.url));
const whole = exports[0]?.contents ?? {};

async function readMessages(messages: readonly unknown[], more: object = {}) {
  return readExport(telegramPlace, await exportTree({ 'result.json': { ...channel, ...more, messages } }));
}

describe('the export of one channel', () => {
  it('gives messages by their numbers, as the web view has them', async () => {
    const { posts, detected } = await readExport(telegramPlace, await exportTree(whole));
    expect(detected.owner).toEqual({ id: null, handle: null, name: 'Aurora Kaffee', url: null });
    expect(posts.map(({ id, kind }) => [id, kind])).toEqual([
      ['2', 'post'],
      ['3', 'post'],
      ['4', 'post'],
      ['5', 'repost'],
      ['6', 'post'],
      ['7', 'post'],
      ['10', 'post'],
    ]);
    expect(posts[0]).toMatchObject({
      url: 'https://t.me/aurora_kaffee/2',
      published: '2024-03-04T10:02:00.000Z',
      edited: '2024-03-05T10:00:00.000Z',
      text: 'Grüße aus „Köln“ ☕\nZeile zwei Seite aurora.example/neu #kaffee',
      links: ['https://aurora.example/', 'https://aurora.example/neu'],
      tags: ['kaffee'],
      author: { handle: 'aurora_kaffee', name: 'Aurora Kaffee' },
      visibility: 'public',
      source: 'export',
      extent: 'whole',
    });
    expect(posts[3]?.repostOf?.author?.name).toBe('Espresso heute');
    expect(posts[4]).toMatchObject({
      replyTo: { id: '2', url: 'https://t.me/aurora_kaffee/2' },
      author: { name: 'Mira' },
    });
    expect(posts[5]).toMatchObject({
      text: 'Welche Bohne?',
      poll: {
        voters: 7,
        options: [
          { text: 'Arabica', votes: 5 },
          { text: 'Robusta', votes: 2 },
        ],
      },
    });
  });

  it('finds the files beside it, and names those that were not exported', async () => {
    const { posts } = await readExport(telegramPlace, await exportTree(whole));
    expect(posts[1]?.media).toMatchObject([
      {
        kind: 'image',
        width: 9,
        height: 6,
        file: 'photos/photo_1@04-03-2024_11-00-00.jpg',
        url: 'export:photos/photo_1@04-03-2024_11-00-00.jpg',
      },
    ]);
    expect(posts[2]?.media).toMatchObject([{ kind: 'video', mime: 'video/mp4', durationMs: 12_000, file: null }]);
  });

  it('joins an album under its first number, and says that it did', async () => {
    const { posts, findings } = await readExport(telegramPlace, await exportTree(whole));
    expect(posts.at(-1)).toMatchObject({ id: '10', text: 'Ein Album' });
    expect(posts.at(-1)?.media.map(({ file }) => file === null)).toEqual([false, false, true]);
    expect(findings.filter(({ kind }) => kind === 'note')).toMatchObject([
      { text: { en: expect.stringMatching(/^2 further/) } },
    ]);
  });

  it.each([
    ['both have words', message(21, 'zwei', { photo: 'b.jpg' })],
    ['a minute lies between', message(21, '', { photo: 'b.jpg', date_unixtime: '1709546460' })],
    ['a number is left out', message(22, '', { photo: 'b.jpg' })],
    ['one is no picture', message(21, '', { file: 'b.pdf', mime_type: 'application/pdf' })],
  ])('keeps two messages apart where %s', async (_why, other) => {
    const at = { date_unixtime: '1709546400' };
    const { posts } = await readMessages([
      message(20, 'eins', { photo: 'a.jpg', ...at }),
      { ...at, ...other, ...(_why.startsWith('a minute') ? {} : at) },
    ]);
    expect(posts).toHaveLength(2);
  });

  it('reads texts of one piece or many, also without entities', async () => {
    const { posts } = await readMessages([
      message(1, ['Link: ', { type: 'link', text: 'https://telegram.org/' }], { text_entities: undefined }),
    ]);
    expect(posts[0]).toMatchObject({ text: 'Link: https://telegram.org/', links: ['https://telegram.org/'] });
  });

  it('leaves the time open where only that of the computer is known, and says so', async () => {
    const { posts, findings } = await readMessages([message(1, 'alt', { date_unixtime: undefined })]);
    expect(posts[0]?.published).toBeNull();
    expect(findings.some((finding) => finding.kind === 'note' && finding.text.de.includes('Ortszeit'))).toBe(true);
  });

  it('tells what is no message, and reads on', async () => {
    const { posts, unreadable } = await readMessages([
      { id: 'x' },
      { id: 2, type: 'unsupported' },
      { id: 3, type: 'odd' },
      message(4, 'ja'),
    ]);
    expect(posts.map(({ id }) => id)).toEqual(['4']);
    expect(unreadable.map(({ id }) => id)).toEqual([null, '2', '3']);
  });

  it('counts a private channel as private, and gives it when that is asked for', async () => {
    const tree = await exportTree({ 'result.json': { ...channel, type: 'private_channel' } });
    expect((await readExport(telegramPlace, tree)).leftOut.private).toBe(9);
    const { posts } = await readExport(telegramPlace, tree, ['private']);
    expect(posts.every(({ visibility }) => visibility === 'private')).toBe(true);
  });

  it('takes of a group only what the group itself says', async () => {
    const messages = [message(1, 'wir'), message(2, 'ich', { from: 'Mira', from_id: 'user5' })];
    const { posts, leftOut } = await readMessages(messages, { type: 'public_supergroup' });
    expect(posts.map(({ id }) => id)).toEqual(['1']);
    expect(leftOut['comments-by-others']).toBe(1);
  });

  it('counts a private chat, and gives nothing of it whatever is asked for', async () => {
    const tree = await exportTree({ 'result.json': { ...channel, type: 'personal_chat' } });
    const { posts, leftOut } = await readExport(telegramPlace, tree, ['private', 'followers-only']);
    expect([posts.length, leftOut]).toEqual([0, { 'direct-messages': 10 }]);
  });
});

describe('the export of an account', () => {
  it('gives the channel of the name, and nothing of the others', async () => {
    const { posts } = await readExport(telegramPlace, await exportTree({ 'result.json': account }));
    expect(posts.some(({ text }) => text === 'fremd' || text === 'geheim')).toBe(false);
  });

  it('says that it cannot tell which channel it is, where no name fits', async () => {
    const place = { platform: 'telegram', handle: 'brandnews', url: 'https://t.me/brandnews' } as const;
    const { posts, unreadable } = await readExport(place, await exportTree({ 'result.json': account }));
    expect(posts).toEqual([]);
    expect(unreadable[0]?.message).toMatch(/2 channels are in it \("Aurora Kaffee", "Espresso heute"\).*brandnews/);
  });
});

describe('what only looks like it', () => {
  it.each(nearMisses)('$name is none that can be read', async ({ contents, refused }) => {
    const detection = await detectExport('telegram', await exportTree(contents));
    if (refused === undefined) expect(detection).toBeUndefined();
    else expect(detection).toMatchObject({ kind: 'refused', code: refused, hint: expect.stringContaining('JSON') });
  });

  it.skipIf(!existsSync(samples))('the samples, which lack the names and kinds of their chats, are none', async () => {
    const tree = await openExportTree([samples]);
    onTestFinished(() => tree.close());
    expect(await detectExport('telegram', tree)).toBeUndefined();
  });
});
