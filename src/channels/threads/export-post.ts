import { makePost, type PostAuthor, type Visibility } from '../../model/post.ts';
import { addressesIn, hashtagsOf } from '../reading/caption.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import type { MadeIds } from '../reading/export/export-id.ts';
import type { ReadRecord } from '../reading/export/meta-export.ts';
import { readNamedMedium } from '../reading/export/meta-files.ts';
import { readMetaLabels, textOfLabels } from '../reading/export/meta-labels.ts';
import { repairMojibake } from '../reading/export/mojibake.ts';
import { objectsOf } from '../reading/json-objects.ts';
import { asUnixTime, at, type JsonObject } from '../reading/json-reader.ts';

/** What reading a record takes to know about its export. */
export interface ThreadsExport {
  readonly author: PostAuthor;
  readonly finder: MediaFinder;
  readonly visibility: Visibility;
}

/**
 * A record of `text_post_app_text_posts`. Even a post without any picture is a list of media: one without a path, with the
 * words as its title. That it answers something is said, and what it answers is not.
 * @returns why it is none, where it is none
 */
export function readThreadsRecord(record: JsonObject, ids: MadeIds, context: ThreadsExport): ReadRecord | string {
  const items = objectsOf(record.media);
  const text =
    [record, ...items].map(({ title }) => words(title)).find((found) => found !== null) ??
    textOfLabels(readMetaLabels(record)) ??
    '';
  const named = items.filter(({ uri }) => uri !== '').flatMap((item) => readNamedMedium(item, context.finder) ?? []);
  if (text === '' && named.length === 0) return 'It has neither words nor media.';
  const times = [record, ...items].flatMap((one) => [one.creation_timestamp, one.timestamp]).map(asUnixTime);
  const published = times.find((time) => time !== null) ?? null;
  const isReply = [record, ...items].some((one) => at(one, 'text_app_post', 'is_reply') === true);
  const uris = named.map(({ uri }) => uri);
  const post = makePost({
    platform: 'threads',
    id: ids.idOf(published, text, ...uris),
    source: 'export',
    kind: isReply ? 'reply' : 'post',
    author: context.author,
    published,
    text,
    tags: hashtagsOf(text),
    links: addressesIn(text),
    media: named.map(({ media }) => media),
    replyTo: isReply ? { id: null, url: null, author: null, text: null } : null,
    visibility: context.visibility,
  });
  return { post, uris };
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? repairMojibake(value) : null;
}
