import { createECDH, createHash, createHmac, createPrivateKey } from 'node:crypto';
import type { Signer } from '../model/signer.ts';
import { signerFromPem } from './signing-key.ts';

/** The order of P-256's base point, and its length in bytes. @see SEC 2, 2.4.2 */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const BYTES = 32;

/**
 * The workspace's signer in a form that gives the same signature for the same text each time, so that the same run gives the
 * same archive to the last byte. Nobody who checks one can tell the difference. Node offers no such signature; the point is
 * multiplied by OpenSSL all the same, and only the arithmetic around it is ours.
 * @throws KnownError `signing.bad-key`
 * @see RFC 6979, 3.2
 */
export function deterministicSigner(pem: string): Signer {
  const { publicKey } = signerFromPem(pem);
  const { d } = createPrivateKey(pem).export({ format: 'jwk' });
  const key = Buffer.from(d ?? '', 'base64url');
  return { publicKey, sign: (text) => sidesOf(key, Buffer.from(text, 'utf8')).toString('base64') };
}

/** r and s side by side, 64 bytes. */
function sidesOf(key: Buffer, message: Buffer): Buffer {
  const digest = createHash('sha256').update(message).digest();
  const [secret, z] = [numberOf(key), numberOf(digest) % ORDER];
  for (const nonce of noncesOf(key, bytesOf(z))) {
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(nonce);
    const r = numberOf(curve.getPublicKey().subarray(1, 1 + BYTES)) % ORDER;
    const s = (inverse(numberOf(nonce)) * (z + r * secret)) % ORDER;
    if (r !== 0n && s !== 0n) return Buffer.concat([bytesOf(r), bytesOf(s)]);
  }
  throw new Error('No nonce gave a signature.');
}

/** RFC 6979, 3.2, steps b to h. */
function* noncesOf(key: Buffer, digest: Buffer): Generator<Buffer> {
  let v: Buffer = Buffer.alloc(BYTES, 1);
  let k: Buffer = Buffer.alloc(BYTES, 0);
  const next = (...parts: readonly Uint8Array[]) =>
    createHmac('sha256', k)
      .update(Buffer.concat([v, ...parts]))
      .digest();
  for (const step of [0, 1]) {
    k = next(Buffer.from([step]), key, digest);
    v = next();
  }
  for (;;) {
    v = next();
    const candidate = numberOf(v);
    if (candidate > 0n && candidate < ORDER) yield v;
    k = next(Buffer.from([0]));
    v = next();
  }
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function bytesOf(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(2 * BYTES, '0'), 'hex');
}

/** By Euclid's algorithm; the order is prime. */
function inverse(number: bigint): bigint {
  let [a, b, x, y] = [number, ORDER, 1n, 0n];
  while (b !== 0n) {
    const times = a / b;
    [a, b] = [b, a - times * b];
    [x, y] = [y, x - times * y];
  }
  return ((x % ORDER) + ORDER) % ORDER;
}
