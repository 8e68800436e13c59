import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { PKIStatus, PKIStatusInfo, TimeStampReq, TimeStampResp, TimeStampToken, TSTInfo } from '@peculiar/asn1-tsp';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** The end of a title: why tests with an authority are skipped on this machine; undefined where it has openssl. */
export const noOpenssl =
  spawnSync('openssl', ['version']).status === 0 ? undefined : ', skipped: there is no openssl here';

/** What an authority does with a request. */
export type Behaviour =
  | 'sound'
  | 'busy'
  | 'html'
  | 'cut'
  | 'silent'
  | 'moved'
  | 'rejected'
  | 'wrong imprint'
  | 'wrong nonce'
  | 'another policy'
  | 'changed'
  | 'no certificate'
  | 'expired'
  | 'no purpose'
  | 'two purposes'
  | 'not critical'
  | 'RSA-PSS';

export interface TimestampAuthority {
  readonly url: string;
  /** Its root, PEM. */
  readonly ca: string;
  readonly folder: string;
  /** One for each request, by its number from 1 on. */
  behave: (request: number) => Behaviour;
  readonly requests: { readonly authorization: string | undefined; readonly digest: string; readonly policy: string }[];
}

export interface AuthorityOptions {
  /** `user:password` that it wants. */
  readonly login?: string;
  /** As for `openssl req -newkey`. */
  readonly newKey?: readonly string[];
  /** How its certificate is named in what it signs. */
  readonly essHash?: 'sha1' | 'sha256';
}

const EC_KEY = ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/**
 * A timestamp authority on loopback that answers with `openssl ts -reply`, and does wrong when asked to. Its certificate is
 * issued by an authority of certificates in between, that by its root.
 */
