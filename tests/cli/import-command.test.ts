import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { ExportChange, ExportReport } from '../../src/model/official-export.ts';
import { exports as mastodonExports } from '../channels/imports/fixtures/mastodon.ts';
import { writeExport } from '../support/export-folder.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip-of.ts';

const manifest = (account: string) =>
  `window.__THAR_CONFIG = ${JSON.stringify({
    userInfo: { accountId: '12', userName: account, displayName: 'Aurora Coffee' },
    archiveInfo: {
      sizeBytes: '1',
      generationDate: '2026-11-20T10:00:00.000Z',
      isPartialArchive: false,
      maxPartSizeBytes: '1',
    },
    dataTypes: { tweets: { files: [{ fileName: 'data/tweets.js', globalName: 'YTD.tweets.part0', count: '3' }] } },
  })}`;

const tweet = (id: string, text: string, more: object = {}) => ({
  tweet: {
    id,
    id_str: id,
    full_text: text,
    created_at: 'Wed Oct 10 20:19:24 +0000 2018',
    lang: 'en',
    entities: { urls: [], hashtags: [], user_mentions: [] },
    favorite_count: '3',
    retweet_count: '1',
    ...more,
  },
});

const tweets = (list: readonly object[]) => `window.YTD.tweets.part0 = ${JSON.stringify(list, null, 2)}`;
const [ofMastodon] = mastodonExports;
const three = [tweet('101', 'One &amp; first'), tweet('102', 'Zwei süße Dinge'), tweet('103', 'Drei')];
const archive = (list: readonly object[] = three, account = 'aurora') => ({
  'data/manifest.js': manifest(account),
  'data/tweets.js': tweets(list),
  'data/direct-messages.js': `window.YTD.direct_messages.part0 = ${JSON.stringify([
    { dmConversation: { conversationId: '1-2', messages: [{ messageCreate: { text: 'Geheim' } }] } },
  ])}`,
});

async function workspace(): Promise<string> {
  const dir = join(await temporaryFolder(), 'farewell');
  await newWorkspaceIn(dir, 'Aurora Coffee');
  await runCli(['channel', 'add', 'https://x.com/aurora'], { cwd: dir });
  return dir;
}

interface Imported {
  readonly export: ExportReport;
  readonly change: ExportChange;
  readonly known: boolean;
}

async function importing(dir: string, ...args: readonly string[]) {
  const run = await runCli(['channel', 'import', 'x', ...args, '--json'], { cwd: dir });
  const json = JSON.parse(run.stdout === '' ? run.stderr : run.stdout) as Imported & { error?: { code: string } };
  return { ...run, ...json };
}

