import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutText, oneLine } from '../../src/cli/cut-text.ts';
import { describeHits } from '../../src/cli/posts-text.ts';
import { colourStyle } from '../../src/cli/style.ts';
import { makeMedia, type Post } from '../../src/model/post.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { enter, postOf, snapshotNamed } from '../contracts/post-store.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CHANNELS = [
  'channels:',
  '  - {id: blog, platform: wordpress, url: "https://blog.example.org/"}',
  '  - {id: social, platform: mastodon, url: "https://social.example/@aurora"}',
  '',
].join('\n');

const posts: readonly Post[] = [
  postOf('1', { published: '2024-12-31T23:30:00.000Z', text: 'Guten Rutsch aus der Münchner Straße!' }),
  postOf('2', { published: '2025-01-01T09:00:00.000Z', text: '\nA new year,\nand a new shop.' }),
  postOf('3', { published: '2025-02-01T09:00:00.000Z', kind: 'reply', text: 'Danke euch allen [Team Aurora]' }),
  postOf('4', { published: '2025-02-02T09:00:00.000Z', kind: 'comment', isOwn: false, text: 'Danke euch!' }),
  postOf('5', { published: null, text: '', media: [makeMedia({ url: 'https://x.example/a.png', kind: 'image' })] }),
];

const article = postOf('https://blog.example.org/farewell/', {
  platform: 'wordpress',
  url: 'https://blog.example.org/farewell/',
  published: '2025-03-01T12:00:00.000Z',
  kind: 'article',
  title: 'Adieu',
  text: `${'Wir sagen danke. '.repeat(30)}Und auf Wiedersehen.`,
});

async function newWorkspace(channels = CHANNELS): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora Coffee');
  await writeFile(join(dir, 'lastpost.yaml'), `brand: {name: Aurora Coffee, languages: [en]}\n${channels}`);
  return dir;
}

async function filledWorkspace(): Promise<string> {
  const dir = await newWorkspace();
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  await enter(ledger.posts, snapshotNamed('s-social'), ...posts);
  await enter(ledger.posts, snapshotNamed('s-blog', undefined, 'blog'), article);
  await ledger.close();
  return dir;
}

interface Found {
  readonly total: number;
  readonly posts: readonly { readonly post: Post; readonly snapshot: string; readonly excerpt?: string }[];
}

async function json(dir: string, ...args: readonly string[]): Promise<Found> {
  const run = await runCli(['posts', ...args, '--json'], { cwd: dir });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Found;
}

const idsOf = ({ posts: found }: Found): readonly string[] => found.map(({ post }) => post.id);

