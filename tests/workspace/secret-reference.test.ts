import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfigText } from '../../src/workspace/read-config.ts';
import { resolveSecretReference } from '../../src/workspace/secret-reference.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a secret that is only named', () => {
  it('comes from the environment, and from a file that nobody else may read', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'key.txt'), 'from a file\n', { mode: 0o600 });
    expect(await resolveSecretReference('env:KEY', dir, { KEY: 'from outside' })).toBe('from outside');
    expect(await resolveSecretReference('file:key.txt', dir)).toBe('from a file');
    await chmod(join(dir, 'key.txt'), 0o644);
    await expect(resolveSecretReference('file:key.txt', dir)).rejects.toMatchObject({ code: 'secret.open-file' });
  });

  it.each([
    ['env:NOBODY', 'secret.missing'],
    ['file:nowhere.txt', 'secret.missing'],
    ['AKIAPLAIN', 'secret.plain'],
  ])('is an error with something to do: %s', async (text, code) => {
    const read = resolveSecretReference(text, await temporaryFolder(), {});
    await expect(read).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
  });

  it('is refused when it stands in lastpost.yaml itself', () => {
    const text = `brand: { name: A, languages: [en] }
archive: { vault: { s3: { bucket: records, credentials: { access_key: AKIAPLAIN, secret_key: env:S } } } }`;
    expect(() => readConfigText('lastpost.yaml', text)).toThrow(/access_key.*env:NAME, file:PATH or keychain/);
  });
});
