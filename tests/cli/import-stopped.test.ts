import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const many = 60_000;

/** So many posts that reading them takes a while. */
async function largeExport(dir: string): Promise<string> {
  const tweets = Array.from({ length: many }, (_, index) => ({
    tweet: {
      id_str: String(10_000_000 + index),
      full_text: `Post number ${index} about roasting coffee, with words enough to be searched.`,
      created_at: 'Wed Oct 10 20:19:24 +0000 2018',
      entities: { urls: [], hashtags: [], user_mentions: [] },
    },
  }));
  const file = join(dir, 'tweets.js');
  await writeFile(file, `window.YTD.tweets.part0 = ${JSON.stringify(tweets)}`);
  return file;
}

async function workspace(): Promise<string> {
  const dir = join(await temporaryFolder(), 'farewell');
  await newWorkspaceIn(dir, 'Aurora Coffee');
  await runCli(['channel', 'add', 'https://x.com/aurora'], { cwd: dir });
  return dir;
}

/** Until the original is in the vault: what comes then is reading. */
async function untilKept(dir: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const names = await readdir(join(dir, 'vault/x')).catch(() => []);
    if (names.some((name) => /-export\.js$/.test(name))) return;
    await wait(50);
  }
  throw new Error('the original was never kept');
}

const total = async (dir: string) => {
  const list = await runCli(['posts', 'list', '--json'], { cwd: dir });
  return (JSON.parse(list.stdout) as { total: number }).total;
};

it('an import that is interrupted leaves nothing behind, and can be begun again', async () => {
  const dir = await workspace();
  const file = await largeExport(dir);
  const child = spawnCli(['channel', 'import', 'x', file], { cwd: dir });
  const ended = finished(child);
  await untilKept(dir);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
  expect(await readdir(join(dir, 'vault/x'))).toEqual([]);
  expect(await total(dir)).toBe(0);
  expect(await runCli(['channel', 'import', 'x', file], { cwd: dir })).toMatchObject({ code: 0 });
  expect(await total(dir)).toBe(many);
}, 600_000);

it('an import that is killed leaves no post, and can be begun again', async () => {
  const dir = await workspace();
  const file = await largeExport(dir);
  const child = spawnCli(['channel', 'import', 'x', file], { cwd: dir });
  await untilKept(dir);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await total(dir)).toBe(0);
  const again = await runCli(['channel', 'import', 'x', file, '--json'], { cwd: dir });
  expect(JSON.parse(again.stdout)).toMatchObject({ known: false, change: { added: many } });
  expect(await total(dir)).toBe(many);
}, 600_000);
