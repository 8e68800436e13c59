import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha256 } from '../base/digest.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Signer } from '../model/signer.ts';
import { datapackage, datapackageDigest, type PackageFacts, type PackedResource } from './datapackage.ts';
import { explainDiskFull } from './disk-full.ts';
import { PartFile } from './part-file.ts';
import { ZipStream } from './zip-stream.ts';

const READ_BYTES = 1 << 20;

export interface PackOptions {
  /** Holds the folders to pack. */
  readonly from: string;
  /** Packed in this order, each one's files by name. */
  readonly folders: readonly string[];
  readonly facts: PackageFacts;
  readonly signer?: Signer | undefined;
  readonly target: string;
  readonly force: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly forceZip64?: boolean | undefined;
  /** @see SealTarget */
  readonly beforeNamed?: ((sha256: Sha256) => Promise<void>) | undefined;
}

/**
 * Packs folders into one WACZ at `target`, which appears whole or not at all. `datapackage.json` comes after what it lists,
 * because the digests are taken as the files go by. Safe to call again.
 * @throws KnownError `snapshot.exists`, `snapshot.disk-full`; the signal's reason when aborted
 */
export async function packWacz(options: PackOptions): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
  const part = await PartFile.beside(options.target);
  try {
    await fill(part, options);
    options.signal?.throwIfAborted();
    return await part.putInPlace(options.force, options.beforeNamed);
  } catch (error) {
    const { bytes } = part;
    await part.discard();
    throw explainDiskFull(error, { bytes, workDir: options.from });
  }
}

async function fill(part: PartFile, options: PackOptions): Promise<void> {
  const { facts, signal } = options;
  const files = await listFiles(options);
  const tell = progressTeller(options, files);
  const write = async (chunk: Uint8Array): Promise<void> => {
    signal?.throwIfAborted();
    await part.append(chunk);
  };
  const zip = new ZipStream({ write, date: facts.created, forceZip64: options.forceZip64 ?? false });
  try {
    const resources: PackedResource[] = [];
    for (const { path, file } of files) {
      tell(path, part.bytes);
      resources.push(await zip.add(path, createReadStream(file, { highWaterMark: READ_BYTES })));
    }
    const list = datapackage(facts, resources);
    await zip.addText('datapackage.json', list);
    await zip.addText('datapackage-digest.json', datapackageDigest(list, facts, options.signer));
    await zip.finish();
    tell('', part.bytes);
  } finally {
    zip.destroy();
  }
}

interface FileToPack {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

async function listFiles({ from, folders }: PackOptions): Promise<readonly FileToPack[]> {
  const files: FileToPack[] = [];
  for (const folder of folders) {
    const names = await readdir(join(from, folder));
    for (const name of names.sort()) {
      const file = join(from, folder, name);
      files.push({ path: `${folder}/${name}`, file, bytes: (await stat(file)).size });
    }
  }
  return files;
}

function progressTeller(
  { onProgress }: PackOptions,
  files: readonly FileToPack[],
): (current: string, bytes: number) => void {
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  return (current, bytes) => onProgress?.({ phase: 'seal', bytes, bytesTotal, ...(current === '' ? {} : { current }) });
}
