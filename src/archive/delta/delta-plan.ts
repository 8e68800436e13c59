import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** A stretch of a file: where it begins and how long it is, in bytes. */
export interface Stretch {
  readonly at: number;
  readonly lengthBytes: number;
}

/** Where the next bytes of a WACZ come from: the delta itself, in order, or a place in one of its sources. */
export type DeltaOp =
  | { readonly kind: 'literal'; readonly lengthBytes: number }
  | ({ readonly kind: 'copy' /** Place in the list of sources. */; readonly source: number } & Stretch);

/** Puts an op behind the others, or makes the last one longer where it goes on with it. */
export function pushOp(ops: DeltaOp[], op: DeltaOp): void {
  if (op.lengthBytes === 0) return;
  const last = ops.at(-1);
  const isSame =
    last?.kind === 'literal'
      ? op.kind === 'literal'
      : last?.kind === 'copy' &&
        op.kind === 'copy' &&
        op.source === last.source &&
        op.at === last.at + last.lengthBytes;
  if (last !== undefined && isSame) ops[ops.length - 1] = { ...last, lengthBytes: last.lengthBytes + op.lengthBytes };
  else ops.push(op);
}

/** One op a line, `l LENGTH` or `c SOURCE AT LENGTH`, packed. */
export async function packPlan(ops: readonly DeltaOp[]): Promise<Buffer> {
  const lines = ops.map((op) =>
    op.kind === 'literal' ? `l ${op.lengthBytes}\n` : `c ${op.source} ${op.at} ${op.lengthBytes}\n`,
  );
  return promisify(gzip)(lines.join(''), { level: 9 });
}

/** No plan of a WACZ is longer; a gzip of a few kilobytes can unpack to any length. */
const MOST_BYTES = 512 << 20;

/** @returns undefined for bytes that are no plan */
export async function unpackPlan(bytes: Uint8Array, sources: number): Promise<readonly DeltaOp[] | undefined> {
  const text = await promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES }).catch(() => undefined);
  if (text === undefined) return undefined;
  const ops: DeltaOp[] = [];
  for (const line of text.toString('latin1').split('\n')) {
    if (line === '') continue;
    const op = opOf(line, sources);
    if (op === undefined) return undefined;
    ops.push(op);
  }
  return ops;
}

function opOf(line: string, sources: number): DeltaOp | undefined {
  const numbers = /^(?:l (\d{1,15})|c (\d{1,6}) (\d{1,15}) (\d{1,15}))$/.exec(line)?.slice(1);
  if (numbers === undefined) return undefined;
  const [literal, source, at, lengthBytes] = numbers.map((text) => (text === undefined ? undefined : Number(text)));
  if (literal !== undefined) return { kind: 'literal', lengthBytes: literal };
  if (source === undefined || at === undefined || lengthBytes === undefined || source >= sources) return undefined;
  return { kind: 'copy', source, at, lengthBytes };
}
