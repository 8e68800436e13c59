import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { streamOf } from '../contracts/post-store.ts';
import { blogPost, COMPARED_SITE } from '../support/compared-snapshots.ts';
import { type BlogSnapshot, blogWorkspace, enterBlog, sealBlog } from '../support/gone-workspace.ts';
import { runCli } from '../support/run-cli.ts';

const EVIL = '<script>window.evil = 1</script>\u202e';
const at = (id: string) => ({ url: `${COMPARED_SITE}/${id}` });

const keeps = blogPost('keeps', { ...at('keeps'), text: 'We close in May.', published: '2026-10-05T08:00:00.000Z' });
const edited = { ...keeps, text: 'We close in June.' };
const gone = blogPost('gone', {
  ...at('gone'),
  text: `Never said this ${EVIL}`,
  published: '2026-10-20T08:00:00.000Z',
});
const fresh = blogPost('fresh', { ...at('fresh'), published: '2026-11-18T08:00:00.000Z' });

const cannotTell = { verdict: 'cannot-tell' };
const snapshots: readonly BlogSnapshot[] = [
  { day: '2026-11-10', posts: [keeps, gone] },
  { day: '2026-11-17', posts: [edited], answers: { '/gone': { status: 404 } }, completeness: cannotTell },
  { day: '2026-11-24', posts: [edited, fresh], completeness: cannotTell },
];

async function filled(order = [0, 1, 2]): Promise<string> {
  const dir = await blogWorkspace();
  const sealed = await Promise.all(snapshots.map((snapshot) => sealBlog(dir, snapshot)));
  for (const index of order) {
    const one = sealed[index];
    if (one !== undefined) await enterBlog(dir, one);
  }
  return dir;
}

