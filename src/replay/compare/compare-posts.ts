import type { EditedPost, MovedCount, PostName, PostsComparison, WordRun } from '../../model/comparison.ts';
import type { CompletenessReport } from '../../model/completeness.ts';
import { amongNames, type GoneSight, goneRule } from '../../model/gone-rule.ts';
import type { Post, PostCounts } from '../../model/post.ts';
import { comparedMedia, isEdited, type PostVersion, versionOf } from '../../model/post-version.ts';
import { sayPost } from '../../model/say-post.ts';
import { diffWords } from './word-diff.ts';

/** Of one post; the WACZ has the whole of it. */
const MAX_TEXT = 100_000;
const COUNTED = [
  'likes',
  'reposts',
  'quotes',
  'replies',
  'views',
  'bookmarks',
] as const satisfies readonly (keyof PostCounts)[];

/** As much of a post as comparing takes. */
interface Slim extends PostName, PostVersion {
  readonly title: string | null;
  readonly text: string;
  readonly counts: PostCounts;
}

/** What the two snapshots were able to see. */
export interface PostsSight extends GoneSight {
  /** UTC ISO 8601; null when nothing says. */
  readonly beforeTakenAt: string | null;
  readonly before: CompletenessReport | null;
  /** As `statusAfter`, of the earlier snapshot. */
  statusBefore(url: string): number | undefined;
  /** What somebody knows beside the two snapshots: that a post was gone when the earlier one was taken. */
  readonly wasGone?: (id: string) => boolean;
}

/** One line of a list of posts; `undefined` for a line that is none. */
export type PostLines = AsyncIterable<Post | undefined>;

/**
 * What became of the posts. Holds the earlier snapshot's posts without their markup, and of the later one only what changed.
 * Other people's comments are left out.
 */
export async function comparePosts(
  before: PostLines,
  after: PostLines,
  sight: PostsSight,
  onPost: (done: number) => void = () => undefined,
): Promise<PostsComparison> {
  const unreadable = { before: 0, after: 0 };
  const earlier = await readEarlier(before, unreadable);
  const found: Found = { added: [], back: [], foundLate: [], edited: [], counts: [] };
  const wasGone = wasGoneRule(sight);
  const newestKnown = newestOf(earlier.values());
  const seen = new Set<string>();
  let done = 0;
  for await (const post of after) {
    done += 1;
    onPost(done);
    if (post === undefined) unreadable.after += 1;
    if (post === undefined || !post.isOwn || seen.has(post.id)) continue;
    seen.add(post.id);
    take(found, earlier.get(post.id), slimOf(post), { ...sight, newestKnown, wasGone });
  }
  const missing = partMissing(
    [...earlier.values()].filter(({ id }) => !seen.has(id)),
    sight,
  );
  const profile = movedProfile(sight);
  return { before: earlier.size, after: seen.size, ...found, ...missing, profile, unreadable };
}

interface Found {
  readonly added: PostName[];
  readonly back: PostName[];
  readonly foundLate: PostName[];
  readonly edited: EditedPost[];
  readonly counts: (PostName & { readonly moved: readonly MovedCount[] })[];
}

async function readEarlier(lines: PostLines, unreadable: { before: number }): Promise<ReadonlyMap<string, Slim>> {
  const posts = new Map<string, Slim>();
  for await (const post of lines) {
    if (post === undefined) unreadable.before += 1;
    else if (post.isOwn) posts.set(post.id, slimOf(post));
  }
  return posts;
}

function newestOf(posts: Iterable<Slim>): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { published } of posts) if (published !== null) newest = Math.max(newest, Date.parse(published));
  return newest === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : newest;
}

interface Earlier extends Pick<PostsSight, 'beforeTakenAt'> {
  /** Milliseconds since 1970; Infinity when the earlier snapshot has no dated post. */
  readonly newestKnown: number;
  wasGone(post: PostName): boolean;
}

function take(found: Found, known: Slim | undefined, now: Slim, earlier: Earlier): void {
  if (known === undefined) {
    found[kindOfNew(now, earlier)].push(nameOf(now));
    return;
  }
  const edited = editOf(known, now);
  if (edited !== undefined) found.edited.push(edited);
  const moved = movedCounts(known.counts, now.counts);
  if (moved.length > 0) found.counts.push({ ...nameOf(now), moved });
}

function kindOfNew(now: Slim, { beforeTakenAt, newestKnown, wasGone }: Earlier): 'added' | 'back' | 'foundLate' {
  const { published } = now;
  const isDated = published !== null && beforeTakenAt !== null;
  const isOlder = isDated && Date.parse(published) < Date.parse(beforeTakenAt);
  // What was published since cannot have been gone before.
  if (isDated && !isOlder) return 'added';
  if (wasGone(now)) return 'back';
  // A post may be put online later than it is dated. One that is newer than all that was there was not missed among them.
  return isOlder && !(Date.parse(published) > newestKnown) ? 'foundLate' : 'added';
}

/** A post was gone when the earlier snapshot was told so, by the platform or by its page, or when somebody else knows it. */
function wasGoneRule(sight: PostsSight): (post: PostName) => boolean {
  const isNamed = amongNames(sight.before?.gone ?? []);
  return (post) => {
    if (!sight.isFair) return false;
    const status = post.url === null ? undefined : sight.statusBefore(post.url);
    return isNamed(post) || status === 404 || status === 410 || sight.wasGone?.(post.id) === true;
  };
}

function partMissing(missing: readonly Slim[], sight: PostsSight): Pick<PostsComparison, 'gone' | 'notSeen'> {
  const rule = goneRule(sight);
  const judged = missing.map((post) => ({ post: nameOf(post), because: rule(post) }));
  return {
    gone: judged.flatMap(({ post, because }) => (because === undefined ? [] : [{ ...post, because }])),
    notSeen: judged.filter(({ because }) => because === undefined).map(({ post }) => post),
  };
}

function slimOf(post: Post): Slim {
  const { title, text, counts } = post;
  return { ...sayPost(post), title, text: text.slice(0, MAX_TEXT), counts, ...versionOf(post) };
}

function nameOf({ id, url, kind, published, says }: Slim): PostName {
  return { id, url, kind, published, says };
}

function editOf(before: Slim, after: Slim): EditedPost | undefined {
  if (!isEdited(before, after)) return undefined;
  const isReworded = before.digest !== after.digest;
  const title = isReworded ? wordsOf(before.title ?? '', after.title ?? '') : null;
  const text = isReworded ? wordsOf(before.text, after.text) : null;
  return { ...nameOf(after), title, text, ...comparedMedia(before.media, after.media) };
}

function wordsOf(before: string, after: string): readonly WordRun[] | null {
  return before.trim() === after.trim() ? null : diffWords(before, after);
}

function movedCounts(before: PostCounts, after: PostCounts): readonly MovedCount[] {
  return COUNTED.flatMap((name) => moved(name, before[name], after[name]));
}

function movedProfile({ before, after }: PostsSight): readonly MovedCount[] {
  return (['followers', 'following'] as const).flatMap((name) =>
    moved(name, before?.profile?.[name] ?? undefined, after?.profile?.[name] ?? undefined),
  );
}

function moved(name: string, from: number | undefined, to: number | undefined): readonly MovedCount[] {
  if (from === undefined || to === undefined || from === to) return [];
  return [{ name, from, to, isRounded: isRounded(from) || isRounded(to) }];
}

/** "1.2K" is read as 1,200. A true 1,200 is told as "about" as well, which is no untruth. */
function isRounded(count: number): boolean {
  return count >= 1_000 && count % 100 === 0;
}
