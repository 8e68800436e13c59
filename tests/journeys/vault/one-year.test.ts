import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { signerFromPem } from '../../../src/archive/signing-key.ts';
import { exportSnapshot } from '../../../src/journeys/export-snapshot.ts';
import { pruneSnapshots } from '../../../src/journeys/retention/prune-snapshots.ts';
import { copyVault } from '../../../src/journeys/vault/copy-vault.ts';
import { keepSnapshot } from '../../../src/journeys/vault/keep-snapshot.ts';
import { localWacz } from '../../../src/journeys/vault/local-wacz.ts';
import { restoreVault } from '../../../src/journeys/vault/restore-vault.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import type { JourneyContext } from '../../../src/model/journey-context.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { readSigningKeyPem } from '../../../src/workspace/signing-key-file.ts';
import { completenessOf } from '../../contracts/post-store.ts';
import { snapshotOf } from '../../contracts/snapshot-store.ts';
import { sealDay } from '../../support/changing-site.ts';
import { vaultWorkspace } from '../../support/sealed-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const DAYS = 365;
const HELD_DAY = 100;
const KEEP = { last: 7, daily: 30, weekly: 12, monthly: 24, yearly: 10 };

const dayOf = (day: number) => new Date(Date.parse('2026-01-01T03:00:00.000Z') + day * 86_400_000);
const context: JourneyContext = {
  clock: { now: () => dayOf(DAYS) },
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
const idOf = (day: number) => `day${String(day).padStart(5, '0')}`;

async function liveForAYear(dir: string): Promise<readonly Snapshot[]> {
  const workspace = await openWorkspace(dir);
  const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
  const ledger = await openLedger({ file: workspace.paths.ledger, root: dir });
  const { outbox } = workspace.paths;
  await mkdir(outbox, { recursive: true });
  const kept: Snapshot[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const last = kept.at(-1);
    const before = last === undefined ? undefined : await localWacz(workspace, last);
    const startedAt = dayOf(day).toISOString();
    const sealed = await sealDay(day, dayOf(day), { dir: outbox, before, signer });
    const { file, bytes, sha256, pages } = sealed;
    const made = snapshotOf({
      id: idOf(day),
      channel: 'blog',
      file,
      bytes,
      sha256,
      pages,
      startedAt,
      finishedAt: startedAt,
    });
    const { snapshot } = await keepSnapshot(
      { workspace, ledger, signer },
      { ...made, channel: 'blog' },
      completenessOf({ channel: 'blog' }),
      context,
    );
    kept.push(snapshot);
  }
  await ledger.holds.place({
    snapshot: idOf(HELD_DAY),
    channel: 'blog',
    why: 'A case',
    by: 'anna',
    at: dayOf(DAYS).toISOString(),
  });
  await ledger.close();
  return kept;
}

async function setKeep(dir: string): Promise<void> {
  const { config } = workspacePaths(dir);
  const document = parseDocument(await readFile(config, 'utf8'));
  document.set('archive', { keep: KEEP });
  document.set('timezone', 'Europe/Berlin');
  await writeFile(config, document.toString());
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => {
    const found = await stat(join(folder, name));
    return found.isFile() ? found.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const place = (dir: string) => ({ cwd: dir, workspaceDir: dir });
const verify = (dir: string) => verifyVault({ jobs: 2, quick: false, again: true }, place(dir), context);

it('a year of daily snapshots is pruned, verified, copied, lost and restored, and what stayed is what was sealed', async () => {
  const dir = await vaultWorkspace();
  await setKeep(dir);
  const year = await liveForAYear(dir);
  const folder = join(dir, 'vault/blog');
  const wholeBytes = year.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(await sizeOf(folder)).toBeLessThan(wholeBytes * 0.5);
  expect(await verify(dir)).toMatchObject({ ok: true, problems: [], counts: { files: DAYS, entries: DAYS } });

  const told = await pruneSnapshots({ channels: [], keep: {}, confirm: undefined, yes: false }, place(dir), context);
  expect(told.removed).toEqual([]);
  expect((await readdir(folder)).filter((name) => name.includes('.wacz'))).toHaveLength(DAYS);
  const done = await pruneSnapshots(
    { channels: [], keep: {}, confirm: told.plan.name ?? '', yes: false },
    place(dir),
    context,
  );
  const stayed = told.plan.channels.flatMap(({ snapshots }) => snapshots.filter(({ keeps }) => keeps.length > 0));
  const ids = stayed.map(({ snapshot }) => snapshot.id);
  expect(ids).toContain(idOf(HELD_DAY));
  expect(ids.length + done.removed.length).toBe(DAYS);
  expect(ids.length).toBe(30 + 7 + 11 + 1);
  expect((await readdir(folder)).filter((name) => name.includes('.wacz'))).toHaveLength(ids.length);
  const report = await verify(dir);
  expect(report).toMatchObject({ ok: true, problems: [] });
  expect(report.counts).toMatchObject({ files: ids.length, entries: DAYS + done.removed.length });

  const copy = join(await temporaryFolder(), 'copy');
  await copyVault({ name: copy, pathStyle: false }, place(dir), context);
  await rm(dir, { recursive: true });
  const again = join(await temporaryFolder(), 'again');
  await restoreVault(
    { source: { name: copy, pathStyle: false }, to: again, brandName: 'Aurora Coffee' },
    again,
    context,
  );
  expect(await verify(again)).toMatchObject({ ok: true, problems: [], counts: { files: ids.length } });
  for (const { snapshot } of stayed) {
    const out = join(await temporaryFolder(), 'one.wacz');
    const { sha256 } = await exportSnapshot({ wanted: { id: snapshot.id }, out, force: false }, place(again), context);
    expect(sha256).toBe(year.find(({ id }) => id === snapshot.id)?.sha256);
  }
});
