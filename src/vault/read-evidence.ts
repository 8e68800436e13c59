import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { EvidenceBody } from '../model/run/run-event.ts';
import { type EvidencePlace, isBelow } from './evidence-folder.ts';

type Kept = Pick<EvidenceBody, 'file' | 'sha256' | 'bytes'>;

/** A piece of evidence that is not as it was kept. */
export interface EvidenceProblem<Body extends Kept = Kept> {
  readonly body: Body;
  readonly state: 'missing' | 'changed' | 'unreadable';
  /** What is so, in one sentence. */
  readonly says: string;
}

/**
 * The bytes of kept evidence, as a stream. The digest is known only at its end: what came before it is worth nothing when
 * this throws.
 * @throws KnownError `evidence.gone`, `evidence.unreadable`, `evidence.not-as-kept`
 */
export async function* readEvidence(
  place: EvidencePlace,
  body: Kept,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const handle = await openKept(place, body);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) {
      signal?.throwIfAborted();
      hash.update(piece);
      bytes += piece.length;
      // A file that somebody goes on writing to has no end.
      if (bytes > body.bytes) break;
      yield piece;
    }
    if (bytes !== body.bytes || `sha256:${hash.digest('hex')}` !== body.sha256) throw notAsKept(body);
  } catch (error) {
    throw explained(body, error);
  } finally {
    await handle.close();
  }
}

/** Reads all of it, and tells what is missing or is not as it was kept; [] when all is well. */
export async function checkEvidence<Body extends Kept>(
  place: EvidencePlace,
  bodies: readonly Body[],
  signal?: AbortSignal,
): Promise<readonly EvidenceProblem<Body>[]> {
  const problems: EvidenceProblem<Body>[] = [];
  for (const body of bodies) {
    try {
      for await (const _ of readEvidence(place, body, signal)) signal?.throwIfAborted();
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      problems.push({ body, state: states[error.code] ?? 'unreadable', says: error.message });
    }
  }
  return problems;
}

const states: Readonly<Record<string, EvidenceProblem['state']>> = {
  'evidence.gone': 'missing',
  'evidence.not-as-kept': 'changed',
};

/** What a journal names may have been put there by somebody else: it has to be a file, and below the evidence. */
async function openKept({ root, evidence }: EvidencePlace, body: Kept): Promise<FileHandle> {
  try {
    const path = await realpath(join(root, body.file));
    if (!isBelow(await realpath(evidence), path)) throw notAsKept(body);
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (found.isFile() && found.size === body.bytes) return handle;
    await handle.close();
  } catch (error) {
    throw explained(body, error);
  }
  throw notAsKept(body);
}

function explained({ file }: Kept, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (cause instanceof KnownError || code === undefined) return cause;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new KnownError('evidence.gone', `${file} is not there any more.`, { hint: fromBackup, cause });
  }
  return new KnownError('evidence.unreadable', `${file} cannot be read (${code}).`, {
    hint: 'See to its rights and to the disk it lies on.',
    cause,
  });
}

function notAsKept({ file }: Kept): KnownError {
  return new KnownError('evidence.not-as-kept', `${file} is not the file that was kept there.`, { hint: fromBackup });
}

const fromBackup = 'Put it back from a backup: its name begins with its SHA-256.';
