import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishBrand, germanBrand } from '../channels/discovery/brand-pages.ts';
import { bytes, useSites } from '../support/fixtures.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const start = useSites();

async function newWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora');
  return dir;
}

interface DiscoveredJson {
  readonly accounts: readonly {
    readonly platform: string;
    readonly certainty: string;
    readonly channel: string | null;
    readonly added: boolean;
  }[];
}

describe('lastpost channel discover', () => {
  it('works without a workspace, and shows where each account was found', async () => {
    const site = await start(germanBrand);
    const { code, stdout, stderr } = await runCli(['channel', 'discover', site.origin], {
      cwd: await temporaryFolder(),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Read 5 pages of ${site.url('/')} (Aurora Kaffee – Rösterei in Köln).\n`);
    expect(stdout).toContain(
      'Instagram, aurora.kaffee: sure\n  https://www.instagram.com/aurora.kaffee/\n  in header, footer or menu of 5 pages; its name is like that of the site\n',
    );
    expect(stdout).toContain(`    rel=me on ${site.url('/')}\n`);
    expect(stdout).toContain('Make a workspace to keep them in: lastpost init DIR --brand NAME');
    expect(stdout).not.toContain('sharer');
  });

  it('writes what is sure into lastpost.yaml, once, and knows it the next time', async () => {
    const site = await start(germanBrand);
    const dir = await newWorkspace();
    await runCli(['channel', 'add', 'https://twitter.com/AuroraKaffee', '--id', 'bird'], { cwd: dir });
    const first = await runCli(['channel', 'discover', site.origin, '--add', '--json'], { cwd: dir });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const { accounts } = JSON.parse(first.stdout) as DiscoveredJson;
    expect(accounts.find(({ platform }) => platform === 'x')).toMatchObject({ channel: 'bird', added: false });
    for (const { certainty, channel, platform } of accounts) {
      if (platform !== 'x') expect(channel === null).toBe(certainty !== 'sure');
    }
    const yaml = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
    expect(yaml).toContain('  - id: instagram\n    platform: instagram\n    handle: aurora.kaffee\n');
    expect(yaml).toContain(
      `  - id: wordpress\n    platform: wordpress\n    handle: 127.0.0.1\n    url: ${site.url('/')}\n`,
    );
    expect(yaml).not.toContain('studio_nord');
    const again = await runCli(['channel', 'discover', site.origin, '--add'], { cwd: dir });
    expect(again.stdout).toContain('Instagram, aurora.kaffee: sure, already there as instagram\n');
    expect(await readFile(join(dir, 'lastpost.yaml'), 'utf8')).toBe(yaml);
  });

  it('leaves what is not sure to a person', async () => {
    const site = await start(englishBrand);
    const { stdout } = await runCli(['channel', 'discover', site.origin], { cwd: await newWorkspace() });
    expect(stdout).toContain('Pinterest, steep_and_stir: likely, not in lastpost.yaml\n');
    expect(stdout).toContain(`Add those that are sure: lastpost channel discover ${site.url('/')} --add\n`);
    expect(stdout).toMatch(/Add another after a look at it: lastpost channel add https:\/\//);
  });

  it('says what to try when there is nothing', async () => {
    const site = await start({ '/': '<title>Quiet</title><p>Nobody is anywhere.</p>' });
    const { code, stdout } = await runCli(['channel', 'discover', site.origin], { cwd: await temporaryFolder() });
    expect(code).toBe(0);
    expect(stdout).toContain('No account was found on these pages.\nTry the page with the imprint');
  });

  it('names what is wrong with an address', async () => {
    const site = await start({ '/film': bytes('film', 'video/mp4') });
    const cwd = await temporaryFolder();
    const errorOf = async (...args: readonly string[]) => {
      const { code, stderr } = await runCli(['channel', 'discover', ...args, '--json'], { cwd });
      return [code, (JSON.parse(stderr) as { error: { code: string } }).error.code];
    };
    expect(await errorOf(site.url('/film'))).toEqual([1, 'discover.not-html']);
    expect(await errorOf(site.url('/nowhere'))).toEqual([1, 'discover.content-unavailable']);
    expect(await errorOf('two words')).toEqual([2, 'usage.bad-address']);
    expect(await errorOf(site.origin, '--public-only')).toEqual([1, 'discover.not-public']);
    expect(await errorOf(site.origin, '--add')).toEqual([2, 'workspace.not-found']);
    await site.close();
    expect(await errorOf(site.origin)).toEqual([1, 'discover.connection-failed']);
  });
});
