import { constants, type Dirent } from 'node:fs';
import { access, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../base/known-error.ts';
import type { ExportFile, RefusedEntry } from '../model/official-export.ts';
import { isJunk, refused } from './export-path.ts';
import { explainUnreadable } from './export-trouble.ts';

/** Asked of the disk at a time. */
const AT_ONCE = 64;
const READ_BYTES = 1 << 18;

interface Walk {
  readonly root: string;
  /** The name of the part. */
  readonly name: string;
  readonly signal: AbortSignal | undefined;
  readonly files: ExportFile[];
  readonly refused: RefusedEntry[];
}

/** Lists the files of a folder and of all folders in it. Links are not followed; what cannot be read is refused. */
export async function listFolder(
  root: string,
  name: string,
  signal?: AbortSignal,
): Promise<Pick<Walk, 'files' | 'refused'>> {
  const walk: Walk = { root, name, signal, files: [], refused: [] };
  await walkFolder(walk, '');
  return walk;
}

async function walkFolder(walk: Walk, below: string): Promise<void> {
  walk.signal?.throwIfAborted();
  const entries = await readdir(join(walk.root, below), { withFileTypes: true }).catch((error: unknown) => {
    refuse(walk, below, error);
    return [];
  });
  const wanted = entries.filter(({ name }) => !isJunk(name));
  const plain = wanted.filter((entry) => !entry.isDirectory());
  for (let from = 0; from < plain.length; from += AT_ONCE) {
    await Promise.all(plain.slice(from, from + AT_ONCE).map((entry) => takeFile(walk, pathIn(below, entry), entry)));
  }
  for (const entry of wanted) if (entry.isDirectory()) await walkFolder(walk, pathIn(below, entry));
}

function pathIn(below: string, { name }: Dirent): string {
  return below === '' ? name : `${below}/${name}`;
}

async function takeFile(walk: Walk, path: string, entry: Dirent): Promise<void> {
  const reason = whyNotTaken(path, entry);
  if (reason !== undefined) {
    walk.refused.push({ part: walk.name, path: refused(path, reason).path, message: reason });
    return;
  }
  const full = join(walk.root, path);
  try {
    await access(full, constants.R_OK);
    const { size } = await lstat(full);
    walk.files.push(plainFile({ full, path, part: walk.name, bytes: size, followLinks: false }));
  } catch (error) {
    refuse(walk, path, error);
  }
}

function whyNotTaken(path: string, entry: Dirent): string | undefined {
  if (entry.isSymbolicLink()) return 'It is a symbolic link, not a file.';
  if (!entry.isFile()) return 'It is a socket, a pipe or a device, not a file.';
  return /\p{Cc}/u.test(path) ? 'Its path has control characters.' : undefined;
}

function refuse(walk: Walk, path: string, error: unknown): void {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  const named = refused(path === '' ? '.' : path, `It cannot be read (${code}).`);
  walk.refused.push({ part: walk.name, path: named.path, message: named.message });
}

export interface PlainFile {
  /** Where it lies. */
  readonly full: string;
  readonly path: string;
  readonly part: string;
  readonly bytes: number;
  /** Only for what a person named: in a folder, a link could have come since it was listed. */
  readonly followLinks: boolean;
}

/** A file that is read as it lies there. */
export function plainFile({ full, path, part, bytes, followLinks }: PlainFile): ExportFile {
  const flags = constants.O_RDONLY | (followLinks ? 0 : (constants.O_NOFOLLOW ?? 0));
  return {
    path,
    bytes,
    part,
    async *open(signal) {
      signal?.throwIfAborted();
      try {
        // Opened when the first bytes are asked for, so that nothing stays open that nobody reads.
        const handle = await open(full, flags);
        const stream = handle.createReadStream({ highWaterMark: READ_BYTES });
        for await (const chunk of stream) {
          signal?.throwIfAborted();
          yield chunk as Buffer;
        }
      } catch (error) {
        throw explainUnreadable(path, error);
      }
    },
  };
}
