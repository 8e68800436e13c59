import { generateKeyPairSync, sign } from 'node:crypto';
import { type Case, file, manifest, resource, signed, without } from './verify-changes.ts';
import { certificate } from './verify-make-certificate.ts';

/** Damage to the manifest, to its signature, or to what must be there. */
export const waczCases: readonly Case[] = [
  ['wacz.datapackage', 'there is no manifest', without('datapackage.json')],
  [
    'wacz.datapackage',
    'the manifest is nested without end',
    (made) => {
      made.zip = (parts) =>
        parts.map((one) =>
          one.name === 'datapackage.json' ? { ...one, content: Buffer.from('['.repeat(1_000_000)) } : one,
        );
    },
  ],
  ['wacz.profile', 'the profile is missing', manifest({ profile: undefined })],
  ['wacz.version', 'the version is unknown', manifest({ wacz_version: '9.9' })],
  ['wacz.resource', 'the list of resources is missing', manifest({ resources: undefined })],
  ['wacz.resource-name', 'a name has capitals', resource(0, { name: 'Data.WARC.gz' })],
  ['wacz.bytes', 'a size is wrong', resource(0, { bytes: 1 }), { file: 'archive/data.warc.gz', offset: 0 }],
  ['wacz.hash', 'a hash is wrong', resource(0, { hash: `sha256:${'0'.repeat(64)}` }), { file: 'archive/data.warc.gz' }],
  ['wacz.missing', 'a listed file is not there', without('pages/')],
  [
    'wacz.unlisted',
    'a file is not listed',
    (made) => {
      made.zip = (parts) => [...parts, { name: 'logs/x.log', content: Buffer.from('x') }];
    },
    { file: 'logs/x.log' },
  ],
  ['wacz.foreign-file', 'a picture lies among the WARCs', file('archive/cat.png', 'PNG'), { file: 'archive/cat.png' }],
  ['wacz.no-archive', 'there is no WARC', without('archive/')],
  ['wacz.no-index', 'there is no index', without('indexes/')],
  ['wacz.no-pages', 'there are no pages', without('pages/')],
  [
    'wacz.digest',
    'the manifest does not hash to its digest',
    (made) => {
      made.digest = (json) => Object.assign(json, { hash: `sha256:${'0'.repeat(64)}` });
    },
  ],
  ['signature.form', 'a signature lacks its key', signed((data) => delete data.publicKey)],
  [
    'signature.invalid',
    'a signature is of something else',
    signed((data) => {
      data.signature = Buffer.alloc(64, 1).toString('base64');
    }),
  ],
  [
    'signature.invalid',
    'the signed hash is another',
    signed((data) => {
      data.hash = `sha256:${'0'.repeat(64)}`;
    }),
  ],
  [
    'signature.certificate',
    'a domain has signed with a certificate of its own making',
    (made) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const name = 'archive.example.org';
      const domainCert = certificate({ name, issuer: name, publicKey, issuerKey: privateKey });
      made.digest = (json) => {
        const signature = sign('sha256', Buffer.from(String(json.hash)), privateKey).toString('base64');
        json.signedData = { hash: json.hash, created: '2026-11-23T09:30:00Z', domain: name, domainCert, signature };
      };
    },
  ],
];
