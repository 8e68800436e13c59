import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/base/digest.ts';
import { askAuthority } from '../../../src/vault/timestamp/ask-authority.ts';
import { checkToken } from '../../../src/vault/timestamp/check-token.ts';
import { stampRequest } from '../../../src/vault/timestamp/stamp-request.ts';
import {
  type AuthorityOptions,
  earlierAnswer,
  noOpenssl,
  type TimestampAuthority,
  timestampAuthority,
} from '../../support/timestamp-authority.ts';

const run = promisify(execFile);
const text = 'what the entry says\n';
const digest = sha256(text);
const nonce = new Uint8Array([0x93, 1, 2, 3, 4, 5, 6, 7]);
const longAgo = new Date('2001-01-01T00:00:00.000Z');

async function rootsOf({ ca }: TimestampAuthority) {
  return [new X509Certificate(await readFile(ca))];
}

async function stamp(tsa: TimestampAuthority): Promise<Uint8Array> {
  const authority = { url: tsa.url, roots: await rootsOf(tsa), policy: undefined, login: undefined };
  const patience = { attempts: 1, timeoutMs: 20_000, pauseMs: 1 };
  const asked = { digest, madeAt: longAgo, nonce };
  return (await askAuthority(authority, asked, patience, new AbortController().signal)).der;
}

describe.skipIf(noOpenssl)(`checking a timestamp${noOpenssl ?? ''}`, () => {
  it.each<readonly [string, AuthorityOptions]>([
    ['RSA', { newKey: ['rsa:2048'] }],
    ['P-384', { newKey: ['ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1'] }],
    ['a certificate that is named by its SHA-1, as RFC 3161 has it', { essHash: 'sha1' }],
  ])('takes one of an authority with %s', async (_what, options) => {
    const tsa = await timestampAuthority(options);
    const der = await stamp(tsa);
    const checked = checkToken(der, { digest, madeAt: longAgo, roots: await rootsOf(tsa) });
    expect(checked).toMatchObject({ facts: { isTrusted: true } });
  });

  it('takes one that is signed with RSA-PSS, and not when its signature was changed', async () => {
    const tsa = await timestampAuthority({ newKey: ['rsa:2048'] });
    tsa.behave = () => 'RSA-PSS';
    const der = await stamp(tsa);
    expect(Buffer.from(der).includes(Buffer.from('2a864886f70d01010a', 'hex'))).toBe(true);
    const asked = { digest, madeAt: longAgo, roots: await rootsOf(tsa) };
    expect(checkToken(der, asked)).toMatchObject({ facts: { isTrusted: true } });
    const changed = Uint8Array.from(der);
    // The signature comes last.
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(checkToken(changed, asked)).toMatchObject({
      trouble: { message: expect.stringContaining('not made with the key') },
    });
  });

  it('says so when it cannot check a signature of that kind, and accuses nobody', async () => {
    const tsa = await timestampAuthority();
    const der = Buffer.from(await stamp(tsa));
    // ecdsa-with-SHA256, which stands last where the token says how it is signed; 4.3.9 is an ECDSA with a SHA-3.
    const at = der.lastIndexOf(Buffer.from('2a8648ce3d040302', 'hex'));
    der[at + 7] = 9;
    const checked = checkToken(der, { digest, madeAt: longAgo, roots: await rootsOf(tsa) });
    expect(checked).toMatchObject({
      trouble: { message: expect.stringContaining('cannot check (1.2.840.10045.4.3.9)') },
    });
  });

  it('takes the same ones as openssl, which reads what was kept without anything of ours', async () => {
    const tsa = await timestampAuthority();
    await writeFile(join(tsa.folder, 'entry.tsr'), await stamp(tsa));
    await writeFile(join(tsa.folder, 'entry.json'), text);
    const verify = (data: string) => {
      const args = ['ts', '-verify', '-in', 'entry.tsr', '-data', data, '-CAfile', 'root.pem'];
      return run('openssl', args, { cwd: tsa.folder });
    };
    expect((await verify('entry.json')).stdout + (await verify('entry.json')).stderr).toContain('Verification: OK');
    await writeFile(join(tsa.folder, 'other.json'), `${text} `);
    await expect(verify('other.json')).rejects.toHaveProperty('code', 1);
  });

  it('finds a flipped bit in the digest, the serial number and the time, and a byte too many or too few', {
    timeout: 120_000,
  }, async () => {
    const tsa = await timestampAuthority();
    const der = await stamp(tsa);
    const roots = await rootsOf(tsa);
    const isSound = (bytes: Uint8Array) => 'facts' in checkToken(bytes, { digest, madeAt: longAgo, roots });
    expect(isSound(der)).toBe(true);
    const from = Buffer.from(der).indexOf(Buffer.from(digest.slice(7), 'hex'));
    for (let at = from; at < from + 60; at += 1) {
      const changed = Uint8Array.from(der);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isSound(changed), `byte ${at}`).toBe(false);
    }
    expect(isSound(der.subarray(0, -1))).toBe(false);
    expect(isSound(Buffer.concat([der, Buffer.from([0])]))).toBe(false);
    expect(isSound(new Uint8Array())).toBe(false);
  });

  it('goes by the time of the timestamp: one that was made before its certificate expired stays good', async () => {
    const tsa = await timestampAuthority();
    const der = await earlierAnswer(tsa, stampRequest({ digest, nonce }));
    const roots = undefined;
    const facts = { at: new Date('2021-06-15T12:00:00.000Z'), isTrusted: undefined };
    expect(checkToken(der, { digest, madeAt: longAgo, roots })).toMatchObject({ facts });
    const later = checkToken(der, { digest, madeAt: new Date('2021-06-15T12:10:00.000Z'), roots });
    expect(later).toMatchObject({ trouble: { rule: 'timestamp.time' } });
  });

  it('takes no root that was not valid yet, and the certificate in between as one where that is what is trusted', async () => {
    const tsa = await timestampAuthority();
    const claim = { digest, madeAt: longAgo };
    // The root is of today, and what it should vouch for is of 2021.
    const early = await earlierAnswer(tsa, stampRequest({ digest, nonce }));
    expect(checkToken(early, { ...claim, roots: await rootsOf(tsa) })).toMatchObject({
      trouble: { rule: 'timestamp.root' },
    });
    const between = new X509Certificate(await readFile(join(tsa.folder, 'between.pem')));
    expect(checkToken(await stamp(tsa), { ...claim, roots: [between] })).toMatchObject({ facts: { isTrusted: true } });
  });
});
