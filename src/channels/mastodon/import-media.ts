import { makeMedia, type PostMedia } from '../../model/post.ts';
import type { MediaFinder } from '../reading/export/export-files.ts';
import { asNumber, asObject, asText, type JsonObject } from '../reading/json-reader.ts';
import { listOf } from './read-activity.ts';
import { kindOfMedia, readDocuments } from './read-media.ts';

/**
 * The attachments of a post in an archive. Mastodon writes the path of a file beside (`/media_attachments/files/…`) where the
 * address would stand; others leave the address and pack no media.
 * @see https://github.com/mastodon/mastodon/blob/main/app/services/backup_service.rb
 */
export function readPackedMedia(object: JsonObject, files: MediaFinder): readonly PostMedia[] {
  return listOf(object.attachment).flatMap((value) => {
    const document = asObject(value);
    const path = asText(document?.url);
    if (document === undefined) return [];
    if (path === null || /^https?:\/\//i.test(path))
      return readDocuments(document).map((medium) => withFile(medium, files));
    const mime = asText(document.mediaType);
    return [
      makeMedia({
        url: `export:${encodeURI(path)}`,
        kind: kindOfMedia((asText(document.type) ?? '').toLowerCase(), mime, `file:///${encodeURI(path)}`),
        mime,
        alt: asText(document.name) ?? asText(document.summary),
        width: asNumber(document.width),
        height: asNumber(document.height),
        file: packedAt(path, files),
      }),
    ];
  });
}

/** On servers with their own storage the path has the name of a bucket before it. */
function packedAt(path: string, files: MediaFinder): string | null {
  const named = path.slice(Math.max(0, path.indexOf('media_attachments/')));
  return (files.at(path) ?? files.at(named))?.path ?? null;
}

function withFile(medium: PostMedia, files: MediaFinder): PostMedia {
  const path = decodePath(medium.url);
  const file = path === undefined ? null : packedAt(path, files);
  return file === null ? medium : { ...medium, file };
}

function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
}
