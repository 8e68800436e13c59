import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signerFromPem } from '../../src/archive/signing-key.ts';
import { systemClock } from '../../src/base/clock.ts';
import { keepSnapshot } from '../../src/journeys/vault/keep-snapshot.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../src/workspace/signing-key-file.ts';
import { runCli } from '../support/run-cli.ts';
import { sealInto, setVault, vaultWorkspace } from '../support/sealed-workspace.ts';
import { noOpenssl, timestampAuthority } from '../support/timestamp-authority.ts';

async function workspace(): Promise<string> {
  const dir = await vaultWorkspace();
  const opened = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(opened.paths));
  const ledger = await openLedger({ file: opened.paths.ledger, root: dir });
  const context = { clock: systemClock, signal: new AbortController().signal, onProgress: () => undefined };
  for (const [at, id] of ['aaaa1111', 'bbbb2222'].entries()) {
    const { snapshot, completeness } = await sealInto(dir, id, { at });
    await keepSnapshot({ workspace: opened, ledger, signer }, snapshot, completeness, context);
  }
  await ledger.close();
  return dir;
}

describe.skipIf(noOpenssl)(`lastpost vault timestamp${noOpenssl ?? ''}`, { timeout: 120_000 }, () => {
  it('tells what is missing, fetches it, and verify and status tell whose it is', async () => {
    const dir = await workspace();
    const vault = (...args: string[]) => runCli(['vault', ...args, '--workspace', dir]);
    expect(await vault('timestamp', '--all')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('timestamp.not-set'),
    });
    const { url, ca } = await timestampAuthority({ login: 'aurora:open sesame' });
    await writeFile(join(dir, 'roots.pem'), await readFile(ca));
    await writeFile(join(dir, 'password'), 'open sesame\n', { mode: 0o600 });
    const credentials = { user: 'env:TSA_USER', password: 'file:password' };
    await setVault(dir, { timestamp: { url, ca: 'roots.pem', policy: '1.2.3.4.2', credentials } });
    const env = { TSA_USER: 'aurora' };

    expect((await vault('timestamp')).stderr).toContain('usage.missing-argument');
    expect((await vault('timestamp', 'blog', '--all')).stderr).toContain('usage.bad-value');
    const run = (...args: string[]) => runCli(['vault', 'timestamp', ...args, '--workspace', dir], { env });
    const told = await run('--all', '--dry-run');
    expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('2 timestamps missing; nobody was asked') });
    const done = await run('blog', '--json');
    expect(done.code).toBe(0);
    const channels = [{ channel: 'blog', entries: 2, fetched: 2, missing: 0 }];
    expect(JSON.parse(done.stdout)).toEqual({ authority: url, channels });
    expect((await run('blog')).stdout).toContain('0 timestamps fetched');

    const verified = await vault('verify');
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain('2 sound timestamps');
    expect(verified.stdout).toContain('2 by CN=Time of Aurora, O=Aurora Tests, which leads to a trusted root');
    expect((await vault('status')).stdout).toMatch(/TIMESTAMPS.*\n.*blog +2 +2 /);
    expect(JSON.parse((await vault('status', '--json')).stdout)).toMatchObject({ heads: [{ timestamps: 2 }] });
  });

  it.each<readonly [object, string]>([
    [{ url: 'ftp://tsa.example.org' }, 'https:// or http://'],
    [{ url: 'https://anna:secret@tsa.example.org/' }, 'without a login in it'],
    [
      { url: 'http://tsa.example.org/', credentials: { user: 'env:U', password: 'env:P' } },
      'cross the network in the clear',
    ],
    [{ url: 'https://tsa.example.org/', credentials: { user: 'env:U', password: 'secret' } }, 'env:NAME'],
    [{ url: 'https://tsa.example.org/', policy: 'mine' }, 'an OID'],
    [{ url: 'https://tsa.example.org/', root: 'tsa.pem' }, 'root'],
  ])('refuses the settings %j', async (timestamp, words) => {
    const dir = await vaultWorkspace({ timestamp });
    const { code, stderr } = await runCli(['vault', 'status', '--workspace', dir]);
    expect(code).toBe(2);
    expect(stderr).toContain('workspace.invalid');
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('secret@');
  });
});
