import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Sha256 } from '../../base/digest.ts';
import { PartFile } from '../part-file.ts';
import { readChunks } from '../zip-read-span.ts';
import type { DeltaHead, DeltaSource } from './delta-file.ts';
import { type DeltaOp, packPlan, pushOp, type Stretch } from './delta-plan.ts';
import { recordChunks } from './record-chunks.ts';
import { piecesOf, type StoredLayout, startsOf } from './stored-layout.ts';

export interface EncodeInput {
  /** Path of the new WACZ, with its digest and length. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  /** An earlier snapshot of the same channel: its WACZ at hand, and how it lies in the vault. */
  readonly base: { readonly file: string; readonly layout: StoredLayout };
  readonly target: string;
  readonly signal?: AbortSignal;
}

export interface EncodedDelta {
  readonly bytes: number;
  readonly sha256: Sha256;
  /** How many of its bytes are its own. */
  readonly literalBytes: number;
}

/** More than this is stored whole: a delta that saves little costs the same care. */
const LARGEST_SHARE = 0.5;
/** To read a snapshot so many files have to be there and sound, and no more. */
const MOST_SOURCES = 64;
/** Shorter than this a copy is written out: naming the place is no shorter. */
const LEAST_COPY_BYTES = 24;

/**
 * Writes what is new in a WACZ to `target`, with a plan of where the rest lies in the vault. Holds 100 bytes a record in memory.
 * @returns undefined, and no file, when a delta would save less than half, or would need more than 64 files of the vault
 * @throws KnownError `snapshot.exists` when the target is there, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function encodeDelta(input: EncodeInput): Promise<EncodedDelta | undefined> {
  const { file, base, signal } = input;
  const known = await chunksByDigest(base.file, signal);
  const used = new Map<number, number>();
  const starts = startsOf(base.layout);
  const ops: DeltaOp[] = [];
  for await (const { key, ...chunk } of digestedChunks(file, signal)) {
    const same = chunk.lengthBytes < LEAST_COPY_BYTES ? undefined : known.get(key);
    const pieces = same === undefined ? [] : piecesOf(base.layout, starts, same);
    if (pieces.length === 0) pushOp(ops, { kind: 'literal', lengthBytes: chunk.lengthBytes });
    for (const { file: from, at, lengthBytes } of pieces) {
      if (!used.has(from)) used.set(from, used.size);
      pushOp(ops, { kind: 'copy', source: used.get(from) ?? 0, at, lengthBytes });
    }
  }
  const literalBytes = ops.reduce((sum, op) => sum + (op.kind === 'literal' ? op.lengthBytes : 0), 0);
  if (used.size > MOST_SOURCES || literalBytes > input.bytes * LARGEST_SHARE) return undefined;
  const sources = [...used.keys()].map((index) => base.layout.files[index]).filter((one) => one !== undefined);
  return writeDelta(input, ops, sources, literalBytes);
}

async function writeDelta(
  { file, sha256, bytes, target, signal }: EncodeInput,
  ops: readonly DeltaOp[],
  sources: readonly DeltaSource[],
  literalBytes: number,
): Promise<EncodedDelta> {
  const plan = await packPlan(ops);
  const head: DeltaHead = {
    format: 'lastpost-delta',
    version: 1,
    sha256,
    bytes,
    sources: sources.map(({ name, sha256: digest, bytes: length }) => ({ name, sha256: digest, bytes: length })),
    plan_bytes: plan.length,
    literal_bytes: literalBytes,
  };
  const handle = await open(file, 'r');
  const part = await PartFile.beside(target).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  try {
    await part.append(Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'));
    await part.append(plan);
    await appendLiterals(part, handle, ops, signal);
    return { ...(await part.putInPlace(false)), literalBytes };
  } finally {
    await handle.close();
    await part.discard();
  }
}

async function appendLiterals(
  part: PartFile,
  handle: FileHandle,
  ops: readonly DeltaOp[],
  signal: AbortSignal | undefined,
): Promise<void> {
  let at = 0;
  for (const { kind, lengthBytes } of ops) {
    if (kind === 'literal') {
      for await (const chunk of readChunks(handle, at, at + lengthBytes, signal)) await part.append(chunk);
    }
    at += lengthBytes;
  }
}

async function chunksByDigest(file: string, signal?: AbortSignal): Promise<ReadonlyMap<string, Stretch>> {
  const known = new Map<string, Stretch>();
  for await (const { key, ...chunk } of digestedChunks(file, signal)) if (!known.has(key)) known.set(key, chunk);
  return known;
}

/** The file is read once, from its beginning to its end. */
async function* digestedChunks(file: string, signal?: AbortSignal): AsyncGenerator<Stretch & { readonly key: string }> {
  const chunks = await recordChunks(file);
  const handle = await open(file, 'r');
  try {
    for (const { at, lengthBytes } of chunks) {
      const hash = createHash('sha256');
      for await (const bytes of readChunks(handle, at, at + lengthBytes, signal)) hash.update(bytes);
      yield { at, lengthBytes, key: `${lengthBytes} ${hash.digest('base64')}` };
    }
  } finally {
    await handle.close();
  }
}
