import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { unzipFile } from '../archive/unzip.ts';
import { completenessOf, streamOf } from '../contracts/post-store.ts';
import { auroraFiles, auroraPosts } from '../support/aurora-posts.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { makePostsSnapshot } from '../support/posts-snapshot.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface ExportJson {
  readonly export: { readonly target: string; readonly posts: number; readonly media: object | null };
}

/** A folder with one snapshot of posts, and no workspace. */
async function withSnapshot(): Promise<string> {
  const cwd = await temporaryFolder();
  await makePostsSnapshot(join(cwd, 'aurora.wacz'), { channel: 'mastodon', posts: auroraPosts, files: auroraFiles });
  return cwd;
}

/** A workspace whose ledger knows the posts of one snapshot. */
async function withWorkspace(): Promise<string> {
  const cwd = await temporaryFolder();
  await newWorkspaceIn(cwd, 'Aurora Kaffee', 'de');
  const file = join(cwd, 'vault', 'aurora.wacz');
  const posts = await makePostsSnapshot(file, { channel: 'mastodon', posts: auroraPosts, files: auroraFiles });
  const ledger = await openLedger({ file: join(cwd, '.lastpost', 'ledger.db'), root: cwd });
  const startedAt = '2026-11-23T09:30:00.000Z';
  const snapshot: Snapshot = {
    id: '7q2m9x4k',
    channel: 'mastodon',
    url: 'https://social.example/@aurora',
    file,
    state: 'complete',
    pages: 1,
    gaps: 0,
    bytes: 1000,
    sha256: `sha256:${'0'.repeat(64)}`,
    signed: false,
    startedAt,
    finishedAt: startedAt,
  };
  await ledger.snapshots.add(snapshot);
  const entered = { id: snapshot.id, channel: 'mastodon', startedAt };
  await ledger.posts.addSnapshot(entered, streamOf(posts), completenessOf({ channel: 'mastodon' }));
  await ledger.close();
  return cwd;
}

const own = auroraPosts.filter(({ isOwn }) => isOwn);
const fromFile = (format: string, ...more: readonly string[]) => {
  return ['posts', 'export', '--format', format, '--snapshot', 'aurora.wacz', ...more];
};

