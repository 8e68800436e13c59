import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { html, useSites } from '../support/fixtures.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const startSite = useSites();

const twoPages = {
  '/': html('<h1>One</h1><a href="/two">two</a>'),
  '/two': html('<h1>Two</h1>'),
};

describe('lastpost snapshot take', () => {
  it('works with no workspace at all, and says what to do with the file', async () => {
    const cwd = await temporaryFolder();
    const site = await startSite(twoPages);
    const { code, stdout, stderr } = await runCli(['snapshot', 'take', site.url('/'), '--out', 'blog.wacz'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Snapshot complete\.\n\nFile {8}blog\.wacz\nSize {8}\d/);
    expect(stdout).toMatch(/\nPages {7}2\n/);
    expect(stdout).toMatch(/\nGaps {8}0\n/);
    expect(stdout).toContain('\nSignature   unsigned: ');
    expect(stdout).toMatch(
      /\nNext:\n {2}lastpost snapshot verify blog\.wacz\n {2}lastpost snapshot replay blog\.wacz\n$/,
    );
    expect(await readdir(cwd)).toEqual(['blog.wacz']);
  });

  it('takes a channel into the vault, signed and in the ledger, and keeps the promised shape', async () => {
    const dir = await temporaryFolder();
    const site = await startSite(twoPages);
    await runCli(['init', '--brand', 'Aurora'], { cwd: dir });
    const config = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
    const channel = `channels:\n  - {id: blog, platform: website, url: "${site.url('/')}"}\n`;
    await writeFile(join(dir, 'lastpost.yaml'), config.replace('channels:\n', channel));
    const { code, stdout, stderr } = await runCli(['snapshot', 'take', '--channel', 'blog', '--json'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { snapshot } = JSON.parse(stdout) as { snapshot: Record<string, unknown> };
    expect(snapshot).toMatchObject({ channel: 'blog', state: 'complete', pages: 2, gaps: 0, signed: true });
    expect(snapshot.file).toMatch(/\/vault\/blog\/\d{8}T\d{6}Z\.wacz$/);
    const list = await runCli(['snapshot', 'list', '--json'], { cwd: dir });
    expect(JSON.parse(list.stdout)).toEqual({ snapshots: [{ ...snapshot, present: true }], unfinished: [] });
    const verify = await runCli(['snapshot', 'verify', String(snapshot.id), '--json'], { cwd: dir });
    expect(JSON.parse(verify.stdout)).toMatchObject({ ok: true, snapshots: [{ signature: { state: 'valid' } }] });
  });

  it('ends with 3 when something is missing, and says what and what to do', async () => {
    const cwd = await temporaryFolder();
    const site = await startSite({
      ...twoPages,
      '/two': (_request, response) => void response.writeHead(403).end('No'),
    });
    const { code, stdout } = await runCli(['snapshot', 'take', site.url('/'), '--out', 'blog.wacz'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Snapshot partial: 1 thing could not be had\. The file is valid\.\n/);
    expect(stdout).toMatch(new RegExp(`\\nGaps:\\n {2}forbidden: 1\\. \\S.*\\n {4}${site.url('/two')}\\n {6}\\S`));
  });

  it('refuses to write over a file before it does anything', async () => {
    const cwd = await temporaryFolder();
    const site = await startSite(twoPages);
    await writeFile(join(cwd, 'blog.wacz'), 'precious');
    const run = await runCli(['snapshot', 'take', site.url('/'), '--out', 'blog.wacz'], { cwd });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^Error snapshot\.exists: \S.*blog\.wacz is already there\.\nHint: Add --force/);
    expect(site.requests).toEqual([]);
    expect(await readFile(join(cwd, 'blog.wacz'), 'utf8')).toBe('precious');
  });

  it('seals what is there at Ctrl-C and ends with 130', async () => {
    const cwd = await temporaryFolder();
    const links = (page: number) => html(`<h1>${page}</h1><a href="/${page + 1}">next</a>`);
    const endless = Object.fromEntries(Array.from({ length: 500 }, (_, page) => [`/${page}`, links(page)]));
    const site = await startSite(endless);
    const child = spawnCli(['snapshot', 'take', site.url('/0'), '--out', 'blog.wacz', '--json', '--workers', '1'], {
      cwd,
    });
    const end = finished(child);
    while (site.requests.filter((request) => /\/[3-9]$/.test(request)).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (child.exitCode !== null) throw new Error('It ended before it was interrupted.');
    }
    child.kill('SIGINT');
    await once(child, 'exit');
    const { code, stdout, stderr } = await end;
    expect(code).toBe(130);
    expect(stderr).toBe(
      'Stopping: sealing the pages that are there into a valid file. Press Ctrl-C again to stop at once.\n',
    );
    const { snapshot } = JSON.parse(stdout) as { snapshot: { state: string; pages: number } };
    expect(snapshot.state).toBe('partial');
    expect(snapshot.pages).toBeGreaterThanOrEqual(1);
    expect((await runCli(['snapshot', 'verify', 'blog.wacz'], { cwd })).code).toBe(0);
    expect(await readdir(cwd)).toEqual(['blog.wacz']);
  });
});