describe('lastpost channel import', () => {
  it('takes an archive over, keeps the original byte for byte, and shows its posts', async () => {
    const dir = await workspace();
    const zip = await zipOf(archive());
    await writeFile(join(dir, 'twitter.zip'), zip);
    const { code, stdout, stderr } = await runCli(['channel', 'import', 'x', 'twitter.zip'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('x: the official export is read.');
    expect(stdout).toContain('Posts       3 posts; 2018-10-10 to 2018-10-10');
    expect(stdout).toContain('Change      3 new, 0 changed, 0 gone');
    expect(stdout).toContain('Left out    1 direct message');
    const [kept = ''] = await readdir(join(dir, 'vault/x'));
    expect(kept).toMatch(/^\d{8}T\d{6}Z-export\.zip$/);
    expect(sha256(await readFile(join(dir, 'vault/x', kept)))).toBe(sha256(zip));
    expect(stdout).toContain(sha256(zip));
    const list = await runCli(['posts', 'list'], { cwd: dir });
    expect(list.stdout).toContain('One & first');
    expect(list.stdout).not.toContain('Geheim');
    const status = await runCli(['channel', 'status'], { cwd: dir });
    expect(status.stdout).toContain('The official export of 20 November 2026 holds 3 posts.');
    expect(status.stdout).toContain('What both together hold: lastpost channel statement x');
    const german = await runCli(['channel', 'status', '--lang', 'de'], { cwd: dir });
    expect(german.stdout).toContain('Der offizielle Export vom 20. November 2026 enthält 3 Beiträge.');
    const search = await runCli(['posts', 'search', 'suesse'], { cwd: dir });
    expect(search.stdout).toContain('1 post');
  });

  it('changes nothing when the same comes again, and keeps its original once', async () => {
    const dir = await workspace();
    await writeFile(join(dir, 'twitter.zip'), await zipOf(archive()));
    const first = await importing(dir, 'twitter.zip');
    const again = await importing(dir, 'twitter.zip');
    expect(first).toMatchObject({ code: 0, known: false, change: { added: 3, changed: 0, same: 0, gone: 0 } });
    expect(again).toMatchObject({ code: 0, known: true, change: { added: 0, changed: 0, same: 3, gone: 0 } });
    expect(again.export).toEqual(first.export);
    expect(await readdir(join(dir, 'vault/x'))).toHaveLength(1);
  });

  it('says what a newer export has new, changed and no more', async () => {
    const dir = await workspace();
    const old = await writeExport(archive(), 'old');
    const newer = await writeExport(
      {
        ...archive([three[0] ?? {}, tweet('102', 'Zwei süße Sachen'), tweet('104', 'Vier')]),
        'data/manifest.js': manifest('aurora').replace('2026-11-20', '2026-11-25'),
      },
      'newer',
    );
    await importing(dir, old);
    const { change } = await importing(dir, newer);
    expect(change).toEqual({ added: 1, changed: 1, same: 1, gone: 1 });
    const count = await runCli(['posts', 'list', '--json'], { cwd: dir });
    expect((JSON.parse(count.stdout) as { total: number }).total).toBe(4);
  });

  it('names what is missing and what cannot be read, and ends with 3', async () => {
    const dir = await workspace();
    const list = tweets(three).replace('"id": "102"', '"id": oops');
    const folder = await writeExport({
      ...archive(),
      'data/manifest.js': manifest('aurora').replace(
        '"files":[{',
        '"files":[{"fileName":"data/tweets-part1.js","globalName":"YTD.tweets.part1","count":"9"},{',
      ),
      'data/tweets.js': list,
    });
    const { code, stdout } = await runCli(['channel', 'import', 'x', folder], { cwd: dir });
    expect(code).toBe(3);
    expect(stdout).toContain('Parts that are missing: 1\n  data/tweets-part1.js');
    expect(stdout).toMatch(/What could not be read: 1\n {2}data\/tweets\.js, record 2: /);
  });

  it('refuses an export of another account or platform, and one without a post, and leaves nothing behind', async () => {
    const dir = await workspace();
    const other = await writeExport(archive(three, 'somebodyelse'), 'other');
    expect(await importing(dir, other)).toMatchObject({ code: 2, error: { code: 'export.wrong-account' } });
    const mastodon = await writeExport(ofMastodon?.contents ?? {});
    expect(await importing(dir, mastodon)).toMatchObject({ code: 2, error: { code: 'export.wrong-platform' } });
    const empty = await writeExport(archive([]), 'empty');
    expect(await importing(dir, empty)).toMatchObject({ code: 1, error: { code: 'export.no-posts' } });
    const nothing = await writeExport({ 'a/data/tweets.js': 'tweets' }, 'nothing');
    expect(await importing(dir, nothing)).toMatchObject({ code: 2, error: { code: 'export.unknown' } });
    expect(await importing(dir, 'nowhere.zip')).toMatchObject({ code: 2, error: { code: 'export.not-found' } });
    expect(await readdir(join(dir, 'vault/x')).catch(() => [])).toEqual([]);
    expect(await importing(dir, other, '--any-account')).toMatchObject({ code: 0, change: { added: 3 } });
  });
});
