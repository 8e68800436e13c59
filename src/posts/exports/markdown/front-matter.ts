import type { Post, PostReference } from '../../../model/post.ts';
import type { ExportedPost } from '../exported-post.ts';
import type { PlacedMedium } from '../media-folder.ts';
import { titleOf } from '../post-title.ts';

/**
 * What is known of a post, as YAML. Every value is written as JSON, which YAML 1.2 is made to contain: no text can break
 * out of it.
 */
export function frontMatter(exported: ExportedPost, placed: readonly PlacedMedium[]): string {
  const { post } = exported;
  const fields: readonly (readonly [string, unknown])[] = [
    ['title', titleOf(post) || null],
    ['date', post.published],
    ['edited', post.edited],
    ['gone', goneOf(exported)],
    ['id', post.id],
    ['url', post.url],
    ['channel', post.channel],
    ['platform', post.platform],
    ['kind', post.kind],
    ['author', post.author],
    ['own', post.isOwn],
    ['lang', post.lang],
    ['tags', post.tags],
    ['warning', post.warning],
    ['pinned', post.isPinned || null],
    ['visibility', post.visibility],
    ['extent', post.extent === 'part' ? 'part' : null],
    ['media', mediaOf(post, placed)],
    ['links', post.links],
    ['reply_to', referenceOf(post.replyTo)],
    ['quote_of', referenceOf(post.quoteOf)],
    ['repost_of', referenceOf(post.repostOf)],
    ['thread', post.thread],
    ['poll', post.poll],
    ['counts', Object.keys(post.counts).length === 0 ? null : { ...post.counts, read_at: post.countedAt }],
    ['archive', archiveOf(exported)],
  ];
  const lines = fields.filter(([, value]) => !isNothing(value)).flatMap(([name, value]) => field(name, value));
  return `---\n${lines.join('\n')}\n---\n`;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A list of objects, one a line; everything else on the line of its name. */
function field(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && typeof value[0] === 'object') {
    return [`${name}:`, ...value.map((item: unknown) => `  - ${yaml(item)}`)];
  }
  return [`${name}: ${yaml(value)}`];
}

/** JSON lets characters stand that YAML does not: the second set of controls, and halves of characters. */
function yaml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function mediaOf({ media }: Post, placed: readonly PlacedMedium[]): readonly object[] {
  return media.map(({ url, kind, mime, alt, width, height, durationMs, sha256 }, index) => {
    const place = placed[index];
    return {
      file: place?.file == null ? null : `../${place.file}`,
      alt,
      kind,
      mime: mime ?? (place?.file == null ? null : place.mime),
      sha256,
      ...(width === null ? {} : { width }),
      ...(height === null ? {} : { height }),
      ...(durationMs === null ? {} : { duration_ms: durationMs }),
      url,
    };
  });
}

function referenceOf(reference: PostReference | null): object | null {
  if (reference === null) return null;
  const { id, url, author, text } = reference;
  return { id, url, author: author?.handle ?? author?.name ?? null, text };
}

function goneOf({ gone }: ExportedPost): object | null {
  if (gone === undefined) return null;
  const { lastSeenAt, lastSeenIn, goneAt, goneIn, because } = gone;
  return { last_seen_at: lastSeenAt, last_seen_in: lastSeenIn, gone_at: goneAt, gone_in: goneIn, because };
}

function archiveOf({ post, snapshot }: ExportedPost): object | null {
  if (post.archive === null && snapshot === null) return null;
  const { record = null, at = null, url = null } = post.archive ?? {};
  return { snapshot: snapshot?.file ?? null, snapshot_id: snapshot?.id ?? null, record, captured_at: at, url };
}
