import type { ExportFile, ExportTree } from '../../src/model/official-export.ts';

/** An export whose files are bytes at hand, for tests that read thousands of them. Chunks are small, so that borders fall everywhere. */
export function memoryTree(contents: Readonly<Record<string, Uint8Array>>, chunkBytes = 997): ExportTree {
  const files = Object.entries(contents)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, bytes]): ExportFile => ({
        path,
        bytes: bytes.length,
        part: 'memory',
        open: () => chunks(bytes, chunkBytes),
      }),
    );
  return {
    parts: [
      { name: 'memory', path: '/memory', form: 'folder', bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    ],
    files,
    refused: [],
    close: async () => undefined,
  };
}

async function* chunks(bytes: Uint8Array, chunkBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
