import { createHash, hash } from 'node:crypto';

const BYTES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

export interface DeclaredDigest {
  /** As node:crypto calls it: `sha256`, `sha1` … */
  readonly algorithm: string;
  readonly hex: string;
}

/**
 * Reads a labelled digest as WARC tools write them: `sha256:` or `sha-256:` with hex or base32, `sha1:` with base32.
 * Undefined when it is not one that can be checked.
 */
export function parseDigest(text: string): DeclaredDigest | undefined {
  const colon = text.indexOf(':');
  const algorithm = text.slice(0, Math.max(colon, 0)).toLowerCase().replace('-', '');
  const value = text.slice(colon + 1).trim();
  const bytes = Object.hasOwn(BYTES, algorithm) ? BYTES[algorithm] : undefined;
  if (bytes === undefined) return undefined;
  if (value.length === bytes * 2 && /^[0-9a-fA-F]+$/.test(value)) return { algorithm, hex: value.toLowerCase() };
  const hex = base32ToHex(value.replace(/=+$/, ''), bytes);
  return hex === undefined ? undefined : { algorithm, hex };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32ToHex(text: string, bytes: number): string | undefined {
  if (text.length !== Math.ceil((bytes * 8) / 5)) return undefined;
  const out = Buffer.alloc(bytes);
  let [bits, value, at] = [0, 0, 0];
  for (const letter of text.toUpperCase()) {
    const digit = BASE32.indexOf(letter);
    if (digit === -1) return undefined;
    value = ((value << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8 && at < bytes) {
      bits -= 8;
      out[at] = (value >> bits) & 0xff;
      at += 1;
    }
  }
  return out.toString('hex');
}

/** Adds up the digest of bytes that come in pieces; `whole` is the quick way when they came in one. */
export interface RunningDigest {
  update(bytes: Buffer): void;
  hex(): string;
}

export function startDigest(algorithm: string): RunningDigest {
  const running = createHash(algorithm);
  return { update: (bytes) => void running.update(bytes), hex: () => running.digest('hex') };
}

export function wholeDigest(algorithm: string, bytes: Buffer): string {
  return hash(algorithm, bytes, 'hex');
}
