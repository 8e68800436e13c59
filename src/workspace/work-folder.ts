import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFileAtomic } from '../base/atomic-write.ts';

/** What a snapshot in the making says of itself, in `crawl.json` of its work folder. */
export interface WorkRecord {
  /** Of the snapshot it will become. */
  readonly id: string;
  /** The same for the same address, target and way of capturing: the same command finds it again. */
  readonly key: string;
  readonly url: string;
  readonly channel: string | null;
  /** Path of the WACZ it will become. */
  readonly file: string;
  /** UTC ISO 8601 */
  readonly startedAt: string;
}

/** The folder in which a snapshot grows until it is sealed. */
export interface WorkFolder {
  readonly dir: string;
  readonly record: WorkRecord;
  /** Where the archive writer works. */
  readonly content: string;
  /** Large bodies on their way, and the browser's profile; worth nothing to another process. */
  readonly spool: string;
  /** The crawl's memory. */
  readonly store: string;
}

const RECORD = 'crawl.json';

/** @param things that make a snapshot another one, plain JSON */
export function workKey(things: object): string {
  return createHash('sha256').update(JSON.stringify(things)).digest('hex').slice(0, 16);
}

/** Makes a new work folder in `parent`. Only its owner can read it: it holds addresses as they are, secrets included. */
export async function makeWorkFolder(parent: string, hidden: boolean, record: WorkRecord): Promise<WorkFolder> {
  const dir = join(parent, `${hidden ? '.lastpost-crawl-' : 'crawl-'}${record.id}`);
  await mkdir(dir, { mode: 0o700 });
  const folder = folderAt(dir, record);
  await writeFileAtomic(join(dir, RECORD), `${JSON.stringify(record, null, 2)}\n`, 0o600);
  return folder;
}

/** Work folders in `parent`, oldest first; what cannot be read as one is none. */
export async function findWorkFolders(parent: string): Promise<readonly WorkFolder[]> {
  const names = await readdir(parent).catch(() => []);
  const found: WorkFolder[] = [];
  for (const name of names.filter((one) => /^(\.lastpost-)?crawl-/.test(one))) {
    const record = await readRecord(join(parent, name, RECORD));
    if (record) found.push(folderAt(join(parent, name), record));
  }
  return found.sort((a, b) => (a.record.startedAt < b.record.startedAt ? -1 : 1));
}

export async function removeWorkFolder({ dir }: WorkFolder): Promise<void> {
  await rm(dir, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes half-written files beside the target that a process left which was killed while sealing. */
export async function removeParts({ record: { file } }: WorkFolder): Promise<void> {
  const parent = dirname(file);
  for (const name of await readdir(parent).catch(() => [])) {
    const isPart =
      name.startsWith(`${basename(file)}.`) && /^[a-z0-9-]+\.part$/i.test(name.slice(basename(file).length + 1));
    if (isPart) await rm(join(parent, name), { force: true });
  }
}

function folderAt(dir: string, record: WorkRecord): WorkFolder {
  return { dir, record, content: join(dir, 'content'), spool: join(dir, 'spool'), store: join(dir, 'crawl.db') };
}

async function readRecord(path: string): Promise<WorkRecord | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const record = JSON.parse(text) as Partial<WorkRecord>;
    return typeof record.key === 'string' && typeof record.id === 'string' && typeof record.file === 'string'
      ? (record as WorkRecord)
      : undefined;
  } catch {
    return undefined;
  }
}
