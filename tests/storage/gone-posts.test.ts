import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openLedger } from '../../src/storage/ledger.ts';
import { migrateLedger } from '../../src/storage/migrate.ts';
import { migrations } from '../../src/storage/migrations.ts';
import type { LedgerTables } from '../../src/storage/tables.ts';
import { gonePostsContract, sightOn } from '../contracts/gone-posts.ts';
import { exportedOf, headOf, importPosts } from '../contracts/made-exports.ts';
import { completenessOf, enter, postOf, snapshotNamed, streamOf, wholePage } from '../contracts/post-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function newPlace() {
  const root = await temporaryFolder();
  return { root, file: join(root, 'ledger.db'), create: true };
}

gonePostsContract('SQLite', async () => {
  const { posts, close } = await openLedger(await newPlace());
  return { store: posts, close };
});

it('an export that is shown in place of a post that is gone has its mark, and is found by it', async () => {
  const ledger = await openLedger(await newPlace());
  onTestFinished(() => ledger.close());
  const part = postOf('1', { extent: 'part', text: 'Post' });
  await ledger.posts.addSnapshot(snapshotNamed('s1'), streamOf([part]), completenessOf(), sightOn(1));
  await importPosts(ledger.exports, headOf('x1'), exportedOf('1', { text: 'Post, all of it' }));
  const later = snapshotNamed('s2', '2026-12-02T09:00:00.000Z');
  await ledger.posts.addSnapshot(later, streamOf([]), completenessOf(), sightOn(2, { 1: 'platform-says' }));
  const found = await ledger.posts.list({ isGone: true }, wholePage);
  expect(found).toMatchObject([{ post: { text: 'Post, all of it' }, snapshot: 'x1', gone: { goneIn: 's2' } }]);
});

it('a ledger from before there were marks knows that its posts were seen, and not by whom they could be missed', async () => {
  const place = await newPlace();
  const filled = await openLedger(place);
  const posts = [postOf('1'), postOf('2'), postOf('3', { isOwn: false, kind: 'comment' })];
  await enter(filled.posts, snapshotNamed('s1', '2026-11-01T09:00:00.000Z'), ...posts);
  await enter(filled.posts, snapshotNamed('s2', '2026-11-08T09:00:00.000Z'), postOf('2'));
  await filled.close();
  await backTo(place.file, 11);
  const { posts: store, close } = await openLedger(place);
  onTestFinished(close);
  const at = snapshotNamed('s3', '2026-12-03T09:00:00.000Z');
  await store.addSnapshot(at, streamOf([]), completenessOf(), sightOn(3, { 1: 'not-found', 2: 'not-found' }));
  expect(await store.list({ isGone: true }, wholePage)).toEqual([]);
  // The last one that has the second post is read again, and says how it looked.
  await store.addSnapshot(
    snapshotNamed('s2', '2026-11-08T09:00:00.000Z'),
    streamOf([postOf('2')]),
    completenessOf(),
    sightOn(2),
  );
  const found = await store.list({ isGone: true }, wholePage);
  expect(found.map(({ post, gone }) => [post.id, gone?.lastSeenIn, gone?.goneIn])).toEqual([['2', 's2', 's3']]);
});

/** Takes from a ledger what later migrations brought, as if they had never been. */
async function backTo(file: string, number: number): Promise<void> {
  const database = new Database(file);
  for (const table of ['gone_posts', 'sightings', 'seen_snapshots']) database.exec(`drop table ${table}`);
  database.prepare('delete from migrations where number > ?').run(number);
  const db = new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database }) });
  await migrateLedger(db, file, migrations.slice(0, number));
  await db.destroy();
}
