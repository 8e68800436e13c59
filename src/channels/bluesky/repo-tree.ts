import { createHash } from 'node:crypto';
import { CarBlockIterator } from '@ipld/car';
import { decode } from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import { asObject } from '../reading/json-reader.ts';

/** One block of the file, and whether its bytes are those its CID was made of. */
export interface Block {
  readonly cid: string;
  readonly bytes: Uint8Array;
  readonly isIntact: boolean;
}

const SHA2_256 = 0x12;

/**
 * The blocks of a CAR in the order of the file, one at a time. A block whose bytes are damaged is given like the others and
 * says so; a file that breaks off, or whose frame is damaged, ends with the error.
 * @see https://ipld.io/specs/transport/car/carv1/
 */
export async function* readBlocks(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Block & { readonly root: string }> {
  const blocks = await CarBlockIterator.fromIterable(stream);
  const [first] = await blocks.getRoots();
  const root = first?.toString() ?? '';
  for await (const { cid, bytes } of blocks) {
    const { code, digest } = cid.multihash;
    const isIntact = code === SHA2_256 && createHash('sha256').update(bytes).digest().equals(digest);
    yield { cid: cid.toString(), bytes, isIntact, root };
  }
}

/** The record in a block as JSON would have it: links as `{$link}`. Undefined when it is no DAG-CBOR. */
export function recordIn(bytes: Uint8Array): unknown {
  try {
    return asJson(decode(bytes));
  } catch {
    return undefined;
  }
}

function asJson(value: unknown): unknown {
  const cid = CID.asCID(value);
  if (cid !== null) return { $link: cid.toString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(asJson);
  const object = asObject(value);
  if (object === undefined) return value;
  return Object.fromEntries(Object.entries(object).map(([name, inner]) => [name, asJson(inner)]));
}

export interface TreeNode {
  /** `collection/key` with the CID of its record. */
  readonly entries: readonly (readonly [path: string, cid: string])[];
  readonly children: readonly string[];
}

/** Begins like a node of the tree: a map of two, the first of them `e`. Tells without decoding every record. */
function mayBeNode(bytes: Uint8Array): boolean {
  return bytes[0] === 0xa2 && bytes[1] === 0x61 && bytes[2] === 0x65;
}

/**
 * A node of the Merkle search tree; undefined for whatever is none. Its keys are whole within the node: each says how much it
 * shares with the one before it, and the first shares nothing.
 * @see https://atproto.com/specs/repository#mst-structure
 */
export function nodeIn(bytes: Uint8Array): TreeNode | undefined {
  if (!mayBeNode(bytes)) return undefined;
  try {
    const { e, l } = decode(bytes) as { readonly e?: unknown; readonly l?: unknown };
    if (!Array.isArray(e)) return undefined;
    const children = [l];
    const entries: (readonly [string, string])[] = [];
    let key = Buffer.alloc(0);
    for (const entry of e as readonly Record<string, unknown>[]) {
      const { p, k, v, t } = entry;
      const value = CID.asCID(v);
      if (typeof p !== 'number' || !(k instanceof Uint8Array) || value === null || p > key.length) return undefined;
      key = Buffer.concat([key.subarray(0, p), k]);
      entries.push([key.toString('utf8'), value.toString()]);
      children.push(t);
    }
    return { entries, children: children.flatMap((child) => CID.asCID(child)?.toString() ?? []) };
  } catch {
    return undefined;
  }
}

export interface RepoTree {
  /** Paths of the wanted collections, by the CID of their record: one record may be kept twice. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** How many nodes are missing or damaged: below them there may be more. */
  readonly lostNodes: number;
}

/**
 * Walks through all nodes from the root on. Where some are lost, what hung below them is walked as well, so that one bad
 * block costs no more than its own keys.
 */
export function walkTree(
  nodes: ReadonlyMap<string, TreeNode>,
  root: string | null,
  isWanted: (path: string) => boolean,
): RepoTree {
  const paths = new Map<string, string[]>();
  const ahead = root === null ? [...nodes.keys()] : [root];
  const seen = new Set<string>();
  const lost = new Set<string>();
  const visitAll = () => {
    for (let cid = ahead.pop(); cid !== undefined; cid = ahead.pop()) {
      const node = nodes.get(cid);
      if (node === undefined) lost.add(cid);
      if (node === undefined || seen.has(cid)) continue;
      seen.add(cid);
      const wanted = node.entries.filter(([path]) => isWanted(path));
      for (const [path, value] of wanted) paths.set(value, [...(paths.get(value) ?? []), path]);
      ahead.push(...node.children);
    }
  };
  visitAll();
  if (lost.size > 0) {
    ahead.push(...nodes.keys());
    visitAll();
  }
  return { paths, lostNodes: lost.size + (root === null ? 1 : 0) };
}
