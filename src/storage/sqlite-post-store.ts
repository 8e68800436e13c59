import type { Kysely } from 'kysely';
import type { CompletenessReport } from '../model/completeness.ts';
import type { FoundByText, KeptPost, PostFilter, PostPage, PostStore } from '../model/post-store.ts';
import { searchExcerpt } from '../model/search/search-excerpt.ts';
import { readSearchQuery } from '../model/search/search-query.ts';
import { searchedTexts } from '../model/search/searched-texts.ts';
import { counted, countOf, isChosen, newestFirst, oldestFirst, withBodies } from './choose-posts.ts';
import { enterPosts } from './enter-posts.ts';
import { hasExports, pairPosts } from './find-twins.ts';
import { inTransaction } from './in-transaction.ts';
import { enterCompleteness, newestCompleteness } from './keep-completeness.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import { type PlacedPost, SightingNotes } from './note-sightings.ts';
import { sightingStore } from './sighting-store.ts';
import { areRare, postsAlongTime, postsAlongWords, sqlitePostWords } from './sqlite-post-words.ts';
import type { LedgerTables } from './tables.ts';

/**
 * Posts in SQLite. While posts are entered, the ledger's only connection is theirs: what yields them must not ask the same
 * ledger for anything.
 */
export function sqlitePostStore(db: Kysely<LedgerTables>, file: string): PostStore {
  const safely = <T>(work: () => Promise<T>): Promise<T> => withLedgerErrors(file, work);
  return {
    addSnapshot: (snapshot, posts, completeness, sight) =>
      safely(() =>
        inTransaction(db, async (transaction) => {
          const notes = await SightingNotes.open(transaction, snapshot, sight?.view);
          const source = { ...snapshot, origin: 'crawl' as const };
          const saw = (found: readonly PlacedPost[]) => notes.saw(found);
          const counts = await enterPosts(transaction, sqlitePostWords, source, posts, saw);
          if (sight !== undefined) await notes.judge(sight);
          if (await hasExports(transaction, snapshot.channel)) await pairPosts(transaction, snapshot.channel);
          await enterCompleteness(transaction, snapshot, completeness);
          return counts;
        }),
      ),
    count: (filter) => safely(() => countOf(db.selectFrom('posts').where(isChosen(filter)))),
    list: (filter, page) => safely(() => list(db, filter, page)),
    all: (filter) => all(db, file, filter),
    find: (channel, id) => safely(() => find(db, channel, id)),
    search: (query, filter, page) => safely(() => search(db, query, filter, page)),
    ...sightingStore(db, file),
    completeness: (channel): Promise<readonly { snapshot: string; report: CompletenessReport }[]> =>
      safely(() => newestCompleteness(db, channel)),
  };
}

async function list(db: Kysely<LedgerTables>, filter: PostFilter, page: PostPage): Promise<readonly KeptPost[]> {
  return withBodies(db, await newestFirst(db.selectFrom('posts').where(isChosen(filter)), page));
}

async function* all(db: Kysely<LedgerTables>, file: string, filter: PostFilter): AsyncGenerator<KeptPost> {
  const batches = oldestFirst(db, filter);
  for (;;) {
    const batch = await withLedgerErrors(file, () => batches.next());
    if (batch.done === true) return;
    yield* await withLedgerErrors(file, () => withBodies(db, batch.value));
  }
}

async function find(db: Kysely<LedgerTables>, channel: string, id: string): Promise<KeptPost | undefined> {
  const row = db
    .selectFrom('posts')
    .select(['place', 'snapshot'])
    .where('channel', '=', channel)
    // Both are named for the index of ids, in which the origin stands before the id.
    .where('origin', 'in', ['crawl', 'export'])
    .where('id', '=', id)
    .orderBy('is_shown', 'desc')
    .limit(1);
  return (await withBodies(db, await row.execute()))[0];
}

async function search(
  db: Kysely<LedgerTables>,
  query: string,
  filter: PostFilter,
  page: PostPage,
): Promise<{ readonly total: number; readonly posts: readonly FoundByText[] }> {
  const terms = readSearchQuery(query);
  const { total, rows } = (await areRare(db, terms))
    ? await counted(postsAlongWords(db, terms).where(isChosen(filter)), page)
    : await counted(postsAlongTime(db, terms).where(isChosen(filter)), page);
  const posts = await withBodies(db, rows);
  return {
    total,
    posts: posts.map((kept) => ({ ...kept, excerpt: searchExcerpt(searchedTexts(kept.post), terms) })),
  };
}
