import type { VerifyRule } from './verify-rules.ts';

/** Reports a problem at a byte of the ZIP itself. */
export type ZipReport = (rule: VerifyRule, offset: number, message: string) => void;

export interface ZipEnd {
  /** Where the end record begins. */
  readonly at: number;
  /** Where the central directory must end: at the zip64 end record, else at the end record. */
  readonly centralEndAt: number;
  readonly centralAt: number;
  readonly centralBytes: number;
  readonly count: number;
  readonly commentBytes: number;
  /** Version made by in the zip64 end record and its offset, when there is one. */
  readonly zip64MadeBy?: { readonly value: number; readonly at: number };
}

export interface ZipExtra {
  readonly id: number;
  readonly data: Buffer;
  /** Offset of the field's id in the ZIP. */
  readonly at: number;
}

/** One file as the central directory tells it; sizes and offset with zip64 already applied. */
export interface ZipEntry {
  /** Offset of the central header. */
  readonly at: number;
  readonly name: string;
  readonly nameBytes: Buffer;
  readonly madeBy: number;
  readonly versionNeeded: number;
  readonly flags: number;
  readonly method: number;
  /** DOS time in the low, DOS date in the high 16 bits. */
  readonly dosTime: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly localAt: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  readonly commentBytes: number;
  readonly extras: readonly ZipExtra[];
  readonly isZip64: boolean;
}

/** An entry with the place of its content, after its local header was read. */
export interface ZipContent {
  readonly entry: ZipEntry;
  readonly dataAt: number;
}

export const STORED = 0;
export const DEFLATED = 8;
export const U16_MAX = 0xffff;
export const U32_MAX = 0xffffffff;

export const LOCAL_SIGNATURE = 0x04034b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;
export const END_SIGNATURE = 0x06054b50;
export const ZIP64_END_SIGNATURE = 0x06064b50;
export const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;

export const FLAG_DESCRIPTOR = 1 << 3;
export const FLAG_UTF8 = 1 << 11;

/** Past 2^53 the value is rounded, which no real offset reaches, so that it still fails every comparison. */
export function readU64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

/** Made by the `zip` command (2.3, 3.0 or 3.1), which has habits of its own. */
export function isInfoZip({ madeBy }: Pick<ZipEntry, 'madeBy'>): boolean {
  return [23, 30, 31].includes(madeBy & 0xff);
}
