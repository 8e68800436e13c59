import { readU64, U32_MAX, type ZipExtra, type ZipReport } from './zip-read-types.ts';

export const EXTRA_ZIP64 = 0x0001;
export const EXTRA_TIMES = 0x5455;

/** Splits an extra field area that begins at `at` in the ZIP. */
export function parseExtras(area: Buffer, at: number, report: ZipReport): ZipExtra[] {
  const extras: ZipExtra[] = [];
  let position = 0;
  while (position < area.length) {
    const length = position + 4 <= area.length ? area.readUInt16LE(position + 2) : -1;
    if (length < 0 || position + 4 + length > area.length) {
      report('zip.extra', at + position, 'An extra field is longer than the room it has.');
      break;
    }
    const data = area.subarray(position + 4, position + 4 + length);
    extras.push({ id: area.readUInt16LE(position), data, at: at + position });
    position += 4 + length;
  }
  const ids = extras.map((extra) => extra.id);
  if (new Set(ids).size !== ids.length) report('zip.extra', at, 'The same extra field stands there twice.');
  return extras;
}

export interface Zip64Values {
  readonly bytes: number;
  readonly compressedBytes: number;
  readonly localAt: number;
}

/**
 * Applies a central header's zip64 extra field: it holds, in this order, only those values whose short field is all ones.
 * Values that some writers add without need must repeat the short field.
 */
export function applyZip64(short: Zip64Values, extra: ZipExtra | undefined, report: ZipReport): Zip64Values {
  if (extra === undefined) return short;
  const slots = Math.floor(extra.data.length / 8);
  const names = ['bytes', 'compressedBytes', 'localAt'] as const;
  const wanted = names.filter((name) => short[name] === U32_MAX);
  const all = slots === names.length ? names : wanted;
  if (extra.data.length !== all.length * 8) {
    report('zip.extra', extra.at, `The zip64 field has ${extra.data.length} bytes, ${all.length * 8} are needed.`);
  }
  const values = { ...short };
  for (const [index, name] of all.entries()) {
    if (index >= slots) break;
    const value = readU64(extra.data, index * 8);
    if (short[name] !== U32_MAX && short[name] !== value) {
      report('zip.extra', extra.at + 4 + index * 8, `The zip64 field says ${value}, the header ${short[name]}.`);
    }
    values[name] = value;
  }
  return values;
}
