import { createHash } from 'node:crypto';
import { mkdir, open, readdir, realpath, rm, statfs } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import { type Sha256, sha256File } from '../base/digest.ts';
import { diskFullReason } from '../base/disk-full-reason.ts';
import { takeFreeName } from '../base/free-name.ts';
import { shortId } from '../base/ids.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { EvidenceBody } from '../model/run/run-event.ts';
import { beginning, safeEvidenceName, safeSegment } from './evidence-name.ts';
import { openEvidence, piecesOf, refuseChanged } from './evidence-source.ts';
import { removeStaleParts } from './stale-parts.ts';

/** Where evidence is kept; both absolute, `evidence` below `root`. */
export interface EvidencePlace {
  /** The workspace's folder. */
  readonly root: string;
  readonly evidence: string;
}

/** Whose evidence it is. */
export interface EvidenceOf {
  readonly run: string;
  /** Whole id of the step. */
  readonly step: string;
  /** Of the step's `evidence`; null for what nothing asked for. */
  readonly id: string | null;
}

export interface KeepOptions {
  readonly signal?: AbortSignal;
  /** All bytes so far. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Copies a file into the evidence of a step, as a stream; it is there whole and on the disk when this returns. The same
 * content is kept once in a step, so that this is safe to call again.
 * @param path absolute
 * @throws KnownError `evidence.not-found`, `evidence.unreadable`, `evidence.not-a-file`, `evidence.empty`,
 * `evidence.changed`, `evidence.disk-full`, `evidence.cannot-write`
 */
export async function keepFile(
  place: EvidencePlace,
  of: EvidenceOf,
  path: string,
  options: KeepOptions = {},
): Promise<EvidenceBody> {
  const source = await openEvidence(path);
  try {
    const folder = await stepFolder(place, of);
    await refuseNoRoom(folder, source.found.size);
    const name = safeEvidenceName(source.name);
    const kept = await keepPieces(folder, name, piecesOf(source), options, (bytes) => refuseChanged(source, bytes));
    return bodyOf(place, of, 'file', name, kept);
  } finally {
    await source.handle.close();
  }
}

/**
 * Keeps a text as a file of its own, in UTF-8. Like `keepFile` otherwise.
 * @throws KnownError `evidence.empty`, `evidence.disk-full`, `evidence.cannot-write`
 */
export async function keepText(place: EvidencePlace, of: EvidenceOf, text: string): Promise<EvidenceBody> {
  if (!/[^\p{C}\s]/u.test(text)) {
    throw new KnownError('evidence.empty', 'The text is empty, and shows nothing.', {
      hint: 'Say in a sentence what was done, and what was seen.',
      exitCode: 2,
    });
  }
  const bytes = Buffer.from(text, 'utf8');
  const folder = await stepFolder(place, of);
  const kept = await keepPieces(folder, `${safeSegment(of.id ?? 'text')}.txt`, [bytes], {});
  return bodyOf(place, of, 'text', beginning(text), kept);
}

/**
 * Gives a snapshot that grew in `growingFile` its place among the evidence of a step.
 * @param address what was captured
 */
export async function keepCapture(
  place: EvidencePlace,
  of: EvidenceOf,
  address: string,
  captured: { readonly file: string; readonly sha256: Sha256; readonly bytes: number },
): Promise<EvidenceBody> {
  const folder = await stepFolder(place, of);
  const url = new URL(address);
  // A journal is read by many, and for ever.
  url.username = '';
  url.password = '';
  const name = `${safeEvidenceName(url.host)}.wacz`;
  const file = await giveName(folder, captured.file, name, captured.sha256);
  return bodyOf(place, of, 'url', url.href, { ...captured, file });
}

/** Where a snapshot of an address grows before its digest is known: on the same disk, under the same name each time. */
export async function growingFile(place: EvidencePlace, of: EvidenceOf, address: string): Promise<string> {
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 12);
  return join(await stepFolder(place, of), `.capturing-${digest}.wacz`);
}

interface KeptFile {
  readonly file: string;
  readonly sha256: Sha256;
  readonly bytes: number;
}

function bodyOf(
  { root }: EvidencePlace,
  { id }: EvidenceOf,
  kind: EvidenceBody['kind'],
  name: string,
  kept: KeptFile,
): EvidenceBody {
  const { sha256, bytes } = kept;
  return { id, kind, name, sha256, bytes, file: relative(root, kept.file).split(sep).join('/') };
}

