import { decode } from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import type { ExportFile } from '../../model/official-export.ts';
import { asNumber, asObject, asText, type JsonObject } from '../reading/json-reader.ts';
import { CarError, type CarFrame, isIntact, readFrames } from './car-frames.ts';
import { ByteStore, DigestIndex } from './digest-index.ts';
import { recordIn } from './repo-tree.ts';

/** What the first reading of a repository gives: the way to its records, not the records. */
export interface Skeleton {
  readonly did: string | null;
  /** Of the tree; null where no commit says it. */
  readonly data: Uint8Array | null;
  /** Earlier states of the account lie in the file as well. */
  readonly hasHistory: boolean;
  readonly nodes: BlockStore;
  /** Records that may be the profile, by digest in hex: it says which post is pinned, and lies anywhere in the file. */
  readonly profiles: ReadonlyMap<string, JsonObject>;
  readonly problems: readonly string[];
}

/** Blocks of the tree and the few that lead to it, by digest. */
export class BlockStore {
  readonly #bytes = new ByteStore();
  readonly index = new DigestIndex();

  add({ digest, bytes }: Pick<CarFrame, 'digest' | 'bytes'>): void {
    if (this.index.rowOf(digest) !== -1) return;
    const place = this.#bytes.add(bytes);
    if (place !== -1) this.index.set(digest, place);
  }

  get(digest: Uint8Array): Buffer | undefined {
    const place = this.index.get(digest);
    return place === undefined ? undefined : this.#bytes.at(place);
  }
}

/** Beginnings of a map in DAG-CBOR, whose keys stand in the order of their length: tells without decoding every record. */
const beginnings: readonly (readonly number[])[] = [
  [0x61, 0x65], // e: a node of the tree
  [0x63, 0x64, 0x69, 0x64], // did: a commit since version 2, or what stood in the place of one before
  [0x63, 0x73, 0x69, 0x67], // sig: a commit of version 1
  [0x64, 0x64, 0x61, 0x74, 0x61], // data: what a commit of version 1 signs
];

function isOfTree(bytes: Uint8Array): boolean {
  const isMap = ((bytes[0] ?? 0) & 0xe0) === 0xa0;
  return isMap && beginnings.some((beginning) => beginning.every((byte, at) => bytes[at + 1] === byte));
}

const MOST_PROFILES = 1000;

export async function readSkeleton(file: ExportFile, signal?: AbortSignal): Promise<Skeleton> {
  const nodes = new BlockStore();
  const profiles = new Map<string, JsonObject>();
  const problems: string[] = [];
  let root: Uint8Array | null = null;
  const meet = (frame: CarFrame) => {
    if (!isOfTree(frame.bytes)) meetProfile(frame, profiles);
    else if (isIntact(frame)) nodes.add(frame);
  };
  try {
    for await (const frame of readFrames(file.open(signal))) {
      root ??= frame.root?.slice() ?? null;
      meet(frame);
    }
  } catch (error) {
    if (!(error instanceof CarError)) throw error;
    problems.push(`${file.path} is no whole repository: ${error.message}`);
  }
  const commit = root === null ? undefined : commitAt(root, nodes);
  if (commit === undefined) problems.push(`The commit in ${file.path}, which says whose it is, is damaged or missing`);
  return {
    did: commit?.did ?? null,
    data: commit?.data ?? null,
    hasHistory: commit?.hasHistory ?? true,
    nodes,
    profiles,
    problems,
  };
}

function meetProfile(frame: CarFrame, profiles: Map<string, JsonObject>): void {
  const bytes = Buffer.from(frame.bytes.buffer, frame.bytes.byteOffset, frame.bytes.length);
  if (profiles.size >= MOST_PROFILES || !bytes.includes('app.bsky.actor.profile') || !isIntact(frame)) return;
  const record = asObject(recordIn(frame.bytes));
  if (record?.$type === 'app.bsky.actor.profile') profiles.set(Buffer.from(frame.digest).toString('hex'), record);
}

export interface Commit {
  readonly did: string;
  readonly data: Uint8Array;
  readonly hasHistory: boolean;
}

const linkOf = (value: unknown): Uint8Array | undefined => CID.asCID(value)?.multihash.digest;

/**
 * What a commit says. Version 3 has no way back; 2 had `prev` to the commit before; 1 signed a root of its own, and named the
 * account in a third block.
 * @see https://atproto.com/specs/repository#commit-objects
 */
export function commitAt(root: Uint8Array, nodes: Pick<BlockStore, 'get'>): Commit | undefined {
  const read = (digest: Uint8Array | undefined): JsonObject | undefined => {
    const bytes = digest === undefined ? undefined : nodes.get(digest);
    try {
      return bytes === undefined ? undefined : asObject(decode(bytes));
    } catch {
      return undefined;
    }
  };
  const commit = read(root);
  const signed = commit?.did === undefined ? read(linkOf(commit?.root)) : commit;
  const meta = commit?.did === undefined ? (read(linkOf(signed?.meta)) ?? signed) : commit;
  const did = asText(meta?.did);
  const data = linkOf(signed?.data);
  const version = asNumber(meta?.version) ?? 1;
  if (did === null || !/^did:[a-z]+:/.test(did) || data === undefined || version > 3) return undefined;
  return { did, data, hasHistory: linkOf(signed?.prev) !== undefined };
}
