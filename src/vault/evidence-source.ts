import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';

/** A person's file, open for reading; whoever opens it closes it. */
export interface EvidenceSource {
  readonly path: string;
  readonly name: string;
  readonly handle: FileHandle;
  /** As it was when it was opened. */
  readonly found: Stats;
}

/**
 * Opens a file that is to be evidence, and makes sure that it is one.
 * @param path absolute
 * @throws KnownError `evidence.not-found`, `evidence.unreadable`, `evidence.not-a-file`, `evidence.empty`
 */
export async function openEvidence(path: string): Promise<EvidenceSource> {
  const found = await withReason(path, async () => {
    if ((await lstat(path)).isSymbolicLink()) await refuseLinkOut(path);
    return stat(path);
  });
  refuseOtherKinds(path, found);
  // Between the look and this a pipe may have come up in its place, which would be waited for without end.
  const handle = await withReason(path, () => open(path, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    const now = await handle.stat();
    refuseOtherKinds(path, now);
    return { path, name: basename(path), handle, found: now };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Its bytes, once. @throws KnownError `evidence.unreadable` when a disk or a share gives up halfway */
export async function* piecesOf({ path, handle }: EvidenceSource): AsyncGenerator<Uint8Array> {
  const stream = handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 });
  try {
    for await (const piece of stream) yield piece;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Refuses a file that was written to while it was read: nobody could say what it shows. @throws KnownError `evidence.changed` */
export async function refuseChanged({ path, handle, found }: EvidenceSource, bytes: number): Promise<void> {
  const now = await handle.stat();
  if (bytes === found.size && now.size === found.size && now.mtimeMs === found.mtimeMs) return;
  throw new KnownError('evidence.changed', `${path} was changed while it was read.`, {
    hint: 'Wait until it is there whole, such as a download or a recording, and hand it in again.',
  });
}

async function refuseLinkOut(path: string): Promise<void> {
  const target = await realpath(path);
  const way = relative(await realpath(dirname(path)), target);
  if (!way.startsWith('..') && resolve(way) !== way) return;
  throw notAFile(`${path} is a link to ${target}.`, 'Hand in that file itself, if it is the one that is meant.');
}

function refuseOtherKinds(path: string, found: Stats): void {
  if (found.isDirectory()) {
    throw notAFile(`${path} is a folder.`, 'Hand in the files in it one by one, or pack them into a ZIP first.');
  }
  if (!found.isFile())
    throw notAFile(
      `${path} is a device or a pipe, and no file.`,
      'Save what comes out of it in a file, and hand that in.',
    );
  if (found.size > 0) return;
  throw new KnownError('evidence.empty', `${path} is empty, and shows nothing.`, {
    hint: 'Look at it, save it again, and hand it in anew.',
    exitCode: 2,
  });
}

function notAFile(message: string, hint: string): KnownError {
  return new KnownError('evidence.not-a-file', message, { hint, exitCode: 2 });
}

async function withReason<T>(path: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (code === undefined) throw cause;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw noFile(path, cause);
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (cause instanceof KnownError || code === undefined) return cause;
  return new KnownError('evidence.unreadable', `${path} cannot be read (${code}).`, {
    hint: 'See to its rights and its disk, or copy it to a place where you may read it.',
    cause,
    exitCode: 2,
  });
}

function noFile(path: string, cause: unknown): KnownError {
  return new KnownError('evidence.not-found', `There is no file ${path}.`, {
    hint: 'Check its name and folder; an address begins with https://.',
    cause,
    exitCode: 2,
  });
}
