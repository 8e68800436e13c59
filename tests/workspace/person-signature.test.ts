import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { Person } from '../../src/model/run/people.ts';
import { readPublicKey } from '../../src/workspace/person-key.ts';
import { signApproval, signAs, verifyApproval } from '../../src/workspace/person-signature.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const digest = sha256('what is approved');

function personWith(key: string | null): Person {
  return { id: 'anna', name: 'Anna Berg', roles: ['brand'], email: null, key, language: null, absences: [] };
}

/** As docs/people.md says it, and with what is left out of it now and then. */
const recipes: Readonly<Record<string, readonly string[]>> = {
  'P-256': ['ecparam', '-name', 'prime256v1', '-genkey', '-noout'],
  'P-256 with its parameters before it': ['ecparam', '-name', 'prime256v1', '-genkey'],
  'P-256 as PKCS#8': ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  Ed25519: ['genpkey', '-algorithm', 'ed25519'],
};

async function opensslKeys(recipe: readonly string[]) {
  const dir = await temporaryFolder();
  const file = join(dir, 'private.pem');
  const [command = '', ...rest] = recipe;
  execFileSync('openssl', [command, ...rest, '-out', file], { stdio: 'pipe' });
  execFileSync('openssl', ['pkey', '-in', file, '-pubout', '-out', join(dir, 'public.pem')], { stdio: 'pipe' });
  return { dir, file, publicPem: await readFile(join(dir, 'public.pem'), 'utf8') };
}

describe('a signed approval', () => {
  it.each(Object.entries(recipes))('is made with a key of openssl: %s', async (_, recipe) => {
    const { file, publicPem } = await opensslKeys(recipe);
    const anna = personWith(readPublicKey(publicPem));
    expect(anna.key).not.toBeNull();
    const signature = await signAs(anna, digest, file);
    expect(verifyApproval({ digest, signature }, anna)).toBe('valid');
    expect(verifyApproval({ digest: sha256('something else'), signature }, anna)).toBe('forged');
  });

  it('is one that openssl finds good as well, and it finds good what openssl signed', async () => {
    const { dir, file, publicPem } = await opensslKeys(recipes['P-256'] ?? []);
    const text = join(dir, 'digest.txt');
    await writeFile(text, digest);
    const der = execFileSync('openssl', ['dgst', '-sha256', '-sign', file, text]);
    const key = readPublicKey(publicPem) ?? '';
    const signature = { publicKey: key, signature: der.toString('base64') };
    expect(verifyApproval({ digest, signature }, personWith(key))).toBe('valid');

    const ed = await opensslKeys(recipes.Ed25519 ?? []);
    const ours = signApproval(digest, await readFile(ed.file, 'utf8'));
    await writeFile(join(dir, 'signature'), Buffer.from(ours.signature, 'base64'));
    const verify = ['pkeyutl', '-verify', '-pubin', '-inkey', join(ed.dir, 'public.pem'), '-rawin', '-in', text];
    const said = execFileSync('openssl', [...verify, '-sigfile', join(dir, 'signature')], { encoding: 'utf8' });
    expect(said).toContain('Verified Successfully');
  });

  it('cannot be made out of a rejection, nor the other way round', async () => {
    const { file, publicPem } = await opensslKeys(recipes.Ed25519 ?? []);
    const anna = personWith(readPublicKey(publicPem));
    const signature = await signAs(anna, digest, file, 'rejected');
    expect(verifyApproval({ digest, signature }, anna, 'rejected')).toBe('valid');
    expect(verifyApproval({ digest, signature }, anna)).toBe('forged');
  });

  it('says when nobody signed, or somebody else did', async () => {
    const { file, publicPem } = await opensslKeys(recipes.Ed25519 ?? []);
    const other = await opensslKeys(recipes['P-256'] ?? []);
    const [anna, ben] = [publicPem, other.publicPem].map((pem) => personWith(readPublicKey(pem)));
    if (anna === undefined || ben === undefined) throw new Error('There are two.');
    const signature = await signAs(anna, digest, file);
    expect(verifyApproval({ digest, signature: null }, anna)).toBe('unsigned');
    expect(verifyApproval({ digest, signature }, ben)).toBe('other-key');
    const garbled = { publicKey: 'AAAA', signature: '!' };
    expect(verifyApproval({ digest, signature: garbled }, anna)).toBe('forged');
  });
});

describe('signing as a person', () => {
  it('needs no key where lastpost.yaml has none, and the right one where it has', async () => {
    const { file, publicPem } = await opensslKeys(recipes.Ed25519 ?? []);
    const other = await opensslKeys(recipes['P-256'] ?? []);
    const anna = personWith(readPublicKey(publicPem));
    expect(await signAs(personWith(null), digest, null)).toBeNull();
    await expect(signAs(anna, digest, null)).rejects.toMatchObject({ code: 'approval.key-needed', exitCode: 2 });
    await expect(signAs(anna, digest, other.file)).rejects.toMatchObject({ code: 'approval.bad-signature' });
    await expect(signAs(personWith(null), digest, file)).rejects.toMatchObject({
      code: 'approval.bad-signature',
      message: expect.stringContaining('has no key for Anna Berg'),
    });
  });

  it('says what is wrong with a key that cannot be used', async () => {
    const { dir, file, publicPem } = await opensslKeys(recipes.Ed25519 ?? []);
    const anna = personWith(readPublicKey(publicPem));
    const locked = join(dir, 'locked.pem');
    execFileSync('openssl', ['pkey', '-in', file, '-aes-256-cbc', '-passout', 'pass:secret', '-out', locked]);
    const rsa = join(dir, 'rsa.pem');
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(rsa, pem);
    const messages = [
      [locked, 'locked with a passphrase'],
      [rsa, 'of a kind that is not used here (rsa)'],
      [join(dir, 'public.pem'), 'no private key'],
      [join(dir, 'nowhere.pem'), 'does not exist'],
      [dir, 'cannot be read (EISDIR)'],
    ];
    for (const [name = '', message] of messages) {
      await expect(signAs(anna, digest, name)).rejects.toMatchObject({
        code: 'approval.bad-key',
        message: expect.stringContaining(message ?? ''),
      });
    }
  });
});