describe('lastpost posts list', () => {
  it('shows date, channel, kind, first line and address, newest first', async () => {
    const run = await runCli(['posts', 'list'], { cwd: await filledWorkspace() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(
      [
        '2025-03-01  blog    article  Adieu',
        '                             https://blog.example.org/farewell/',
        '2025-02-01  social  reply    Danke euch allen [Team Aurora]',
        '                             https://social.example/@aurora/3',
        '2025-01-01  social  post     A new year,',
        '                             https://social.example/@aurora/2',
        '2024-12-31  social  post     Guten Rutsch aus der Münchner Straße!',
        '                             https://social.example/@aurora/1',
        'no date     social  post     (image without text)',
        '                             https://social.example/@aurora/5',
        '',
        '5 posts',
        '',
      ].join('\n'),
    );
  });

  it('keeps the promised shape in JSON, a post as posts.jsonl has it', async () => {
    const dir = await filledWorkspace();
    const found = await json(dir, 'list', '--channel', 'blog');
    expect(found).toEqual({
      total: 1,
      posts: [{ post: { ...article, channel: 'blog' }, snapshot: 's-blog', gone: null }],
    });
  });

  it('chooses by channel, kind and day; both days count', async () => {
    const dir = await filledWorkspace();
    expect(idsOf(await json(dir, 'list', '--channel', 'social'))).toEqual(['3', '2', '1', '5']);
    expect(idsOf(await json(dir, 'list', '--kind', 'reply', '--kind', 'article'))).toEqual([article.id, '3']);
    expect(idsOf(await json(dir, 'list', '--since', '2025-01-01', '--until', '2025-02-01'))).toEqual(['3', '2']);
    expect(idsOf(await json(dir, 'list', '--until', '2025-01-01T00:45+01:00'))).toEqual(['1']);
    expect(idsOf(await json(dir, 'list', '--comments', '--since', '2025-02-01', '--channel', 'social'))).toEqual([
      '4',
      '3',
    ]);
  });

  it('goes through many a page at a time', async () => {
    const dir = await filledWorkspace();
    const first = await runCli(['posts', 'list', '--limit', '2'], { cwd: dir });
    expect(first.stdout).toMatch(/\n\n2 of 5 posts; the next ones with --offset 2\n$/);
    const second = await runCli(['posts', 'list', '--limit', '3', '--offset', '2'], { cwd: dir });
    expect(second.stdout).toMatch(/^2025-01-01 .*\n\n3 of 5 posts\n$/s);
    const beyond = await runCli(['posts', 'list', '--offset', '9'], { cwd: dir });
    expect(beyond.stdout).toBe('There are only 5 posts; --offset 9 passes over all of them.\n');
    expect(await json(dir, 'list', '--offset', '9')).toEqual({ total: 5, posts: [] });
  });

  it('says what to do when there is nothing yet, and when nothing matches', async () => {
    const empty = await newWorkspace();
    expect(await runCli(['posts', 'list'], { cwd: empty })).toMatchObject({
      code: 0,
      stdout: 'No posts yet. Take a snapshot of a channel with: lastpost snapshot take --channel blog\n',
    });
    expect(await json(empty, 'list', '--channel', 'social')).toEqual({ total: 0, posts: [] });
    const bare = await newWorkspace('channels: []\n');
    expect((await runCli(['posts', 'list'], { cwd: bare })).stdout).toBe(
      'No posts yet. Add a channel with: lastpost channel add https://x.com/example\n',
    );
    const dir = await filledWorkspace();
    expect((await runCli(['posts', 'list', '--kind', 'story'], { cwd: dir })).stdout).toBe('No post matches.\n');
    expect((await runCli(['posts', 'list', '--kind', 'comment'], { cwd: dir })).stdout).toBe(
      'No post matches. The comments of other people are shown with --comments.\n',
    );
  });

  it('knows a channel that was taken out of lastpost.yaml by its posts, and no other', async () => {
    const dir = await filledWorkspace();
    await writeFile(
      join(dir, 'lastpost.yaml'),
      'brand: {name: A, languages: [en]}\nchannels: [{id: blog, platform: wordpress, url: "https://blog.example.org/"}]\n',
    );
    expect((await json(dir, 'list', '--channel', 'social')).total).toBe(4);
    expect((await json(dir, 'list', '--channel', 'social', '--kind', 'story')).total).toBe(0);
    expect(await runCli(['posts', 'list', '--channel', 'socail'], { cwd: dir })).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: 'Error channel.unknown: No channel is called "socail".\nHint: Choose one of: blog.\n',
    });
  });

  it.each([
    ['--since', 'yesterday', '"yesterday" is no date for --since.', 'Write it like 2025-01-31 or 2025-01-31T18:00Z.'],
    ['--until', '2025-02-30', '"2025-02-30" is no date for --until.', 'Write it like 2025-01-31 or 2025-01-31T18:00Z.'],
    ['--limit', '0', '"0" is no number for --limit.', 'Give a whole number from 1 to 10000.'],
    ['--kind', 'tweet', '"tweet" is no choice for --kind.', /^Choose one of: post, article, /],
  ])('refuses %s %s', async (flag, value, message, hint) => {
    const run = await runCli(['posts', 'list', flag, value, '--json'], { cwd: await temporaryFolder() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(run.stderr) as { error: { code: string; message: string; hint: string } };
    expect(error).toMatchObject({ code: 'usage.bad-value', message });
    expect(error.hint).toMatch(hint);
  });

  it('needs a workspace', async () => {
    const run = await runCli(['posts', 'list'], { cwd: await temporaryFolder() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^Error workspace\.not-found: /);
  });
});

describe('lastpost posts search', () => {
  it('shows where the words stand, in what they were written', async () => {
    const dir = await filledWorkspace();
    const run = await runCli(['posts', 'search', 'muenchner', 'STRASSE'], { cwd: dir });
    expect(run).toEqual({
      code: 0,
      signal: null,
      stdout: [
        '2024-12-31  social  post  https://social.example/@aurora/1',
        '  Guten Rutsch aus der [Münchner] [Straße]!',
        '',
        '1 post',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('keeps the promised shape in JSON', async () => {
    const dir = await filledWorkspace();
    const found = await json(dir, 'search', '"auf wieder*"');
    expect(found.total).toBe(1);
    expect(Object.keys(found.posts[0] ?? {})).toEqual(['post', 'excerpt', 'snapshot', 'gone']);
    expect(found.posts[0]).toMatchObject({ post: { id: article.id }, snapshot: 's-blog' });
    expect(found.posts[0]?.excerpt).toMatch(/^….*Und \[auf Wiedersehen\]\.$/);
  });

  it('searches in a channel, a time, and the comments of others when they are wanted', async () => {
    const dir = await filledWorkspace();
    expect(idsOf(await json(dir, 'search', 'danke'))).toEqual([article.id, '3']);
    expect(idsOf(await json(dir, 'search', 'danke', '--channel', 'social', '--comments'))).toEqual(['4', '3']);
    expect(idsOf(await json(dir, 'search', 'danke', '--until', '2025-02-01'))).toEqual(['3']);
    const page = await runCli(['posts', 'search', 'danke', '--limit', '1'], { cwd: dir });
    expect(page.stdout).toMatch(/\n1 of 2 posts; the next ones with --offset 1\n$/);
  });

  it('says that nothing matches, and what to do when there is nothing to search', async () => {
    const none = await runCli(['posts', 'search', 'zeppelin'], { cwd: await filledWorkspace() });
    expect(none).toMatchObject({ code: 0, stdout: 'No post matches.\n' });
    const empty = await runCli(['posts', 'search', 'zeppelin'], { cwd: await newWorkspace() });
    expect(empty.stdout).toMatch(/^No posts yet\. Take a snapshot of a channel with: /);
  });

  it('takes every text for words, and refuses one without any', async () => {
    const dir = await filledWorkspace();
    expect(idsOf(await json(dir, 'search', '"guten AND (rutsch:*'))).toEqual([]);
    expect(await runCli(['posts', 'search', '--', '-rutsch', '"guten'], { cwd: dir })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('[Guten] [Rutsch]'),
    });
    expect(await runCli(['posts', 'search', '***'], { cwd: dir })).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'Error search.empty: There is no word in "***".\n' +
        'Hint: Search for a word, for "a phrase" in quotes, or for the beginning of a word with * at its end.\n',
    });
  });

  it('makes hits bold on a terminal and keeps their marks', () => {
    const text = describeHits(
      [{ post: posts[2] ?? article, snapshot: 's', excerpt: '[Danke] euch allen [Team Aurora]' }],
      {
        filter: {},
        page: { limit: 20, offset: 0 },
        total: 1,
        nothing: null,
        width: 22,
        style: colourStyle,
      },
    );
    expect(text.split('\n').slice(1, 3)).toEqual([
      '  \u001b[1m[Danke]\u001b[22m euch allen',
      '  \u001b[1m[Team Aurora]\u001b[22m',
    ]);
  });
});

describe('text of other people on a terminal', () => {
  it('is one line in which nothing moves the cursor or turns the direction', () => {
    expect(oneLine('a\u001b[2J\r\nb\u202ec\u2028d \u0007')).toBe('a [2J bc d');
  });

  it('is cut by the columns it takes, between two characters a reader sees', () => {
    expect(cutText('Abschied', 8)).toBe('Abschied');
    expect(cutText('Abschied', 7)).toBe('Abschi…');
    expect(cutText('東京タワー', 5)).toBe('東京…');
    expect(cutText('a👩‍👩‍👧‍👦b👩‍👩‍👧‍👦', 5)).toBe('a👩‍👩‍👧‍👦b…');
  });
});
