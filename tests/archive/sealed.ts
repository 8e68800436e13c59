import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SealTarget, SnapshotWriter, SnapshotWriterOptions } from '../../src/archive/snapshot-writer.ts';
import type { Exchange } from '../../src/model/http.ts';
import type { PageCapture } from '../../src/model/page.ts';
import { openWriter, SNAPSHOT_TIME } from '../support/make-snapshot.ts';
import { newFolder } from './folder.ts';
import { type IndexLine, indexLines, textOf, unzipFile } from './unzip.ts';

/** A writer that works in `<folder>/work` and goes with the test. */
export async function newWriter(folder: string, options: Partial<SnapshotWriterOptions> = {}): Promise<SnapshotWriter> {
  const writer = await openWriter(join(folder, 'work'), options);
  onTestFinished(() => writer.discard());
  return writer;
}

/** What to seal into `file`, except for what is given. */
export function targetOf(file: string, parts: Partial<SealTarget> = {}): SealTarget {
  return {
    file,
    force: false,
    title: 'Example',
    mainPageUrl: 'https://example.org/',
    mainPageDate: SNAPSHOT_TIME,
    ...parts,
  };
}

export interface Sealed {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly index: readonly IndexLine[];
}

/** Writes and seals into a new folder, and reads the file back. */
export async function sealed(
  exchanges: readonly Exchange[],
  pages: readonly PageCapture[] = [],
  options: Partial<SnapshotWriterOptions> = {},
): Promise<Sealed> {
  return sealedBy(async (writer) => {
    for (const exchange of exchanges) await writer.addExchange(exchange);
    for (const page of pages) await writer.addPage(page);
  }, options);
}

export async function sealedBy(
  fill: (writer: SnapshotWriter) => Promise<void>,
  options: Partial<SnapshotWriterOptions> = {},
): Promise<Sealed> {
  const folder = await newFolder();
  const writer = await newWriter(folder, options);
  await fill(writer);
  await writer.seal(targetOf(join(folder, 'out.wacz')));
  const files = await unzipFile(join(folder, 'out.wacz'));
  const name = files.has('indexes/index.cdx') ? 'indexes/index.cdx' : 'indexes/index.cdx.gz';
  return { files, index: indexLines(textOf(files, name)) };
}
