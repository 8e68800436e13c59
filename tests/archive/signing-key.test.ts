import { createPublicKey, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSigningKeyPem, signerFromPem, verifySignature } from '../../src/archive/signing-key.ts';

const HASH = 'sha256:764710a6254c6b1a2b9efd999ffbb239d0af107e3835c303337e7afc595cba33';

test('makes a key whose signatures hold, and no others', () => {
  const pem = createSigningKeyPem();
  expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  const { publicKey, sign: signText } = signerFromPem(pem);
  const signature = signText(HASH);
  expect(Buffer.from(signature, 'base64')).toHaveLength(64);
  expect(verifySignature({ hash: HASH, signature, publicKey })).toBe(true);
  expect(verifySignature({ hash: `${HASH}0`, signature, publicKey })).toBe(false);
  const other = signerFromPem(createSigningKeyPem()).publicKey;
  expect(verifySignature({ hash: HASH, signature, publicKey: other })).toBe(false);
});

test('a browser, which is what replays, finds the signature good', async () => {
  const signer = signerFromPem(createSigningKeyPem());
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await webcrypto.subtle.importKey('spki', Buffer.from(signer.publicKey, 'base64'), algorithm, true, [
    'verify',
  ]);
  const signature = Buffer.from(signer.sign(HASH), 'base64');
  const ok = await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, Buffer.from(HASH));
  expect(ok).toBe(true);
});

test('takes a DER signature too', () => {
  const pem = createSigningKeyPem();
  const publicKey = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
  const signature = sign('sha256', Buffer.from(HASH), { key: pem, dsaEncoding: 'der' }).toString('base64');
  expect(verifySignature({ hash: HASH, signature, publicKey })).toBe(true);
});

test.each([
  ['no key', { hash: HASH, signature: 'AAAA', publicKey: '' }],
  ['no signature', { hash: HASH, signature: '', publicKey: signerFromPem(createSigningKeyPem()).publicKey }],
  ['nonsense', { hash: HASH, signature: '%%%', publicKey: 'bm90IGEga2V5' }],
])('%s proves nothing', (_what, signed) => {
  expect(verifySignature(signed)).toBe(false);
});

test.each([
  ['is no PEM', 'not a key', 'The signing key cannot be read.'],
  [
    'is of another kind',
    generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    'The signing key is not an ECDSA P-256 key.',
  ],
])('refuses a key that %s', (_what, pem, message) => {
  expect(() => signerFromPem(pem)).toThrow(expect.objectContaining({ code: 'signing.bad-key', message }));
});