describe('lastpost posts export', () => {
  it('writes to stdout exactly what the list of the snapshot has', async () => {
    const cwd = await withSnapshot();
    const list = (await unzipFile(join(cwd, 'aurora.wacz'))).get('posts/posts.jsonl')?.toString('utf8');
    const all = await runCli(fromFile('jsonl', '--out', '-', '--comments'), { cwd });
    expect(all).toMatchObject({ code: 0, stderr: '', stdout: list });
    const withoutOthers = await runCli(fromFile('jsonl', '--out', '-', '--json'), { cwd });
    expect(withoutOthers.stdout.trimEnd().split('\n')).toHaveLength(own.length);
    expect(withoutOthers.stdout).not.toContain('Leitungswasser');
  });

  it('chooses by channel, kind and days, a day counting whole', async () => {
    const cwd = await withSnapshot();
    const ids = async (...choice: readonly string[]) => {
      const { stdout } = await runCli(fromFile('jsonl', '--out', '-', ...choice), { cwd });
      const lines = stdout.split('\n').filter((line) => line !== '');
      return lines.map((line) => (JSON.parse(line) as { id: string }).id);
    };
    expect(await ids('--since', '2024-01-13', '--until', '2024-01-18')).toEqual(['2', '3']);
    expect(await ids('--until', '2024-01-13T08:15Z')).toEqual(['1']);
    expect(await ids('--kind', 'quote', '--kind', 'repost')).toEqual(['11', '13']);
    expect(await ids('--kind', 'comment', '--comments')).toEqual(['102']);
    expect(await ids('--channel', 'elsewhere')).toEqual([]);
    const wrong = await runCli(fromFile('jsonl', '--since', '2024-02-31'), { cwd });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('is no date for --since') });
  });

  it('writes every format under a fitting name, and replaces nothing unasked', async () => {
    const cwd = await withSnapshot();
    for (const format of ['jsonl', 'csv', 'xlsx', 'atom']) {
      const run = await runCli(fromFile(format), { cwd });
      expect(run).toMatchObject({ code: 0, stdout: `posts.${format}: ${own.length} posts\n`, stderr: '' });
    }
    const html = await runCli(fromFile('html', '--json'), { cwd });
    expect((JSON.parse(html.stdout) as ExportJson).export).toMatchObject({
      target: join(cwd, 'posts-html'),
      posts: own.length,
      media: { files: 11, missing: 2, unreadable: 0 },
    });
    const names = ['aurora.wacz', 'posts-html', 'posts.atom', 'posts.csv', 'posts.jsonl', 'posts.xlsx'];
    expect((await readdir(cwd)).sort()).toEqual(names);
    for (const format of ['csv', 'html']) {
      const again = await runCli(fromFile(format), { cwd });
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('export.exists') });
      expect((await runCli(fromFile(format, '--force'), { cwd })).code).toBe(0);
    }
    expect((await readdir(cwd)).sort()).toEqual(names);
  });

  it('never deletes a folder that no export made, whatever it is told', async () => {
    const cwd = await withSnapshot();
    await mkdir(join(cwd, 'pictures'));
    await writeFile(join(cwd, 'pictures', 'wedding.jpg'), 'dear');
    const run = await runCli(fromFile('html', '--out', 'pictures', '--force'), { cwd });
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('export.not-ours') });
    expect(await readFile(join(cwd, 'pictures', 'wedding.jpg'), 'utf8')).toBe('dear');
    // A file goes into a folder that is there.
    const csv = await runCli(fromFile('csv', '--out', 'pictures', '--excel'), { cwd });
    expect(csv).toMatchObject({ code: 0, stdout: expect.stringContaining('pictures/posts.csv') });
    expect((await readFile(join(cwd, 'pictures', 'posts.csv'), 'utf8')).startsWith('\uFEFFPublished (UTC);')).toBe(
      true,
    );
  });

  it('says what is wrong with where it should go, and with what it should come from', async () => {
    const cwd = await withSnapshot();
    await writeFile(join(cwd, 'text.wacz'), 'no archive');
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [['posts', 'export'], 2, 'usage.no-format'],
      [fromFile('html', '--out', '-'), 2, 'export.needs-folder'],
      [fromFile('markdown', '--out', '-'), 2, 'export.needs-folder'],
      [fromFile('csv', '--out', 'no/such/posts.csv'), 1, 'export.no-folder'],
      [fromFile('html', '--out', 'text.wacz'), 1, 'export.exists'],
      [['posts', 'export', '--format', 'csv'], 2, 'workspace.not-found'],
      [['posts', 'export', '--format', 'csv', '--snapshot', 'none.wacz'], 2, 'snapshot.not-found'],
      [['posts', 'export', '--format', 'csv', '--snapshot', 'text.wacz'], 1, 'wacz.damaged'],
    ];
    for (const [args, code, error] of cases) {
      const run = await runCli([...args, '--json'], { cwd });
      expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout: '' });
      expect((JSON.parse(run.stderr) as { error: { code: string } }).error.code).toBe(error);
    }
    expect((await readdir(cwd)).sort()).toEqual(['aurora.wacz', 'text.wacz']);
  });

  it('tells of lines that are no posts, and ends as done in part', async () => {
    const cwd = await temporaryFolder();
    const moreLines = [{ id: 'x', kind: 'post' }, 'words', { ...auroraPosts[0], text: 7 }];
    await makePostsSnapshot(join(cwd, 'aurora.wacz'), { channel: 'x', posts: auroraPosts.slice(0, 2), moreLines });
    const run = await runCli(fromFile('csv'), { cwd });
    expect(run).toMatchObject({ code: 3, stdout: 'posts.csv: 2 posts\n' });
    expect(run.stderr.match(/Line [345] of posts\/posts\.jsonl/g)).toHaveLength(3);
  });

  it('exports what the ledger of a workspace knows, with the files of its snapshots', async () => {
    const cwd = await withWorkspace();
    const run = await runCli(['posts', 'export', '--format', 'html', '--channel', 'mastodon', '--json'], { cwd });
    expect(run.stderr).toBe('');
    expect((JSON.parse(run.stdout) as ExportJson).export).toMatchObject({
      target: join(cwd, 'posts-mastodon-html'),
      posts: own.length,
      media: { files: 11, missing: 2, unreadable: 0 },
    });
    const index = await readFile(join(cwd, 'posts-mastodon-html', 'index.html'), 'utf8');
    expect(index).toContain('<html lang="de">');
    expect(index).toContain('<title>Aurora Kaffee</title>');
    const folder = join(cwd, 'posts-mastodon-html', 'posts', '2024');
    const [first = ''] = (await readdir(folder)).sort();
    expect(await readFile(join(folder, first), 'utf8')).toContain('aurora.wacz (7q2m9x4k)');
    const unknown = await runCli(['posts', 'export', '--format', 'csv', '--channel', 'mastadon'], { cwd });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('channel.unknown') });
  });

  it('ends quietly when its reader has had enough', async () => {
    const cwd = await withSnapshot();
    const child = spawnCli(fromFile('jsonl', '--out', '-'), { cwd });
    child.stdout?.destroy();
    expect(await finished(child)).toMatchObject({ stderr: '' });
  });

  it('streams thousands of posts in little memory', async () => {
    const cwd = await temporaryFolder();
    const [pattern] = auroraPosts;
    async function* many() {
      for (let number = 0; number < 5000; number += 1) {
        const published = new Date(Date.UTC(2010, 0, 1, number)).toISOString();
        if (pattern)
          yield { ...pattern, id: `n${number}`, url: null, published, text: `${number} ${'Kaffee '.repeat(1800)}` };
      }
    }
    await makePostsSnapshot(join(cwd, 'aurora.wacz'), { channel: 'x', posts: many() });
    // Some 63 MB of text go through a heap that has half of that to spare.
    const env = { NODE_OPTIONS: '--max-old-space-size=64' };
    for (const format of ['jsonl', 'csv']) {
      const run = await runCli(fromFile(format), { cwd, env });
      expect(run).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('5,000 posts') });
    }
  });
});