export async function timestampAuthority(options: AuthorityOptions = {}): Promise<TimestampAuthority> {
  const { login, newKey = EC_KEY, essHash = 'sha256' } = options;
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'tsa.cnf'), `${config}\n[authority]\ness_cert_id_alg = ${essHash}\n`);
  await makeCertificates(folder, newKey);
  const requests: TimestampAuthority['requests'] = [];
  const authority = { url: '', ca: join(folder, 'root.pem'), folder, requests, behave: (): Behaviour => 'sound' };
  let turn: Promise<void> = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    // `openssl ts` counts its serial numbers in a file: one after the other.
    turn = turn.then(() => answer(authority, incoming, outgoing, login)).catch(() => void outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await turn;
  });
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`;
  return authority;
}

async function answer(
  { folder, requests, behave }: TimestampAuthority,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  login: string | undefined,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const query = Buffer.concat(chunks);
  const { authorization } = incoming.headers;
  const { messageImprint, reqPolicy = '' } = AsnConvert.parse(query, TimeStampReq);
  const digest = Buffer.from(messageImprint.hashedMessage.buffer).toString('hex');
  requests.push({ authorization, digest, policy: reqPolicy });
  if (login !== undefined && authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
    outgoing.writeHead(401).end();
    return;
  }
  await behaviours[behave(requests.length)]({ folder, query, outgoing });
}

interface Asked {
  readonly folder: string;
  readonly query: Buffer;
  readonly outgoing: ServerResponse;
}

const behaviours: Readonly<Record<Behaviour, (asked: Asked) => Promise<void> | void>> = {
  sound: async (asked) => give(asked, await reply(asked.folder, asked.query)),
  busy: ({ outgoing }) => void outgoing.writeHead(503, { 'retry-after': '0' }).end('busy'),
  html: ({ outgoing }) => {
    outgoing.writeHead(200, { 'content-type': 'text/html' });
    outgoing.end('<!doctype html><title>Please sign in</title>');
  },
  cut: ({ outgoing }) => void outgoing.socket?.destroy(),
  // It is closed when the test ends.
  silent: () => undefined,
  moved: ({ outgoing }) => void outgoing.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  rejected: async (asked) => {
    const request = AsnConvert.parse(asked.query, TimeStampReq);
    request.reqPolicy = '1.2.3.99';
    give(asked, await reply(asked.folder, serialized(request)));
  },
  'another policy': async (asked) => {
    const request = AsnConvert.parse(asked.query, TimeStampReq);
    request.reqPolicy = '1.2.3.4.2';
    give(asked, await reply(asked.folder, serialized(request)));
  },
  'wrong imprint': async (asked) => {
    const request = AsnConvert.parse(asked.query, TimeStampReq);
    request.messageImprint.hashedMessage = new OctetString(new Uint8Array(32).fill(7));
    give(asked, await reply(asked.folder, serialized(request)));
  },
  'wrong nonce': async (asked) => {
    const request = AsnConvert.parse(asked.query, TimeStampReq);
    request.nonce = new Uint8Array([1, 2, 3]).buffer;
    give(asked, await reply(asked.folder, serialized(request)));
  },
  'no certificate': async (asked) => {
    const request = AsnConvert.parse(asked.query, TimeStampReq);
    request.certReq = false;
    give(asked, await reply(asked.folder, serialized(request)));
  },
  changed: async (asked) => {
    const sound = await reply(asked.folder, asked.query);
    // A digit of the time that it says, which is the first year in it.
    const year = sound.indexOf(`${new Date().getUTCFullYear()}`);
    sound[year + 3] = (sound[year + 3] ?? 0) ^ 1;
    give(asked, sound);
  },
  expired: async (asked) => give(asked, await signedBy(asked, 'expired')),
  'no purpose': async (asked) => give(asked, await signedBy(asked, 'no-purpose')),
  'two purposes': async (asked) => give(asked, await signedBy(asked, 'two-purposes')),
  'not critical': async (asked) => give(asked, await signedBy(asked, 'not-critical')),
  // `openssl ts` cannot; the salt is as long as the digest, as RFC 4055 would have it.
  'RSA-PSS': async (asked) => give(asked, await signedBy(asked, 'tsa', { keyOptions: pss })),
};

const pss = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:digest'];

function give({ outgoing }: Asked, der: Uint8Array): void {
  outgoing.writeHead(200, { 'content-type': 'application/timestamp-reply' });
  outgoing.end(der);
}

function serialized(value: object): Buffer {
  return Buffer.from(AsnConvert.serialize(value));
}

async function reply(folder: string, query: Buffer): Promise<Buffer> {
  await writeFile(join(folder, 'query.tsq'), query);
  const options = ['-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr'];
  await run('openssl', ['ts', '-reply', ...options], { cwd: folder });
  return readFile(join(folder, 'reply.tsr'));
}

/**
 * A sound answer that another certificate has signed. `openssl ts` would not take these, so `openssl cms` does it.
 * @param at what time it says; that of the sound answer when absent
 * @param keyOptions for `openssl cms`, how the key signs
 */
async function signedBy(
  { folder, query }: Pick<Asked, 'folder' | 'query'>,
  name: string,
  { at, keyOptions = [] }: { readonly at?: Date; readonly keyOptions?: readonly string[] } = {},
): Promise<Buffer> {
  const sound = AsnConvert.parse(await reply(folder, query), TimeStampResp);
  const { encapContentInfo } = AsnConvert.parse(sound.timeStampToken?.content ?? new ArrayBuffer(0), SignedData);
  const info = AsnConvert.parse(encapContentInfo.eContent?.single?.buffer ?? new ArrayBuffer(0), TSTInfo);
  if (at !== undefined) info.genTime = at;
  await writeFile(join(folder, 'info.der'), serialized(info));
  const keys = ['-signer', `${name}.pem`, '-inkey', 'tsa.key', ...keyOptions, '-certfile', 'between.pem'];
  const kind = [
    '-binary',
    '-nodetach',
    '-econtent_type',
    '1.2.840.113549.1.9.16.1.4',
    '-outform',
    'DER',
    '-md',
    'sha256',
    '-cades',
  ];
  await run('openssl', ['cms', '-sign', '-in', 'info.der', '-out', 'token.der', ...kind, ...keys], { cwd: folder });
  const { contentType, content } = AsnConvert.parse(await readFile(join(folder, 'token.der')), ContentInfo);
  const status = new PKIStatusInfo({ status: PKIStatus.granted });
  return serialized(new TimeStampResp({ status, timeStampToken: new TimeStampToken({ contentType, content }) }));
}

/** An answer from the time when the certificate that has expired since was valid still: in June 2021. */
export function earlierAnswer({ folder }: TimestampAuthority, query: Uint8Array): Promise<Buffer> {
  return signedBy({ folder, query: Buffer.from(query) }, 'expired', {
    at: new Date('2021-06-15T12:00:00.000Z'),
  });
}

const config = `
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
[between]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign
[stamping]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[no-purpose]
keyUsage = critical, digitalSignature
[two-purposes]
extendedKeyUsage = critical, timeStamping, codeSigning
[not-critical]
extendedKeyUsage = timeStamping
[tsa]
default_tsa = authority
[authority]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = between.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256
accuracy = secs:1, millisecs:500
clock_precision_digits = 3
tsa_name = yes
[ca]
default_ca = issuing
[issuing]
new_certs_dir = issued
database = index.txt
rand_serial = yes
certificate = between.pem
private_key = between.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
`;

async function makeCertificates(folder: string, kind: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'issued'));
  await writeFile(join(folder, 'serial'), '01\n');
  await writeFile(join(folder, 'index.txt'), '');
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const newKey = ['-newkey', ...kind, '-nodes', '-config', 'tsa.cnf'];
  for (const name of ['root', 'between']) {
    const issuer = name === 'root' ? [] : ['-CA', 'root.pem', '-CAkey', 'root.key'];
    const made = ['-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/O=Aurora Tests/CN=${name}`];
    await openssl('req', '-x509', ...newKey, ...made, '-days', '7300', '-extensions', name, ...issuer);
  }
  const subject = ['-subj', '/O=Aurora Tests/CN=Time of Aurora'];
  await openssl('req', '-new', ...newKey, '-keyout', 'tsa.key', '-out', 'tsa.csr', ...subject);
  const span = { old: ['-startdate', '20210101000000Z', '-enddate', '20220101000000Z'], now: ['-days', '3650'] };
  for (const name of ['tsa', 'expired', 'no-purpose', 'two-purposes', 'not-critical']) {
    const days = name === 'expired' ? span.old : span.now;
    const extensions = ['-extensions', ['tsa', 'expired'].includes(name) ? 'stamping' : name];
    const made = ['-batch', '-notext', '-in', 'tsa.csr', '-out', `${name}.pem`];
    await openssl('ca', '-config', 'tsa.cnf', ...made, ...days, ...extensions);
  }
}