async function stepFolder({ root, evidence }: EvidencePlace, { run, step }: EvidenceOf): Promise<string> {
  const folder = join(evidence, safeSegment(run), safeSegment(step));
  try {
    const made = await mkdir(folder, { recursive: true });
    // The names of new folders have to reach the disk as well, up to the first that was there.
    if (made !== undefined)
      for (let at = folder; at !== dirname(made); at = dirname(at)) await flushDirectory(dirname(at));
    if (isBelow(await realpath(evidence), await realpath(folder))) return folder;
  } catch (error) {
    throw cannotWrite(folder, 0, error);
  }
  throw new KnownError('evidence.cannot-write', `${folder} is a link that leads out of ${relative(root, evidence)}.`, {
    hint: 'Put a real folder in its place: evidence has to stay with its workspace.',
  });
}

/** Whether `path` is in `folder`, at any depth. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}

/** Looked at before the copy where the file system says it: nobody should wait for 5 GB to hear that they do not fit. */
async function refuseNoRoom(folder: string, bytes: number): Promise<void> {
  const found = await statfs(folder).catch(() => undefined);
  // Some network shares say that they have no blocks at all.
  if (found === undefined || found.blocks === 0) return;
  const free = found.bavail * found.bsize;
  if (free >= bytes) return;
  throw new KnownError(
    'evidence.disk-full',
    `The file has ${bytes} bytes, and there is room for ${free} in ${folder}.`,
    {
      hint: 'Make room there, and hand it in again. Nothing was kept.',
    },
  );
}

async function keepPieces(
  folder: string,
  name: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { signal, onBytes }: KeepOptions,
  check?: (bytes: number) => Promise<void>,
): Promise<KeptFile> {
  const beside = join(folder, `.${shortId()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  // Only what the workspace's own disk says is its trouble; what reading says is said as it is.
  const own = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw cannotWrite(folder, bytes, error);
    });
  try {
    const handle = await own(open(beside, 'wx'));
    try {
      await own(removeStaleParts(folder, beside));
      for await (const piece of pieces) {
        signal?.throwIfAborted();
        await own(handle.writeFile(piece));
        hash.update(piece);
        bytes += piece.length;
        onBytes?.(bytes);
      }
      await check?.(bytes);
      await own(handle.sync());
    } finally {
      await handle.close();
    }
    const sha256: Sha256 = `sha256:${hash.digest('hex')}`;
    return { file: await giveName(folder, beside, name, sha256), sha256, bytes };
  } finally {
    await rm(beside, { force: true });
  }
}

/** The file that has this content already, or `path` under its new name. */
async function giveName(folder: string, path: string, name: string, sha256: Sha256): Promise<string> {
  const digits = sha256.slice('sha256:'.length);
  try {
    // A longer digest where the name is taken by something else, such as a file that was changed afterwards.
    for (const length of [12, 24, 64]) {
      // Asked anew each time: somebody may have clicked twice, and the other one was quicker.
      const same = await findSame(folder, digits, sha256);
      if (same !== undefined) {
        await rm(path, { force: true });
        // The other one may not have come to this yet.
        await flushDirectory(folder);
        return same;
      }
      const file = join(folder, `${digits.slice(0, length)}-${name}`);
      if (!(await takeName(path, file))) continue;
      await flushDirectory(folder);
      return file;
    }
  } catch (error) {
    throw cannotWrite(folder, 0, error);
  }
  throw new KnownError(
    'evidence.cannot-write',
    `Every name for ${name} is taken in ${folder}, by files that were changed.`,
    {
      hint: 'Look at them: they are not what was kept there. Move them elsewhere and hand it in again.',
    },
  );
}

async function takeName(path: string, file: string): Promise<boolean> {
  try {
    await takeFreeName(path, file);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function findSame(folder: string, digits: string, sha256: Sha256): Promise<string | undefined> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.startsWith(digits.slice(0, 12))) continue;
    const file = join(folder, entry.name);
    if ((await sha256File(file)).sha256 === sha256) return file;
  }
  return undefined;
}

function cannotWrite(folder: string, bytes: number, cause: unknown): unknown {
  const full = diskFullReason(cause);
  if (full !== undefined) {
    const hint = 'Make room, and hand it in again. Nothing was kept of it.';
    return new KnownError('evidence.disk-full', `${full} after ${bytes} bytes of evidence for ${folder}.`, {
      hint,
      cause,
    });
  }
  const code = systemErrorCode(cause);
  if (cause instanceof KnownError || code === undefined) return cause;
  return new KnownError('evidence.cannot-write', `Evidence cannot be written to ${folder} (${code}).`, {
    hint: 'See to the rights and the disk of that folder, and hand it in again.',
    cause,
  });
}
