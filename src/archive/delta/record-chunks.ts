import { openWacz } from '../verify-open.ts';
import { damaged } from '../wacz-read-files.ts';
import { indexEntries } from '../wacz-read-index.ts';
import { openWaczSpans } from '../wacz-read-span.ts';
import { readZip } from '../zip-read-archive.ts';
import { STORED } from '../zip-read-types.ts';
import type { Stretch } from './delta-plan.ts';

/**
 * Cuts a WACZ where the same bytes may begin and end in another one of the same site: at every record that its index names,
 * and at every file in it. The stretches are in order and cover the file from its first byte to its last.
 * @throws KnownError `verify.not-a-wacz`, `wacz.damaged`
 */
export async function recordChunks(file: string): Promise<readonly Stretch[]> {
  const { sizeBytes, contents } = await storedContents(file);
  const cuts = new Set<number>([0, sizeBytes]);
  for (const { dataAt, bytes } of contents.values()) cuts.add(dataAt).add(dataAt + bytes);
  const spans = await openWaczSpans(file);
  try {
    for await (const { file: path, offset, lengthBytes } of indexEntries(spans)) {
      const content = contents.get(path);
      if (content === undefined || offset + lengthBytes > content.bytes) continue;
      cuts.add(content.dataAt + offset).add(content.dataAt + offset + lengthBytes);
    }
  } finally {
    await spans.close();
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const at = sorted[index] ?? 0;
    return { at, lengthBytes: end - at };
  });
}

interface StoredContents {
  readonly sizeBytes: number;
  /** By path: where its bytes begin in the ZIP, and how many there are, packed as they may be. */
  readonly contents: ReadonlyMap<string, { readonly dataAt: number; readonly bytes: number }>;
}

async function storedContents(file: string): Promise<StoredContents> {
  const handle = await openWacz(file);
  try {
    const { size: sizeBytes } = await handle.stat();
    const zip = await readZip(handle, sizeBytes, () => undefined);
    if (zip === undefined) throw damaged(file);
    const contents = zip.contents.map(({ entry, dataAt }): [string, { dataAt: number; bytes: number }] => {
      return [entry.name, { dataAt, bytes: entry.method === STORED ? entry.bytes : entry.compressedBytes }];
    });
    return { sizeBytes, contents: new Map(contents) };
  } finally {
    await handle.close();
  }
}
