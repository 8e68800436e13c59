import { type FileHandle, open } from 'node:fs/promises';
import { readZip } from '../../src/archive/zip-read-archive.ts';
import { checkOwnFields } from '../../src/archive/zip-read-sanity.ts';

/** Flips one bit, asks, and flips it back. */
export async function withFlip<T>(handle: FileHandle, at: number, bit: number, ask: () => Promise<T>): Promise<T> {
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  const original = byte[0] ?? 0;
  await handle.write(Buffer.from([original ^ (1 << bit)]), 0, 1, at);
  try {
    return await ask();
  } finally {
    await handle.write(Buffer.from([original]), 0, 1, at);
  }
}

/**
 * Flips every bit of these bytes, one at a time, and gives those that the ZIP's structure alone does not betray. It is
 * what `verifyWacz` looks at first; the thousands of runs would take minutes with all the rest.
 * @param isOwn with the stricter rules for what Lastpost writes
 */
export async function missedFlips(file: string, offsets: readonly number[], isOwn = false): Promise<readonly string[]> {
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  const missed: string[] = [];
  if ((await structureProblems(handle, size, isOwn)) > 0) missed.push('the file was not sound before');
  for (const at of offsets) {
    for (let bit = 0; bit < 8; bit += 1) {
      const problems = await withFlip(handle, at, bit, () => structureProblems(handle, size, isOwn));
      if (problems === 0) missed.push(`byte ${at} bit ${bit}`);
    }
  }
  await handle.close();
  return missed;
}

async function structureProblems(handle: FileHandle, sizeBytes: number, isOwn: boolean): Promise<number> {
  let problems = 0;
  const count = () => {
    problems += 1;
  };
  const zip = await readZip(handle, sizeBytes, count);
  if (zip !== undefined && isOwn) checkOwnFields(zip.entries, zip.end, count);
  return problems;
}
