import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { createFindings } from '../../src/archive/verify-findings.ts';
import { checkDigest } from '../../src/archive/verify-signature.ts';
import { sha256Hex } from './verify-make.ts';
import { certificate } from './verify-make-certificate.ts';

const HEX = sha256Hex('the manifest');
const HASH = `sha256:${HEX}`;

const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [root, middle, site, stranger] = [keys(), keys(), keys(), keys()];
const rootPem = certificate({
  name: 'Root',
  issuer: 'Root',
  publicKey: root.publicKey,
  issuerKey: root.privateKey,
  isAuthority: true,
});
const middlePem = certificate({
  name: 'Middle',
  issuer: 'Root',
  publicKey: middle.publicKey,
  issuerKey: root.privateKey,
  isAuthority: true,
});
const sitePem = certificate({
  name: 'archive.example.org',
  issuer: 'Middle',
  publicKey: site.publicKey,
  issuerKey: middle.privateKey,
});

function check(changes: Record<string, unknown>, roots = [rootPem]) {
  const findings = createFindings();
  const signature = sign('sha256', Buffer.from(HASH), site.privateKey).toString('base64');
  const signedData = {
    hash: HASH,
    created: '2026-11-23T09:30:00Z',
    domain: 'archive.example.org',
    domainCert: sitePem + middlePem,
    signature,
    ...changes,
  };
  const text = JSON.stringify({ path: 'datapackage.json', hash: HASH, signedData });
  const { state, signer } = checkDigest(text, HEX, findings.report, roots);
  return { state, signer, rules: findings.list().map(({ rule }) => rule) };
}

test('a domain signs with a certificate that leads to a trusted root', () => {
  expect(check({})).toEqual({ state: 'valid', signer: 'archive.example.org', rules: [] });
});

test.each([
  ['the root is not trusted', {}, []],
  ['the chain has a gap', { domainCert: sitePem }, [rootPem]],
  ['the certificate is for another domain', { domain: 'example.com' }, [rootPem]],
  ['it was signed after the certificate ran out', { created: '2027-02-01T00:00:00Z' }, [rootPem]],
  ['nobody says when it was signed', { created: undefined }, [rootPem]],
])('no certificate to rely on: %s', (_, changes, roots) => {
  expect(check(changes, roots)).toMatchObject({ state: 'invalid', rules: ['signature.certificate'] });
});

test('a certificate that is no authority cannot make another', () => {
  const forged = certificate({
    name: 'example.com',
    issuer: 'archive.example.org',
    publicKey: stranger.publicKey,
    issuerKey: site.privateKey,
  });
  const signature = sign('sha256', Buffer.from(HASH), stranger.privateKey).toString('base64');
  const changes = { domain: 'example.com', domainCert: forged + sitePem + middlePem, signature };
  expect(check(changes)).toMatchObject({ state: 'invalid', rules: ['signature.certificate'] });
});

test('a signature by somebody else is invalid', () => {
  const signature = sign('sha256', Buffer.from(HASH), stranger.privateKey).toString('base64');
  expect(check({ signature })).toMatchObject({ state: 'invalid', rules: ['signature.invalid'] });
});

test('keys of P-384, as ArchiveWeb.page makes them, are accepted', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const signature = sign('sha256', Buffer.from(HASH), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const changes = { domain: undefined, publicKey: spki, signature: signature.toString('base64') };
  expect(check(changes)).toEqual({ state: 'valid', signer: spki, rules: [] });
});

test.each([{ publicKey: 'AAAA' }, { domainCert: 'nothing' }, { domain: 1 }, { signature: 7 }])(
  'what cannot be read is a matter of form: %j',
  (changes) => {
    expect(check(changes)).toMatchObject({ state: 'invalid', rules: ['signature.form'] });
  },
);
