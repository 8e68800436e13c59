import { appendFile, chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { signerFromPem } from '../../src/archive/signing-key.ts';
import { keepSnapshot } from '../../src/journeys/vault/keep-snapshot.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { readSigningKeyPem } from '../../src/workspace/signing-key-file.ts';
import { stillClock } from '../support/make-snapshot.ts';
import { runCli } from '../support/run-cli.ts';
import { sealInto, vaultWorkspace } from '../support/sealed-workspace.ts';

const IDS = ['aaaa1111', 'bbbb2222', 'cccc3333'];

/** Three snapshots of one day; the second and third are stored as what changed. */
async function workspace(): Promise<string> {
  const dir = await vaultWorkspace();
  const config = join(dir, 'lastpost.yaml');
  const document = parseDocument(await readFile(config, 'utf8'));
  document.set('people', [{ id: 'anna', name: 'Anna Berg', roles: ['brand'], email: 'anna@example.org' }]);
  await writeFile(config, document.toString());
  const opened = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(opened.paths));
  const ledger = await openLedger({ file: opened.paths.ledger, root: dir });
  const context = { clock: stillClock, signal: new AbortController().signal, onProgress: () => undefined };
  for (const [at, id] of IDS.entries()) {
    const { snapshot, completeness } = await sealInto(dir, id, { at });
    await keepSnapshot({ workspace: opened, ledger, signer }, snapshot, completeness, context);
  }
  await ledger.close();
  return dir;
}

async function json(dir: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await runCli([...args, '--json', '--workspace', dir]);
  return { code, out: stdout === '' ? undefined : JSON.parse(stdout), error: stderr === '' ? undefined : stderr };
}

const filesIn = async (dir: string) =>
  (await readdir(join(dir, 'vault/blog'))).filter((name) => name.includes('.wacz')).sort();

it('tells what would go and why the rest stays, and removes exactly that when somebody agrees', async () => {
  const dir = await workspace();
  const before = await filesIn(dir);
  expect(before).toEqual(['20261123T093000Z.wacz', '20261123T093001Z.wacz-delta', '20261123T093002Z.wacz-delta']);
  const told = await runCli(['snapshot', 'prune', '--keep-last', '1', '--workspace', dir]);
  expect(told.code).toBe(0);
  expect(told.stdout).toContain('2 of 3 snapshots would go');
  expect(told.stdout).toMatch(/stays +cccc3333 .*the last; the last complete one; the newest/);
  expect(await filesIn(dir)).toEqual(before);

  const other = await json(dir, 'snapshot', 'prune', '--keep-last', '1', '--confirm', 'abcdef1234');
  expect(other).toMatchObject({ code: 2, error: expect.stringContaining('prune.other-plan') });
  const plan = /--confirm (\w+)/.exec(told.stdout)?.[1] ?? '';
  const done = await json(dir, 'snapshot', 'prune', '--keep-last', '1', '--confirm', plan);
  expect(done).toMatchObject({ code: 0, out: { removed: ['aaaa1111', 'bbbb2222'] } });
  expect(await filesIn(dir)).toEqual(['20261123T093002Z.wacz']);

  expect(await json(dir, 'vault', 'verify')).toMatchObject({ code: 0, out: { ok: true } });
  expect((await json(dir, 'snapshot', 'list')).out.snapshots).toMatchObject([{ id: 'cccc3333', present: true }]);
  expect((await json(dir, 'snapshot', 'verify', 'cccc3333')).code).toBe(0);
  const gone = await json(dir, 'snapshot', 'show', 'aaaa1111');
  expect(gone).toMatchObject({ code: 1, error: expect.stringContaining('snapshot.pruned') });
}, 120_000);

it('removes nothing when the last good one is damaged', async () => {
  const dir = await workspace();
  const last = join(dir, 'vault/blog/20261123T093002Z.wacz-delta');
  await chmod(last, 0o644);
  await appendFile(last, 'x');
  const { code, error } = await json(dir, 'snapshot', 'prune', '--keep-last', '1', '--yes');
  expect(code).toBe(1);
  expect(error).toContain('prune.last-good-damaged');
  expect(await filesIn(dir)).toHaveLength(3);
}, 120_000);

it('a hold keeps a snapshot until somebody releases it, and stays in the list', async () => {
  const dir = await workspace();
  expect((await json(dir, 'snapshot', 'hold', 'aaaa', '--as', 'anna')).error).toContain('hold.no-reason');
  expect((await json(dir, 'snapshot', 'hold', 'aaaa', '--as', 'nobody', '--because', 'A case')).error).toContain(
    'person.unknown',
  );
  const held = await json(dir, 'snapshot', 'hold', 'aaaa', '--as', 'anna', '--because', 'A case');
  expect(held).toMatchObject({
    code: 0,
    out: { holds: [{ number: 1, snapshot: 'aaaa1111', by: 'anna', why: 'A case' }] },
  });
  const pruned = await json(dir, 'snapshot', 'prune', '--keep-last', '1', '--yes');
  expect(pruned.out.removed).toEqual(['bbbb2222']);
  expect((await json(dir, 'snapshot', 'release', '2', '--as', 'anna', '--because', 'Settled')).error).toContain(
    'hold.unknown',
  );
  await json(dir, 'snapshot', 'release', '1', '--as', 'anna', '--because', 'Settled');
  const list = await runCli(['snapshot', 'hold', '--workspace', dir]);
  expect(list.stdout).toMatch(/A case +released .* by anna: Settled/);
  expect((await json(dir, 'snapshot', 'prune', '--keep-last', '1', '--yes')).out.removed).toEqual(['aaaa1111']);
  expect((await json(dir, 'vault', 'verify', '--again')).out).toMatchObject({ ok: true });
}, 120_000);

it('exports any of them as the whole file that was sealed', async () => {
  const dir = await workspace();
  const { snapshots } = (await json(dir, 'snapshot', 'list')).out;
  const [, second] = snapshots;
  const out = join(dir, 'second.wacz');
  const done = await json(dir, 'snapshot', 'export', second.id, '--out', out);
  expect(done).toMatchObject({ code: 0, out: { file: out, bytes: second.bytes, sha256: second.sha256 } });
  expect((await json(dir, 'snapshot', 'verify', out)).code).toBe(0);
  expect((await json(dir, 'snapshot', 'export', second.id, '--out', out)).error).toContain('snapshot.exists');
  expect((await json(dir, 'snapshot', 'export')).error).toContain('usage.missing-argument');
  expect((await json(dir, 'snapshot', 'export', '--channel', 'blog')).error).toContain('channel.unknown');
}, 120_000);
