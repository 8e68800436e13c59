import { canonicalJson } from '../base/canonical-json.ts';
import { type Sha256, sha256 } from '../base/digest.ts';
import type { Signer } from './signer.ts';

export const chainKinds = ['snapshot', 'export', 'pruned'] as const;
export type ChainKind = (typeof chainKinds)[number];

/** What an entry says of one file, whichever form it is stored in. */
export interface ChainFacts {
  readonly kind: ChainKind;
  readonly channel: string;
  /** `<UTC>.wacz`, `<UTC>-export.zip` */
  readonly name: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Of the snapshot or the export, as the ledger has it. */
  readonly id: string;
  readonly url: string | null;
  readonly state: string | null;
  readonly pages: number | null;
  readonly gaps: number | null;
  readonly started_at: string;
  readonly finished_at: string;
}

export interface ChainEntry extends ChainFacts {
  readonly format: 1;
  /** From 1 on, without a gap. */
  readonly seq: number;
  /** Of the bytes of the entry before; null for the first. */
  readonly previous: Sha256 | null;
  readonly entered_at: string;
  readonly signature: {
    /** SubjectPublicKeyInfo, DER, base64. */
    readonly public_key: string;
    /** Over the text of the digest of the entry without `signature`; IEEE P1363 form, base64. */
    readonly value: string;
  };
}

export interface WrittenEntry {
  readonly entry: ChainEntry;
  /** What stands in the file, to the byte. */
  readonly text: string;
  readonly digest: Sha256;
}

/** Makes the entry that comes after `last`. */
export function nextEntry(
  facts: ChainFacts,
  last: { readonly seq: number; readonly digest: Sha256 } | undefined,
  { signer, now }: { readonly signer: Signer; readonly now: Date },
): WrittenEntry {
  const { kind, channel, name, sha256: digest, bytes, id, url, state, pages, gaps, started_at, finished_at } = facts;
  const unsigned = {
    format: 1 as const,
    seq: (last?.seq ?? 0) + 1,
    previous: last?.digest ?? null,
    entered_at: now.toISOString(),
    ...{ kind, channel, name, sha256: digest, bytes, id, url, state, pages, gaps, started_at, finished_at },
  };
  const value = signer.sign(signedDigest(unsigned));
  return writtenEntry({ ...unsigned, signature: { public_key: signer.publicKey, value } });
}

function writtenEntry(entry: ChainEntry): WrittenEntry {
  const text = `${canonicalJson(entry)}\n`;
  return { entry, text, digest: sha256(text) };
}

function signedDigest(unsigned: Omit<ChainEntry, 'signature'>): Sha256 {
  return sha256(canonicalJson(unsigned));
}

/** The text an entry's signature is over. */
export function signedTextOf({ signature: _signature, ...unsigned }: ChainEntry): Sha256 {
  return signedDigest(unsigned);
}

/** An entry out of its file; undefined when the file is none, or is not in the one form that there is of it. */
export function readEntry(text: string): WrittenEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = value as Partial<ChainEntry>;
  const isSound =
    entry.format === 1 &&
    Number.isInteger(entry.seq) &&
    chainKinds.some((kind) => kind === entry.kind) &&
    typeof entry.name === 'string' &&
    typeof entry.channel === 'string' &&
    typeof entry.sha256 === 'string' &&
    Number.isInteger(entry.bytes) &&
    typeof entry.signature?.value === 'string' &&
    typeof entry.signature.public_key === 'string';
  if (!isSound) return undefined;
  const written = writtenEntry(entry as ChainEntry);
  return written.text === text ? written : undefined;
}

/** `blog/chain/000001.json` */
export function entryKey(channel: string, seq: number): string {
  return `${channel}/chain/${String(seq).padStart(6, '0')}.json`;
}

/** `blog/chain/000001.tsr`: what a timestamp authority says of that entry. */
export function tokenKey(channel: string, seq: number): string {
  return entryKey(channel, seq).replace(/json$/, 'tsr');
}

/** The number of an entry's file; undefined for any other file. */
export function seqOfKey(key: string): number | undefined {
  return numberIn(/\/chain\/(\d{6,})\.json$/, key);
}

/** The number of the entry that a timestamp's file is about; undefined for any other file. */
export function seqOfToken(key: string): number | undefined {
  return numberIn(/\/chain\/(\d{6,})\.tsr$/, key);
}

function numberIn(pattern: RegExp, key: string): number | undefined {
  const digits = pattern.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
