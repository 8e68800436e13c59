import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { keyDigest, signBytes, signPage, verifyBytes, verifySignedPage } from '../../src/archive/signed-page.ts';
import { createSigningKeyPem, signerFromPem } from '../../src/archive/signing-key.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const signer = signerFromPem(createSigningKeyPem());
const facts = { created: new Date('2026-11-25T10:30:00.000Z'), software: 'Lastpost 0.1.0' };
const html = '<!doctype html>\n<p>Grüße – „alles da“</p>\n';
const page = signPage(html, facts, signer);
const state = (text: string) => verifySignedPage(Buffer.from(text)).state;

describe('a signed page', () => {
  it('is the page and one comment for its last line, which names the digest of all before it', () => {
    expect(page.startsWith(html)).toBe(true);
    const [, json = ''] = /^<!-- lastpost-signature (\{.*\}) -->\n$/.exec(page.slice(html.length)) ?? [];
    expect(JSON.parse(json)).toEqual({
      hash: `sha256:${createHash('sha256').update(html).digest('hex')}`,
      created: '2026-11-25T10:30:00.000Z',
      software: 'Lastpost 0.1.0',
      publicKey: signer.publicKey,
      signature: expect.any(String),
    });
    expect(json).not.toContain('--');
  });

  it('is valid as it is, and names its key', () => {
    expect(verifySignedPage(Buffer.from(page))).toMatchObject({
      state: 'valid',
      keySha256: keyDigest(signer.publicKey),
    });
  });

  it('is not valid once any one of its bytes is another', () => {
    const bytes = Buffer.from(page);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifySignedPage(changed).state, `byte ${at}`).not.toBe('valid');
    }
  });

  it.each([
    ['something follows', `${page}<p>More.</p>`],
    ['its last line is not ended', page.slice(0, -1)],
    ['its last line is written in another way', page.replace('","created"', '", "created"')],
    ['its last line says more', page.replace('"} -->', '","note":"x"} -->')],
    ['something stands before', ` ${page}`],
    ['a part of it is gone', page.replace('alles', '')],
    ['it is signed text with a second signature', signPage('x', facts, signer) + page],
  ])('is not valid where %s', (_, text) => {
    expect(state(text)).toBe('changed');
  });

  it('is not signed without a signature, or with one that is none', () => {
    expect(state(html)).toBe('none');
    expect(state(`${html}<!-- lastpost-signature {} -->\n`)).toBe('none');
    expect(state(`${html}<!-- lastpost-signature nothing -->\n`)).toBe('none');
  });

  it('cannot be given another date, another maker or another key', () => {
    const other = signerFromPem(createSigningKeyPem());
    expect(state(page.replace('2026-11-25', '2026-11-24'))).toBe('forged');
    expect(state(page.replace('Lastpost 0.1.0', 'Lastpost 0.2.0'))).toBe('forged');
    expect(state(page.replace(signer.publicKey, other.publicKey))).toBe('forged');
    expect(state(page.replace(signer.publicKey, 'AAAA'))).toBe('forged');
  });
});

it('a signature beside a file holds for exactly its bytes', () => {
  const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0x00]);
  const json = JSON.stringify(signBytes(bytes, facts, signer));
  expect(verifyBytes(bytes, json).state).toBe('valid');
  expect(verifyBytes(bytes.subarray(1), json).state).toBe('changed');
});

it('OpenSSL agrees', async () => {
  const dir = await temporaryFolder();
  const { hash, created, software, publicKey, signature } = signBytes(Buffer.from(html), facts, signer);
  await writeFile(join(dir, 'text'), `${hash}\n${created}\n${software}`);
  await writeFile(join(dir, 'key.der'), Buffer.from(publicKey, 'base64'));
  await writeFile(join(dir, 'sig'), asDer(Buffer.from(signature, 'base64')));
  const args = ['dgst', '-sha256', '-verify', 'key.der', '-keyform', 'DER', '-signature', 'sig', 'text'];
  const { stdout } = await promisify(execFile)('openssl', args, { cwd: dir });
  expect(stdout).toBe('Verified OK\n');
});

/** r and s side by side as the SEQUENCE of two INTEGERs that OpenSSL reads. */
function asDer(sides: Buffer): Buffer {
  const integers = [sides.subarray(0, 32), sides.subarray(32)].map((side) => {
    const trimmed = side.subarray(side.findIndex((byte) => byte !== 0));
    const value = (trimmed[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), trimmed]) : trimmed;
    return Buffer.concat([Buffer.from([0x02, value.length]), value]);
  });
  const body = Buffer.concat(integers);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
