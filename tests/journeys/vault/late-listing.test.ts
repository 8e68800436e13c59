import { expect, it } from 'vitest';
import { vaultStatus } from '../../../src/journeys/vault/vault-status.ts';
import { verifyVault } from '../../../src/journeys/vault/verify-vault.ts';
import { bucketSettings, keepAll } from '../../support/bucket-workspace.ts';
import { stillClock } from '../../support/make-snapshot.ts';
import { openS3Files, type S3Server, s3Server } from '../../support/s3-server.ts';
import { vaultWorkspace } from '../../support/sealed-workspace.ts';

const context = { clock: stillClock, signal: new AbortController().signal, onProgress: () => undefined };

/** From now on the server lists what it had before anything was put, as one does that is consistent only in time. */
function listNothing(server: S3Server): void {
  server.faults.instead = (method, url) =>
    method === 'GET' && url.includes('list-type=2')
      ? '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>'
      : undefined;
}

it('what a listing does not name yet is asked for by its name, and only what is gone is missing', {
  timeout: 120_000,
}, async () => {
  const server = await s3Server();
  const dir = await vaultWorkspace({ s3: bucketSettings(server) });
  await keepAll(dir, ['first001', 'second02']);
  const place = { cwd: dir, workspaceDir: dir };
  const verify = () => verifyVault({ jobs: 2, quick: false, again: true }, place, context);
  const before = await verify();
  expect(before).toMatchObject({ ok: true, counts: { entries: 2, files: 2 } });
  listNothing(server);
  expect(await verify()).toMatchObject({ ok: true, counts: before.counts, heads: before.heads });
  expect(await vaultStatus(place, context.signal)).toMatchObject({ files: 2, heads: [{ seq: 2 }] });

  // The one from which no other takes bytes.
  const key = (await storedFiles(server)).at(-1)?.key ?? '';
  await openS3Files(server).remove(key);
  const after = await verify();
  expect(after.problems).toMatchObject([{ rule: 'file.missing' }]);
});

async function storedFiles(server: S3Server) {
  const { instead } = server.faults;
  delete server.faults.instead;
  const found: { readonly key: string }[] = [];
  for await (const item of openS3Files(server).list('')) if (/\.wacz/.test(item.key)) found.push(item);
  if (instead) server.faults.instead = instead;
  return found;
}
