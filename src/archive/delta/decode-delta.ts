import { type FileHandle, open } from 'node:fs/promises';
import { type Sha256, sha256File } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { PartFile } from '../part-file.ts';
import { readChunks } from '../zip-read-span.ts';
import { type DeltaHead, damagedDelta, type ReadDelta, readDelta } from './delta-file.ts';

export interface DeltaFiles {
  /** Path of the delta. */
  readonly delta: string;
  /** Path of a source at hand; undefined when the vault has none of that name. */
  readonly sourcePath: (name: string) => Promise<string | undefined>;
  readonly signal?: AbortSignal | undefined;
}

export interface DecodeInput extends DeltaFiles {
  readonly target: string;
  /** Replace what is there. */
  readonly force: boolean;
}

/**
 * Makes the WACZ that a delta stands for, byte for byte; it gets its name when its digest is right.
 * @throws KnownError `delta.source-missing`, `delta.source-changed`, `delta.damaged`, `delta.not-one`, `delta.newer`,
 * `snapshot.exists`; the signal's reason
 */
export async function decodeDelta(input: DecodeInput): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
  const read = await readDelta(input.delta);
  const part = await PartFile.beside(input.target);
  try {
    for await (const chunk of bytesOf(read, input)) await part.append(chunk);
    return await part.putInPlace(input.force, async (sha256) => {
      if (sha256 !== read.head.sha256) throw await explainOther(read.head, input);
    });
  } finally {
    await part.discard();
  }
}

/**
 * The bytes of that WACZ, in order; each piece is valid until the next is asked for. Whoever reads them holds them against their
 * digest.
 * @throws KnownError as `decodeDelta`
 */
export async function* deltaBytes(files: DeltaFiles): AsyncGenerator<Buffer> {
  yield* bytesOf(await readDelta(files.delta), files);
}

async function* bytesOf({ head, ops, literalAt }: ReadDelta, files: DeltaFiles): AsyncGenerator<Buffer> {
  const own = await open(files.delta, 'r');
  let sources: readonly FileHandle[] = [];
  try {
    sources = await openSources(head, files);
    let literal = literalAt;
    for (const op of ops) {
      const [handle, at] = op.kind === 'copy' ? [sources[op.source], op.at] : [own, literal];
      if (op.kind === 'literal') literal += op.lengthBytes;
      if (handle === undefined) throw damagedDelta(files.delta, 'it names a source that it does not have');
      yield* readChunks(handle, at, at + op.lengthBytes, files.signal);
    }
  } finally {
    await own.close();
    for (const handle of sources) await handle.close();
  }
}

async function openSources({ sources }: DeltaHead, { delta, sourcePath }: DeltaFiles): Promise<readonly FileHandle[]> {
  const opened: FileHandle[] = [];
  try {
    for (const { name } of sources) {
      const path = await sourcePath(name);
      if (path === undefined) throw missingSource(delta, name);
      opened.push(await open(path, 'r'));
    }
    return opened;
  } catch (error) {
    for (const handle of opened) await handle.close();
    throw error;
  }
}

/** The digest is not the one that it should be: says which of the files is another. */
async function explainOther({ sources }: DeltaHead, { delta, sourcePath }: DeltaFiles): Promise<KnownError> {
  for (const { name, sha256 } of sources) {
    const path = await sourcePath(name);
    if (path === undefined) return missingSource(delta, name);
    if ((await sha256File(path)).sha256 === sha256) continue;
    return new KnownError('delta.source-changed', `${path}, from which ${delta} takes bytes, is not what it was.`, {
      hint: 'Put it back from a copy of the vault; "lastpost vault verify" tells what else is damaged.',
    });
  }
  return damagedDelta(delta, 'what it comes to has another digest than it says');
}

/** @param delta as people know it */
export function missingSource(delta: string, name: string): KnownError {
  return new KnownError('delta.source-missing', `${delta} takes bytes from ${name}, and the vault has no such file.`, {
    hint: 'Put it back from a copy of the vault; without it this snapshot cannot be read.',
  });
}
