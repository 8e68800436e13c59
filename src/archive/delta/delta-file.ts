import { type FileHandle, open } from 'node:fs/promises';
import type { Sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { readSpan } from '../zip-read-span.ts';
import { type DeltaOp, unpackPlan } from './delta-plan.ts';

/** A file of the vault that a delta takes bytes from, as it lies there. */
export interface DeltaSource {
  /** `20261123T093000Z.wacz`, in the same folder of the vault. */
  readonly name: string;
  readonly sha256: Sha256;
  readonly bytes: number;
}

/** The first line of a delta. */
export interface DeltaHead {
  readonly format: 'lastpost-delta';
  readonly version: 1;
  /** Of the WACZ that it stands for. */
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly sources: readonly DeltaSource[];
  /** Of the packed plan, which follows the line feed. */
  readonly plan_bytes: number;
  /** Of what follows the plan, to the end of the file. */
  readonly literal_bytes: number;
}

export interface ReadDelta {
  readonly head: DeltaHead;
  readonly ops: readonly DeltaOp[];
  /** Where its own bytes begin. */
  readonly literalAt: number;
}

export const DELTA_ENDING = '.wacz-delta';

const HEAD_AT_MOST = 1 << 20;

/**
 * Reads what a delta says, without its sources.
 * @throws KnownError `delta.not-one`, `delta.newer`, `delta.damaged`
 */
export async function readDelta(path: string): Promise<ReadDelta> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const { head, planAt } = await readHead(handle, path);
    const literalAt = planAt + head.plan_bytes;
    if (size !== literalAt + head.literal_bytes) {
      throw damagedDelta(path, `it has ${size} bytes and should have ${literalAt + head.literal_bytes}`);
    }
    const ops = await unpackPlan(await readSpan(handle, planAt, head.plan_bytes), head.sources.length);
    if (ops === undefined) throw damagedDelta(path, 'its plan cannot be read');
    checkSums(path, head, ops);
    return { head, ops, literalAt };
  } finally {
    await handle.close();
  }
}

async function readHead(handle: FileHandle, path: string): Promise<{ head: DeltaHead; planAt: number }> {
  const beginning = await readSpan(handle, 0, HEAD_AT_MOST);
  const end = beginning.indexOf(0x0a);
  const head = end === -1 ? undefined : parseHead(beginning.toString('utf8', 0, end));
  if (head === undefined) {
    throw new KnownError('delta.not-one', `${path} is no delta of a snapshot.`, {
      hint: 'Give the path of a file that ends in .wacz-delta, as it lies in the vault.',
    });
  }
  if (head.version !== 1) {
    throw new KnownError('delta.newer', `${path} was written by a newer Lastpost (format ${String(head.version)}).`, {
      hint: 'Install that one, or a newer one.',
    });
  }
  return { head, planAt: end + 1 };
}

function parseHead(line: string): DeltaHead | undefined {
  try {
    const head = JSON.parse(line) as Partial<DeltaHead>;
    if (head.format !== 'lastpost-delta') return undefined;
    const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
    const isSound =
      [head.bytes, head.plan_bytes, head.literal_bytes].every(isCount) &&
      typeof head.sha256 === 'string' &&
      Array.isArray(head.sources) &&
      head.sources.every(isSource);
    return head.version !== 1 || isSound ? (head as DeltaHead) : undefined;
  } catch {
    return undefined;
  }
}

/** A name is one of the same folder, and leads nowhere else. */
function isSource(source: Partial<DeltaSource> | null): boolean {
  const { name, sha256, bytes } = source ?? {};
  const isName = typeof name === 'string' && /^\w[\w.~-]*$/.test(name);
  return isName && typeof sha256 === 'string' && Number.isSafeInteger(bytes);
}

/** A plan that asks for more or fewer bytes than there are is found before anything is written. */
function checkSums(path: string, { bytes, literal_bytes, sources }: DeltaHead, ops: readonly DeltaOp[]): void {
  const literal = ops.reduce((sum, op) => sum + (op.kind === 'literal' ? op.lengthBytes : 0), 0);
  const all = ops.reduce((sum, op) => sum + op.lengthBytes, 0);
  if (literal !== literal_bytes || all !== bytes) throw damagedDelta(path, 'its plan does not come to its length');
  for (const op of ops) {
    if (op.kind === 'copy' && op.at + op.lengthBytes > (sources[op.source]?.bytes ?? 0)) {
      throw damagedDelta(path, `its plan asks for bytes behind the end of ${sources[op.source]?.name}`);
    }
  }
}

export function damagedDelta(path: string, why: string): KnownError {
  return new KnownError('delta.damaged', `${path} is damaged: ${why}.`, {
    hint: 'Put it back from a copy of the vault; "lastpost vault verify" tells what else is damaged.',
  });
}
