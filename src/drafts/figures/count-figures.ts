import { type ExitFigures, type Figure, noFigures } from '../../model/farewell/figures.ts';
import type { PostKind } from '../../model/post.ts';
import type { KeptPost } from '../../model/post-store.ts';

/** What people mean by "our posts": not what others said, what was passed on, and what answered somebody. */
export const countedKinds: readonly PostKind[] = ['post', 'article', 'video', 'story', 'quote'];

/** Longer ones are not told again: nothing is ever cut. */
const MOST_LETTERS = 120;

interface Tally {
  posts: number;
  readonly snapshots: Set<string>;
  first: KeptPost | undefined;
  last: KeptPost | undefined;
  readonly months: Map<string, { posts: number; readonly snapshots: Set<string> }>;
  answered: KeptPost | undefined;
}

/**
 * The figures of an exit out of its posts, each with the snapshots and imports it was read in.
 * @param posts one's own, in any order
 * @param timezone in which months begin
 */
export async function countFigures(posts: AsyncIterable<KeptPost>, timezone: string): Promise<ExitFigures> {
  const monthOf = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone: timezone });
  const tally: Tally = {
    posts: 0,
    snapshots: new Set(),
    first: undefined,
    last: undefined,
    months: new Map(),
    answered: undefined,
  };
  for await (const kept of posts) enter(tally, kept, monthOf);
  return tally.posts === 0 ? noFigures : figuresOf(tally, monthOf);
}

function enter(tally: Tally, kept: KeptPost, monthOf: Intl.DateTimeFormat): void {
  const { published, counts } = kept.post;
  tally.posts += 1;
  tally.snapshots.add(kept.snapshot);
  if ((counts.replies ?? 0) > (tally.answered?.post.counts.replies ?? 0)) tally.answered = kept;
  if (published === null) return;
  if (published < (tally.first?.post.published ?? '\uffff')) tally.first = kept;
  if (published > (tally.last?.post.published ?? '')) tally.last = kept;
  const key = keyOf(published, monthOf);
  const month = tally.months.get(key) ?? { posts: 0, snapshots: new Set() };
  month.posts += 1;
  month.snapshots.add(kept.snapshot);
  tally.months.set(key, month);
}

const keyOf = (published: string, monthOf: Intl.DateTimeFormat): string =>
  monthOf.format(new Date(published)).slice(0, 7);

function figuresOf(tally: Tally, monthOf: Intl.DateTimeFormat): ExitFigures {
  const { posts, snapshots, first, last, months, answered } = tally;
  const all = figure(posts, snapshots);
  // A best month of one or two is none.
  const best =
    months.size < 2 ? undefined : [...months].sort((a, b) => b[1].posts - a[1].posts || (a[0] < b[0] ? -1 : 1))[0];
  const said = answered && shortText(answered);
  if (!first?.post.published || !last?.post.published) return { ...noFigures, posts: all };
  const [from, to] = [first, last].map(({ post }) => Number(keyOf(post.published ?? '', monthOf).slice(0, 4)));
  return {
    posts: all,
    years: figure((to ?? 0) - (from ?? 0) + 1, [first.snapshot, last.snapshot]),
    sinceYear: figure(from ?? 0, [first.snapshot]),
    bestMonth: best === undefined ? null : figure(best[0], best[1].snapshots),
    mostAnswered: answered === undefined || said == null ? null : figure(said, [answered.snapshot]),
  };
}

/** Its title, or its text where that is one short line. */
function shortText({ post }: KeptPost): string | null {
  const said = (post.title ?? post.text).trim();
  return said === '' || said.includes('\n') || [...said].length > MOST_LETTERS ? null : said;
}

function figure<T>(value: T, snapshots: Iterable<string>): Figure<T> {
  const [first = '', ...others] = [...new Set(snapshots)].sort();
  return { value, snapshots: [first, ...others] };
}
