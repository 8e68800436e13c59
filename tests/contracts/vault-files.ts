import { randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256, sha256Of } from '../../src/base/digest.ts';
import type { VaultFiles } from '../../src/model/vault-files.ts';
import { bytesSource, copiedSource, sealedSource } from '../../src/vault/vault-source.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Larger than three parts of the S3 filling in tests. */
const LARGE_BYTES = 17 << 20;

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(Buffer.from(piece));
  return Buffer.concat(chunks);
}

async function keysOf(files: VaultFiles, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files.list(prefix)) keys.push(key);
  return keys;
}

async function sealed(content: Uint8Array) {
  const path = join(await temporaryFolder(), 'sealed.wacz');
  await writeFile(path, content);
  return sealedSource(path, { bytes: content.length, sha256: sha256(content) });
}

/** What every filling of the port must do. `open` gives a new, empty vault; twice the same one where it gives two. */
export function vaultFilesContract(name: string, open: () => Promise<readonly [VaultFiles, VaultFiles]>): void {
  describe(`files in ${name}`, () => {
    it('come back byte for byte, a small one and one of many parts', async () => {
      const [files] = await open();
      const large = randomBytes(LARGE_BYTES);
      await files.put('blog/large.wacz', await sealed(large));
      await files.put('blog/chain/000001.json', bytesSource('{"seq":1}\n'));
      expect(await sha256Of(files.read('blog/large.wacz'))).toBe(sha256(large));
      expect((await gather(files.read('blog/chain/000001.json'))).toString()).toBe('{"seq":1}\n');
      expect(await files.stat('blog/large.wacz')).toMatchObject({ bytes: LARGE_BYTES });
    });

    it('take an empty file', async () => {
      const [files] = await open();
      await files.put('blog/empty.bin', bytesSource(''));
      expect(await files.stat('blog/empty.bin')).toMatchObject({ bytes: 0 });
      expect(await gather(files.read('blog/empty.bin'))).toHaveLength(0);
    });

    it('give a range alone', async () => {
      const [files] = await open();
      await files.put('blog/a.wacz', bytesSource('0123456789'));
      expect((await gather(files.read('blog/a.wacz', { range: { startByte: 3, endByte: 7 } }))).toString()).toBe(
        '3456',
      );
      expect((await gather(files.read('blog/a.wacz', { range: { startByte: 0, endByte: 1 } }))).toString()).toBe('0');
    });

    it('may be put again when they are the same, and are never replaced by others', async () => {
      const [files, again] = await open();
      await files.put('blog/a.wacz', bytesSource('first'));
      await again.put('blog/a.wacz', bytesSource('first'));
      await expect(again.put('blog/a.wacz', bytesSource('other'))).rejects.toMatchObject({ code: 'vault.name-taken' });
      await expect(again.put('blog/a.wacz', bytesSource('longer one'))).rejects.toMatchObject({
        code: 'vault.name-taken',
      });
      expect((await gather(files.read('blog/a.wacz'))).toString()).toBe('first');
    });

    it('are there once when two put them at the same time, and one of two different ones is told', async () => {
      const [files, other] = await open();
      const same = randomBytes(LARGE_BYTES);
      await Promise.all([
        files.put('blog/same.wacz', await sealed(same)),
        other.put('blog/same.wacz', await sealed(same)),
      ]);
      expect(await sha256Of(files.read('blog/same.wacz'))).toBe(sha256(same));
      const both = await Promise.allSettled([
        files.put('blog/two.json', bytesSource('one')),
        other.put('blog/two.json', bytesSource('two')),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('are listed by the beginning of their keys, in order', async () => {
      const [files] = await open();
      for (const key of ['blog/b.wacz', 'blog/a.wacz', 'blog/chain/000001.json', 'blog-two/c.wacz', 'vault.json']) {
        await files.put(key, bytesSource(key));
      }
      expect(await keysOf(files, 'blog/')).toEqual(['blog/a.wacz', 'blog/b.wacz', 'blog/chain/000001.json']);
      expect(await keysOf(files, 'blog/a')).toEqual(['blog/a.wacz']);
      expect((await keysOf(files, '')).sort()).toEqual([
        'blog-two/c.wacz',
        'blog/a.wacz',
        'blog/b.wacz',
        'blog/chain/000001.json',
        'vault.json',
      ]);
      expect(await keysOf(files, 'nobody/')).toEqual([]);
    });

    it('are gone when they were removed, and removing again is fine', async () => {
      const [files] = await open();
      await files.put('blog/a.wacz', bytesSource('a'));
      await files.remove('blog/a.wacz');
      await files.remove('blog/a.wacz');
      expect(await files.stat('blog/a.wacz')).toBeUndefined();
      await expect(gather(files.read('blog/a.wacz'))).rejects.toMatchObject({ code: 'vault.missing' });
    });

    it('do not take what was read wrongly', async () => {
      const [files] = await open();
      const path = join(await temporaryFolder(), 'sealed.wacz');
      await writeFile(path, 'as it was');
      const { path: _path, ...source } = { path, ...(await copiedSource(path)) };
      await chmod(path, 0o644);
      await writeFile(path, 'as it is!');
      // The S3 filling learns it from the server's digest, the folder from its own.
      await expect(files.put('blog/a.wacz', source)).rejects.toMatchObject({ code: 'vault.damaged' });
    });

    it.each(['../a', 'blog/../../a', '/a', 'blog//a', 'blog/.hidden'])(
      'have no key that leads out: %s',
      async (key) => {
        const [files] = await open();
        await expect(files.put(key, bytesSource('a'))).rejects.toMatchObject({ code: 'vault.bad-channel' });
      },
    );

    it('stop when they are told to', async () => {
      const [files] = await open();
      const source = await sealed(randomBytes(LARGE_BYTES));
      const { path: _path, ...copied } = source;
      const stop = new AbortController();
      const put = files.put('blog/a.wacz', copied, { signal: stop.signal, onBytes: () => stop.abort() });
      await expect(put).rejects.toThrow(/abort/i);
      expect(await files.stat('blog/a.wacz')).toBeUndefined();
    });
  });
}
