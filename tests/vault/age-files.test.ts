import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decryptWith, encryptTo } from '../../src/vault/age-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const hasAge = spawnSync('age', ['--version']).status === 0;

/** What `age-keygen` writes, and who it is for. */
async function newIdentity(folder: string): Promise<{ readonly file: string; readonly recipient: string }> {
  const file = join(folder, `identity-${randomBytes(4).toString('hex')}.txt`);
  await run('age-keygen', ['-o', file]);
  const { stdout } = await run('age-keygen', ['-y', file]);
  return { file, recipient: stdout.trim() };
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

// Debian has it as the package age.
describe.skipIf(!hasAge)(
  `files in the format of age${hasAge ? '' : ', skipped: there is no age here'}`,
  { timeout: 60_000 },
  () => {
    it('are opened by its own program, with each of the identities alone', async () => {
      const folder = await temporaryFolder();
      const [one, other] = [await newIdentity(folder), await newIdentity(folder)];
      // Over several of the chunks of 64 KiB that the format has, and not at the end of one.
      const plain = randomBytes(300_001);
      await writeFile(join(folder, 'plain'), plain);
      const source = createReadStream(join(folder, 'plain'), { highWaterMark: 1000 });
      await writeFile(join(folder, 'a.wacz.age'), encryptTo([one.recipient, other.recipient], source));
      for (const { file } of [one, other]) {
        await run('age', ['--decrypt', '-i', file, '-o', join(folder, 'opened'), join(folder, 'a.wacz.age')]);
        expect((await readFile(join(folder, 'opened'))).equals(plain)).toBe(true);
      }
      const stranger = await newIdentity(folder);
      const tried = run('age', ['--decrypt', '-i', stranger.file, join(folder, 'a.wacz.age')]);
      await expect(tried).rejects.toHaveProperty('code', 1);
    });

    it('are opened here when its own program has made them', async () => {
      const folder = await temporaryFolder();
      const { file, recipient } = await newIdentity(folder);
      const plain = randomBytes(200_000);
      await writeFile(join(folder, 'plain'), plain);
      await run('age', ['-r', recipient, '-o', join(folder, 'made.age'), join(folder, 'plain')]);
      const identity = await readFile(file, 'utf8');
      const opened = await bytesOf(decryptWith(identity, createReadStream(join(folder, 'made.age'))));
      expect(opened.equals(plain)).toBe(true);
    });
  },
);
