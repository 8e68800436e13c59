import { onTestFinished } from 'vitest';
import type { Sha256 } from '../../src/base/digest.ts';
import type { ExportHead, ExportStore } from '../../src/model/export-store.ts';
import type { ExportReport } from '../../src/model/official-export.ts';
import type { Post } from '../../src/model/post.ts';
import type { PostStore } from '../../src/model/post-store.ts';
import { enter, postOf, snapshotNamed, streamOf, wholePage } from './post-store.ts';

/** Stores of one ledger that is empty, and how to give it back. */
export interface OpenedExportStore {
  readonly exports: ExportStore;
  readonly posts: PostStore;
  close(): Promise<void>;
}

type Parts = Parameters<typeof postOf>[1];

/** A post as an export has it. */
export function exportedOf(id: string, parts: Parts = {}): Post {
  return { ...postOf(id, { source: 'export', ...parts }), exported: { export: 'x1', file: 'posts.json', record: 1 } };
}

/** An id that was made, since the export gives none. */
export const madeId = (n: number): string => `export-${String(n).padStart(24, '0')}`;

export function headOf(id: string, at = '2026-11-20T00:00:00.000Z', channel = 'social'): ExportHead {
  return { id, channel, at };
}

export function reportOf({ id, channel, at }: ExportHead, parts: Partial<ExportReport> = {}): ExportReport {
  return {
    version: 1,
    id,
    channel,
    platform: 'mastodon',
    dialect: 'mastodon-outbox',
    owner: { id: null, handle: 'aurora', name: null, url: null },
    madeAt: at,
    importedAt: '2026-11-24T10:00:00.000Z',
    parts: [{ name: 'export.zip', file: 'vault/export.zip', bytes: 12, sha256: `sha256:${id}` as Sha256 }],
    missingParts: [],
    posts: 1,
    byKind: { post: 1 },
    oldest: null,
    newest: null,
    leftOut: {},
    included: [],
    unreadableCount: 0,
    unreadable: [],
    repeated: 0,
    cutOff: 0,
    media: { known: 0, had: 0, missing: [], missingCount: 0, elsewhere: 0 },
    refused: [],
    claims: [],
    notes: [],
    profile: null,
    ...parts,
  };
}

/** Enters posts as one export. */
export function importPosts(store: ExportStore, head: ExportHead, ...posts: readonly Post[]) {
  return store.addExport(head, streamOf(posts), () => reportOf(head));
}

export const newerExport = (id: string): ExportHead => headOf(id, '2026-11-22T00:00:00.000Z');

export type Open = () => Promise<OpenedExportStore>;

/** An empty ledger, and what its lists show. */
export async function openStores(open: Open) {
  const { exports, posts, close } = await open();
  onTestFinished(close);
  const shown = async (filter = {}) => (await posts.list(filter, wholePage)).map(({ post }) => post.id);
  return { exports, posts, shown };
}

/** Both sides of one channel, and what comes of it. */
export async function layBoth(open: Open, exported: readonly Post[], crawled: readonly Post[]) {
  const ledger = await openStores(open);
  await importPosts(ledger.exports, headOf('x1'), ...exported);
  await enter(ledger.posts, snapshotNamed('s1'), ...crawled);
  return { ...ledger, result: await ledger.exports.reconcile('social') };
}
