import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply } from './reply.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=UTF-8',
  '.js': 'text/javascript; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.svg': 'image/svg+xml; charset=UTF-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

const MEDIA = new Set(['.jpg', '.png', '.webm', '.mp4', '.pdf']);

/** Where the demo's files lie, from src/ and from dist/ alike. */
export function demoFolder(path: string): URL {
  return new URL(`../../../demo/${path}`, import.meta.url);
}

/**
 * Every file below a folder of `demo/`, read once, ready to answer: type, ETag, a day in the browser's cache, ranges for media.
 * The keys are `prefix` and the path below the folder.
 */
export function loadAssetReplies(folder: string, prefix: string): ReadonlyMap<string, Reply> {
  const root = demoFolder(`${folder}/`);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => pathBelow(root, entry)).sort();
  return new Map(paths.map((path) => [`${prefix}${path}`, assetReply(path, readFileSync(new URL(path, root)))]));
}

function pathBelow(root: URL, entry: Dirent): string {
  return relative(fileURLToPath(root), join(entry.parentPath, entry.name)).replaceAll('\\', '/');
}

function assetReply(path: string, bytes: Uint8Array): Reply {
  const extension = extname(path);
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  return {
    status: 200,
    headers: {
      'Content-Type': TYPES[extension] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=86400',
      // Text is compressed on the way, so its bytes differ and only a weak tag is honest.
      ETag: MEDIA.has(extension) ? `"${tag}"` : `W/"${tag}"`,
      'Last-Modified': 'Mon, 12 Oct 2026 07:00:00 GMT',
    },
    body: bytes,
    ranges: MEDIA.has(extension),
  };
}
