import { ZipArchive } from 'archiver';
import type { ExportContents } from './export-folder.ts';

/** A ZIP of these files, deflated as platforms do; a value that is neither text nor bytes is written as JSON. */
export async function zipOf(contents: ExportContents): Promise<Buffer> {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  for (const [name, content] of Object.entries(contents)) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    const bytes = isRaw ? Buffer.from(content as string) : Buffer.from(JSON.stringify(content, null, 2));
    archive.append(bytes, { name, date: new Date('2026-11-20T10:00:00Z') });
  }
  void archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