async function jsonOf(dir: string, ...args: readonly string[]) {
  const run = await runCli([...args, '--json'], { cwd: dir });
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

const mark = {
  last_seen_at: '2026-11-10T09:30:00.000Z',
  last_seen_in: 's20261110',
  gone_at: '2026-11-17T09:30:00.000Z',
  gone_in: 's20261117',
  because: 'not-found',
};

describe('a post that was deleted after publication', () => {
  it('is still in every list with its words, and says so and how that is known', async () => {
    const dir = await filled();
    const list = await runCli(['posts', 'list'], { cwd: dir });
    expect(list.stdout).toContain('[deleted] Never said this');
    expect(list.stdout).toContain('last seen 2026-11-10, not there 2026-11-17: its address answers "not found"');
    expect(list.stdout.match(/\[deleted\]/g)).toHaveLength(1);
    const only = await jsonOf(dir, 'posts', 'list', '--gone');
    expect(only).toMatchObject({ total: 1, posts: [{ post: { id: 'gone' }, snapshot: 's20261110', gone: mark }] });
    const hits = await jsonOf(dir, 'posts', 'search', 'never', '--gone');
    expect(hits).toMatchObject({ total: 1, posts: [{ gone: mark }] });
    expect((await jsonOf(dir, 'posts', 'search', 'june')).posts[0].gone).toBeNull();
    const status = await runCli(['channel', 'status'], { cwd: dir });
    expect(status.stdout).toContain('1 post was deleted after publication and is still kept here.');
    expect((await jsonOf(dir, 'channel', 'status')).channels[0].gone_posts).toBe(1);
  });

  it('is told in every format of an export', async () => {
    const dir = await filled();
    const exported = async (format: string, out: string, ...read: readonly string[]) => {
      const run = await runCli(['posts', 'export', '--format', format, '--out', out], { cwd: dir });
      expect(run.code, run.stderr).toBe(0);
      return readFile(join(dir, out, ...read), 'utf8');
    };
    const lines = (await exported('jsonl', 'p.jsonl')).trim().split('\n');
    const marks = lines.map((line) => (JSON.parse(line) as { gone?: { goneIn: string } }).gone?.goneIn);
    expect(marks).toEqual([undefined, 's20261117', undefined]);
    expect(await exported('csv', 'p.csv')).toMatch(/2026-11-10T09:30:00.000Z,2026-11-17T09:30:00.000Z,not-found,gone,/);
    const atom = await exported('atom', 'p.atom');
    expect(atom.match(/<category scheme="urn:lastpost:gone" term="not-found"/g)).toHaveLength(1);
    const markdown = await exported(
      'markdown',
      'md',
      '2026',
      '2026-10-20-never-said-this-script-window-evil-1-script.md',
    );
    expect(markdown).toContain('gone: {"last_seen_at":"2026-11-10T09:30:00.000Z"');
    const html = await exported('html', 'html', 'index.html');
    expect(html.match(/badge gone">deleted</g)).toHaveLength(1);
  });

  it('cannot be asked for in one snapshot, which knows nothing of what came after it', async () => {
    const dir = await filled();
    const args = ['posts', 'export', '--format', 'jsonl', '--gone', '--snapshot', 's20261110', '--out', '-'];
    expect(await runCli(args, { cwd: dir })).toMatchObject({ code: 2 });
  });

  it.each([[[0, 2, 1]], [[2, 1, 0]], [[1, 0, 2]], [[0, 1, 1, 0, 2, 1]]])(
    'is marked alike when the snapshots are entered in the order %s',
    async (order) => {
      const dir = await filled(order);
      expect(await jsonOf(dir, 'posts', 'list', '--gone')).toMatchObject({ total: 1, posts: [{ gone: mark }] });
      const { changes } = await jsonOf(dir, 'channel', 'history', 'blog');
      expect(
        changes.map(({ change, at: when }: { change: string; at: string }) => `${change} ${when.slice(0, 10)}`),
      ).toEqual(expect.arrayContaining(['deleted 2026-11-17', 'edited 2026-11-17']));
      expect(changes).toHaveLength(2);
    },
  );

  it('loses the mark when it is back, is told as back by a comparison, and keeps its history', async () => {
    const dir = await filled();
    const again = { day: '2026-11-27', posts: [edited, fresh, gone], completeness: cannotTell };
    await enterBlog(dir, await sealBlog(dir, again));
    expect((await jsonOf(dir, 'posts', 'list', '--gone')).total).toBe(0);
    const history = await jsonOf(dir, 'channel', 'history', 'blog');
    expect(history.totals).toMatchObject({ deleted: 1, back: 1, gone: 0 });
    // The snapshot before has no list that is whole, and did not ask for the address: the ledger knows it.
    const compared = await jsonOf(dir, 'snapshot', 'compare', 's20261124', 's20261127', '--only', 'posts');
    expect(compared.posts.back).toMatchObject([{ id: 'gone' }]);
    expect(compared.posts.found_late).toEqual([]);
  });

  it('is marked in a ledger from before there were marks, which learns from the last snapshot how it looked', async () => {
    const dir = await blogWorkspace();
    const [first, second] = await Promise.all(snapshots.map((snapshot) => sealBlog(dir, snapshot)));
    const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
    if (first === undefined || second === undefined) throw new Error('There are two.');
    await ledger.snapshots.add(first.snapshot);
    const posts = [keeps, gone].map((post) => ({ ...post, channel: 'blog', archive: null }));
    await ledger.posts.addSnapshot(first.snapshot, streamOf(posts), first.report);
    await ledger.close();
    await enterBlog(dir, second);
    expect(await jsonOf(dir, 'posts', 'list', '--gone')).toMatchObject({ total: 1, posts: [{ gone: mark }] });
  });
});

describe('lastpost channel history', () => {
  it('draws posts, edits and deletions over time, and names what changed', async () => {
    const run = await runCli(['channel', 'history', 'blog'], { cwd: await filled() });
    expect(run.stdout.split('\n')[0]).toBe('Aurora <b>Blog</b>: 3 posts; 1 edit; 1 deletion, kept here.');
    expect(run.stdout).toContain('Seen by 3 snapshots, 2026-11-10 to 2026-11-24.');
    expect(run.stdout).toMatch(/^2026-10-05 {2}## 1$/m);
    expect(run.stdout).toMatch(/^2026-11-16 {2}## 1 +~~ 1 +xx 1$/m);
    expect(run.stdout).toContain('last seen 2026-11-10; its address answers "not found"');
    // Plain where it goes to no terminal.
    expect(run.stdout).not.toContain('\u001b[');
    expect(run.stdout).not.toContain('\u202e');
  });

  it('keeps the promised shape in JSON, with a bar for every step of the time asked for', async () => {
    const dir = await filled();
    const all = await jsonOf(dir, 'channel', 'history', 'blog', '--by', 'month');
    expect(all).toMatchObject({
      channel: 'blog',
      by: 'month',
      totals: { posts: 3, edited: 1, deleted: 1, back: 0, gone: 1, undated: 0 },
      snapshots: { count: 3, first_at: '2026-11-10T09:30:00.000Z', last_at: '2026-11-24T09:30:00.000Z', unread: 0 },
      bars: [
        { from: '2026-10-01', posts: 2, edited: 0, deleted: 0, back: 0 },
        { from: '2026-11-01', posts: 1, edited: 1, deleted: 1, back: 0 },
      ],
    });
    expect(all.changes.find(({ change }: { change: string }) => change === 'deleted')).toMatchObject({
      since: '2026-11-10T09:30:00.000Z',
      because: 'not-found',
      post: { id: 'gone' },
    });
    const some = await jsonOf(dir, 'channel', 'history', 'blog', '--since', '2026-10-06', '--until', '2026-11-10');
    expect(some).toMatchObject({ totals: { posts: 1, edited: 0, deleted: 0, gone: 0 }, changes: [] });
  });

  it.each(['de', 'en'])(
    'writes a page and a picture that load nothing, with hostile words escaped: %s',
    async (lang) => {
      const dir = await filled();
      const args = ['channel', 'history', 'blog', '--html', 'h.html', '--svg', 'h.svg', '--lang', lang];
      const run = await runCli(args, { cwd: dir });
      expect(run.code, run.stderr).toBe(0);
      const [page, picture] = await Promise.all(['h.html', 'h.svg'].map((name) => readFile(join(dir, name), 'utf8')));
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).not.toMatch(/<script|<b>Blog/);
      expect(page?.match(/(src|href)="(?!data:|#)/g)).toBeNull();
      expect(page).toContain(lang === 'de' ? 'Nach der Veröffentlichung gelöscht' : 'Deleted after publication');
      expect(page?.match(/<th scope="row">/g)?.length).toBe(page === undefined ? 0 : 9);
      expect(picture).toMatch(/^<svg [^>]*role="img"[^>]*>/);
      expect(picture).toContain('Aurora &lt;b&gt;Blog&lt;/b&gt;');
      expect(picture).toContain('prefers-color-scheme: dark');
    },
  );

  it('says what cannot be drawn, and writes nothing then', async () => {
    const dir = await filled();
    const codeOf = async (...args: readonly string[]) => {
      const run = await runCli(['channel', 'history', ...args, '--json'], { cwd: dir });
      return [run.code, JSON.parse(run.stdout || run.stderr).error.code];
    };
    expect(await codeOf('nobody')).toEqual([2, 'channel.unknown']);
    expect(await codeOf('blog', '--by', 'day', '--since', '2000-01-01')).toEqual([2, 'history.too-many-bars']);
    expect(await codeOf('blog', '--html', 'no/such/folder.html')).toEqual([1, 'history.cannot-write']);
    expect(await codeOf('blog', '--by', 'hour')).toEqual([2, 'usage.bad-value']);
  });

  it('says so when a snapshot of before cannot be read any more', async () => {
    const dir = await blogWorkspace();
    const sealed = await sealBlog(dir, snapshots[0] as BlogSnapshot);
    const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
    await ledger.snapshots.add(sealed.snapshot);
    await ledger.close();
    const read = await jsonOf(dir, 'channel', 'history', 'blog');
    expect(read).toMatchObject({ snapshots: { count: 1, unread: 0 }, totals: { posts: 2 } });
    const other = await blogWorkspace();
    const lost = await sealBlog(other, snapshots[0] as BlogSnapshot);
    const second = await openLedger({ file: workspacePaths(other).ledger, root: other });
    await second.snapshots.add(lost.snapshot);
    await second.close();
    await rm(lost.snapshot.file);
    const run = await runCli(['channel', 'history', 'blog'], { cwd: other });
    expect(run.stdout).toContain('no posts.');
    expect(run.stdout).toContain('1 older snapshot could not be read for this');
  });
});
