import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFilesAtomic } from '../../src/base/atomic-write.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('writing many small files', () => {
  it('leaves each as it is to be, in all folders, and nothing beside them', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'b'));
    await writeFile(join(dir, 'f7'), 'before');
    const names = [...Array.from({ length: 50 }, (_, at) => `f${at}`), join('b', 'other')];
    await writeFilesAtomic(names.map((name) => [join(dir, name), `content of ${name}`]));
    for (const name of names) expect(await readFile(join(dir, name), 'utf8')).toBe(`content of ${name}`);
    expect(await readdir(dir)).toHaveLength(51);
    await writeFilesAtomic([]);
  });

  it('breaks off at a file that cannot be written, and leaves no half of it', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'a'), 'before');
    await expect(writeFilesAtomic([[join(dir, 'none', 'x'), 'x']])).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(dir)).toEqual(['a']);
    expect((await stat(join(dir, 'a'))).size).toBe(6);
  });
});
