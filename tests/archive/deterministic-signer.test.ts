import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deterministicSigner } from '../../src/archive/deterministic-signer.ts';
import { derOfSides, publicKeyPem } from '../../src/archive/signature-files.ts';
import { createSigningKeyPem, verifySignature } from '../../src/archive/signing-key.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The key of RFC 6979, A.2.5. */
const pem = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    d: Buffer.from('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex').toString('base64url'),
    x: Buffer.from('60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6', 'hex').toString('base64url'),
    y: Buffer.from('7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299', 'hex').toString('base64url'),
  },
})
  .export({ type: 'pkcs8', format: 'pem' })
  .toString();

describe('a signer that always signs alike', () => {
  it.each([
    [
      'sample',
      'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    ],
    [
      'test',
      'f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083',
    ],
  ])('signs %j as RFC 6979 does', (text, sides) => {
    expect(Buffer.from(deterministicSigner(pem).sign(text), 'base64').toString('hex')).toBe(sides);
  });

  it('gives signatures that hold, for any key and text', () => {
    for (let at = 0; at < 50; at += 1) {
      const signer = deterministicSigner(createSigningKeyPem());
      const signature = signer.sign(`Grüße ${at}`);
      expect(signature).toBe(signer.sign(`Grüße ${at}`));
      const { publicKey } = signer;
      expect(verifySignature({ hash: `Grüße ${at}`, signature, publicKey })).toBe(true);
      expect(verifySignature({ hash: `Grüße ${at} `, signature, publicKey })).toBe(false);
      const der = derOfSides(signature).toString('base64');
      expect(verifySignature({ hash: `Grüße ${at}`, signature: der, publicKey })).toBe(true);
    }
  });

  it('writes its key and its signature as OpenSSL reads them', async () => {
    const dir = await temporaryFolder();
    const signer = deterministicSigner(pem);
    await writeFile(join(dir, 'text'), 'sample');
    await writeFile(join(dir, 'key.pem'), publicKeyPem(signer));
    await writeFile(join(dir, 'sig'), derOfSides(signer.sign('sample')));
    const said = execFileSync('openssl', ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'sig', 'text'], {
      cwd: dir,
    });
    expect(said.toString()).toBe('Verified OK\n');
  });
});
