import { type Kysely, sql } from 'kysely';
import type { Post } from '../model/post.ts';
import { type FoldedWord, hasTwoForms } from '../model/search/fold-word.ts';
import type { SearchTerm } from '../model/search/search-query.ts';
import { searchedTexts } from '../model/search/searched-texts.ts';
import { wordsOf } from '../model/search/words-of.ts';
import type { PostWords } from './enter-posts.ts';
import { RowInsert } from './insert-rows.ts';
import type { LedgerTables, PostWordsRow } from './tables.ts';

/** Stands between two texts of a post, so that no phrase reaches from one into the next. No query has it as a word. */
const BETWEEN = '\ue000';

/** The two columns of a post's words. `long` is left out where `plain` says the same. */
function columnsOf(post: Post): Pick<PostWordsRow, 'plain' | 'long'> {
  const plain: string[] = [];
  const long: string[] = [];
  let differs = false;
  for (const text of searchedTexts(post)) {
    if (plain.length > 0) {
      plain.push(BETWEEN);
      long.push(BETWEEN);
    }
    for (const word of wordsOf(text)) {
      plain.push(word.plain);
      long.push(word.long);
      differs ||= hasTwoForms(word);
    }
  }
  return { plain: plain.join(' '), long: differs ? long.join(' ') : '' };
}

const wordsInsert = new RowInsert<PostWordsRow & Record<string, string | number>>((db, rows) =>
  db.insertInto('post_words').values(rows),
);

export const sqlitePostWords: PostWords = {
  add: async (db, posts) => {
    // One by one: after a statement of several rows FTS5 writes out what it has gathered in memory, as if it were all.
    for (const { place, post } of posts) await wordsInsert.execute(db, [{ rowid: place, ...columnsOf(post) }]);
  },
  remove: async (db, places) => {
    if (places.length > 0) await db.deleteFrom('post_words').where('rowid', 'in', places).execute();
  },
};

/**
 * A term in FTS5's language. Words are letters, digits and pictograms alone, and stand in quotes: nothing in them can be
 * taken for an operator.
 */
function termExpression({ words, isPrefix }: SearchTerm): string {
  const phrase = (form: keyof FoldedWord): string =>
    `${form} : "${words.map((word) => word[form]).join(' ')}"${isPrefix ? ' *' : ''}`;
  return words.some(hasTwoForms) ? `(${phrase('plain')} OR ${phrase('long')})` : phrase('plain');
}

const expressionOf = (terms: readonly SearchTerm[]): string => terms.map(termExpression).join(' AND ');

/** Up to so many hits are read and sorted faster than they are looked for among all posts of a channel or a year. */
const FEW_HITS = 5_000;

/** Whether the terms stand in few posts, whosever they are: counted no further than needed, in less than a millisecond. */
export async function areRare(db: Kysely<LedgerTables>, terms: readonly SearchTerm[]): Promise<boolean> {
  const hits = await sql<{ readonly count: number }>`select count(*) as count from (
    select 1 from post_words where post_words match ${expressionOf(terms)} limit ${FEW_HITS + 1})`.execute(db);
  return (hits.rows[0]?.count ?? 0) <= FEW_HITS;
}

/** Rows of the posts that have all terms, read along the words: SQLite keeps the order of a cross join. */
export function postsAlongWords(db: Kysely<LedgerTables>, terms: readonly SearchTerm[]) {
  return db
    .selectFrom('post_words')
    .crossJoin('posts')
    .whereRef('posts.place', '=', 'post_words.rowid')
    .where(sql<boolean>`post_words match ${expressionOf(terms)}`);
}

/**
 * The same rows, read along the index of time: the newest of many hits are found without sorting the others. An ordinary
 * join would leave the choice to SQLite, which knows nothing of how common a word is, and took seconds where this takes
 * milliseconds.
 */
export function postsAlongTime(db: Kysely<LedgerTables>, terms: readonly SearchTerm[]) {
  const hits = db
    .selectFrom('post_words')
    .select('rowid')
    .where(sql<boolean>`post_words match ${expressionOf(terms)}`);
  return db.selectFrom('posts').where('place', 'in', hits);
}
