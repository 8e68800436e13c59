import { readFileSync } from 'node:fs';
import { demoFolder } from '../http/asset-folder.ts';
import { archiveScripts, type XScriptFile } from './export-scripts.ts';
import type { XAccountTexts, XPost } from './load-x-posts.ts';
import { exportedPosts, X_BRAND, X_EXPORT_MADE_AT, type XFrame } from './x-frame.ts';

/** One file of the archive. */
export interface ExportEntry {
  /** Within the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The archive that X would give for the account, in the form it has had since 2022: every post in two parts, long texts apart,
 * media by number and name, and what is nobody's business. One picture is left out, as it happens.
 * The same texts at the same address give the same bytes each time.
 */
export function makeXExport(frame: XFrame, texts: XAccountTexts): readonly ExportEntry[] {
  const scripts = archiveScripts(frame, texts);
  const media = exportedPosts(texts.posts).flatMap(mediaFiles);
  const page =
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Your archive</title></head><body><div id="root"></div><script src="data/manifest.js"></script></body></html>\n';
  const fixed = [
    file('Your archive.html', page),
    file('data/README.txt', 'Each file in "data" is a JavaScript that holds one list of JSON.\n'),
    file('data/manifest.js', `window.__THAR_CONFIG = ${pretty(manifestOf(scripts, media))}`),
  ];
  return [
    ...fixed,
    ...scripts.map(({ name, globalName, records }) =>
      file(`data/${name}`, `window.${globalName} = ${pretty(records)}`),
    ),
    ...media,
  ];
}

function file(path: string, text: string): ExportEntry {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** Those of a post that the archive has. */
export function mediaFiles(post: XPost): readonly ExportEntry[] {
  if (post.isLost) return [];
  const id = post.versions.at(-1);
  const pictures = post.images.map(({ file: name }) => [`${name}.jpg`, `assets/social/${name}.jpg`] as const);
  const films =
    post.film === undefined
      ? []
      : [[`${post.film.file}.mp4`, `assets/blog/uploads/2025/06/${post.film.file}.mp4`] as const];
  return [...pictures, ...films].map(([name, from]) => ({
    path: `data/tweets_media/${id}-${name}`,
    bytes: readFileSync(demoFolder(from)),
  }));
}

function manifestOf(scripts: readonly XScriptFile[], media: readonly ExportEntry[]): object {
  const types = new Map<string, object[]>();
  for (const { type, name, globalName, records } of scripts) {
    const listed = { fileName: `data/${name}`, globalName, count: String(records.length) };
    types.set(type, [...(types.get(type) ?? []), listed]);
  }
  const withMedia = (type: string) => (type === 'tweets' ? { mediaDirectory: 'data/tweets_media' } : {});
  return {
    userInfo: { accountId: X_BRAND.id, userName: X_BRAND.handle, displayName: X_BRAND.name },
    archiveInfo: {
      sizeBytes: String(media.reduce((sum, { bytes }) => sum + bytes.length, 0)),
      generationDate: X_EXPORT_MADE_AT,
      isPartialArchive: false,
      maxPartSizeBytes: '53687091200',
    },
    readmeInfo: { fileName: 'data/README.txt', directory: 'data/', name: 'README.txt' },
    dataTypes: Object.fromEntries([...types].map(([type, files]) => [type, { ...withMedia(type), files }])),
  };
}
