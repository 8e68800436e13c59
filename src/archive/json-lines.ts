import { open, rename, rm } from 'node:fs/promises';

const CHUNK_CHARACTERS = 1 << 16;

/**
 * Writes values as JSON, one a line, holding one chunk of them at a time. The file appears whole, or not at all when there is
 * no value.
 * @returns how many there are
 */
export async function writeJsonLines(
  path: string,
  values: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<number> {
  const part = `${path}.part`;
  const handle = await open(part, 'w');
  let count = 0;
  try {
    let text = '';
    for await (const value of values) {
      count += 1;
      text += `${JSON.stringify(value)}\n`;
      if (text.length < CHUNK_CHARACTERS) continue;
      await handle.writeFile(text);
      text = '';
    }
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(path, { force: true });
  if (count === 0) await rm(part);
  else await rename(part, path);
  return count;
}
