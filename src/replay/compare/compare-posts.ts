import { createHash } from 'node:crypto';
import type {
  EditedPost,
  GoneBecause,
  MovedCount,
  PostName,
  PostsComparison,
  WordRun,
} from '../../model/comparison.ts';
import type { CompletenessReport } from '../../model/completeness.ts';
import type { Post, PostCounts } from '../../model/post.ts';
import { diffWords } from './word-diff.ts';

const SAYS_CHARACTERS = 160;
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
interface Slim extends PostName {
  readonly title: string | null;
  readonly text: string;
  readonly media: readonly string[];
  readonly counts: PostCounts;
  readonly isWhole: boolean;
  readonly digest: string;
}

/** What the two snapshots were able to see. */
export interface PostsSight {
  /** UTC ISO 8601; null when nothing says. */
  readonly beforeTakenAt: string | null;
  readonly before: CompletenessReport | null;
  readonly after: CompletenessReport | null;
  /** False when something else than time parts the two: another viewer, another address. Then nothing is gone. */
  readonly isFair: boolean;
  /** False when the later snapshot is partial: then a post that is merely missing is not gone. */
  readonly isWhole: boolean;
  /** HTTP status of the later snapshot's answer for an address; undefined when it was not asked for. */
  statusAfter(url: string): number | undefined;
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
  const found: Found = { added: [], foundLate: [], edited: [], counts: [] };
  const seen = new Set<string>();
  let done = 0;
  for await (const post of after) {
    done += 1;
    onPost(done);
    if (post === undefined) unreadable.after += 1;
    if (post === undefined || !post.isOwn || seen.has(post.id)) continue;
    seen.add(post.id);
    take(found, earlier.get(post.id), slimOf(post), sight);
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

function take(found: Found, known: Slim | undefined, now: Slim, sight: PostsSight): void {
  if (known === undefined) {
    (isLate(now, sight) ? found.foundLate : found.added).push(nameOf(now));
    return;
  }
  const edited = editOf(known, now);
  if (edited !== undefined) found.edited.push(edited);
  const moved = movedCounts(known.counts, now.counts);
  if (moved.length > 0) found.counts.push({ ...nameOf(now), moved });
}

function isLate({ published }: Slim, { beforeTakenAt }: PostsSight): boolean {
  return published !== null && beforeTakenAt !== null && Date.parse(published) < Date.parse(beforeTakenAt);
}

function partMissing(missing: readonly Slim[], sight: PostsSight): Pick<PostsComparison, 'gone' | 'notSeen'> {
  const rule = goneRule(sight);
  const judged = missing.map((post) => ({ post: nameOf(post), because: rule(post) }));
  return {
    gone: judged.flatMap(({ post, because }) => (because === undefined ? [] : [{ ...post, because }])),
    notSeen: judged.filter(({ because }) => because === undefined).map(({ post }) => post),
  };
}

/**
 * That a post is gone is a claim about its author. It is made only when the platform says so, when its page answers "not
 * found", or when the later snapshot is proved to hold all there is. Anything else is "not seen".
 */
export function goneRule(
  sight: Pick<PostsSight, 'after' | 'isFair' | 'isWhole' | 'statusAfter'>,
): (post: Pick<PostName, 'id' | 'url'>) => GoneBecause | undefined {
  const { after, isFair, isWhole, statusAfter } = sight;
  const isNamed = amongNames(after?.gone ?? []);
  const isLacking = amongNames(after?.missingPosts ?? []);
  const isComplete = isWhole && after?.verdict === 'complete';
  return (post) => {
    if (!isFair) return undefined;
    if (isNamed(post)) return 'platform-says';
    if (isLacking(post)) return undefined;
    const status = post.url === null ? undefined : statusAfter(post.url);
    if (status === 404 || status === 410) return 'not-found';
    // It is listed nowhere any more, but its page still answers.
    const isThere = status !== undefined && status > 0 && status < 400;
    return isComplete && !isThere ? 'complete-list' : undefined;
  };
}

type Named = Pick<PostName, 'url'> & { readonly id: string | null };

function amongNames(listed: readonly Named[]): (post: Named) => boolean {
  const names = new Set(listed.flatMap(({ id, url }) => [id, url]));
  names.delete(null);
  return ({ id, url }) => names.has(id) || names.has(url);
}

function slimOf(post: Post): Slim {
  const media = post.media.map(({ sha256, url }) => sha256 ?? url.replace(/[?#].*$/, ''));
  const text = post.text.slice(0, MAX_TEXT);
  return {
    id: post.id,
    url: post.url,
    kind: post.kind,
    published: post.published,
    says: (post.title ?? text).replace(/\s+/g, ' ').trim().slice(0, SAYS_CHARACTERS),
    title: post.title,
    text,
    media,
    counts: post.counts,
    isWhole: post.extent === 'whole',
    digest: createHash('sha256')
      .update(`${post.title ?? ''}\u0000${post.text}`)
      .digest('base64'),
  };
}

function nameOf({ id, url, kind, published, says }: Slim): PostName {
  return { id, url, kind, published, says };
}

function editOf(before: Slim, after: Slim): EditedPost | undefined {
  // An excerpt beside the whole says nothing about the author.
  if (before.isWhole !== after.isWhole) return undefined;
  const isReworded = before.digest !== after.digest;
  const title = isReworded ? wordsOf(before.title ?? '', after.title ?? '') : null;
  const text = isReworded ? wordsOf(before.text, after.text) : null;
  const media = comparedMedia(before.media, after.media);
  if (title === null && text === null && media.mediaAdded.length + media.mediaRemoved.length === 0) return undefined;
  return { ...nameOf(after), title, text, ...media };
}

function wordsOf(before: string, after: string): readonly WordRun[] | null {
  return before.trim() === after.trim() ? null : diffWords(before, after);
}

/** A medium is known by its bytes where both snapshots have them, else by its address without what changes at each visit. */
function comparedMedia(before: readonly string[], after: readonly string[]) {
  const isDigest = (key: string) => key.startsWith('sha256:');
  if (before.length === after.length && (before.some(isDigest) !== after.some(isDigest) || !before.every(isDigest))) {
    // The same number, and at least one of them without its bytes: a new address of the same picture is no edit.
    return { mediaAdded: [], mediaRemoved: [] };
  }
  return {
    mediaAdded: after.filter((key) => !before.includes(key)),
    mediaRemoved: before.filter((key) => !after.includes(key)),
  };
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
