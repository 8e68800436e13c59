import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a ZIP, and how its headers are to be written. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  readonly deflate?: boolean;
  readonly descriptor?: 'none' | 'bare' | 'signed' | 'wide';
  readonly zip64?: boolean;
  readonly needed?: number;
  readonly madeBy?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly internal?: number;
  readonly external?: number;
  readonly comment?: string;
  readonly localExtra?: Buffer;
  readonly centralExtra?: Buffer;
  /** Bytes of packed data to write instead of the right ones. */
  readonly packed?: Buffer;
  /** Announced instead of the true sizes. */
  readonly bytes?: number;
}

export function u16(value: number): Buffer {
  return Buffer.from([value & 0xff, (value >> 8) & 0xff]);
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function extraField(id: number, data: Buffer): Buffer {
  return Buffer.concat([u16(id), u16(data.length), data]);
}

const TIME = 0x5977_4be0;

const PLAIN_FILE = 0o100644 * 65536;

function complete(part: ZipPart) {
  const defaults = {
    deflate: false,
    descriptor: 'none',
    zip64: false,
    madeBy: part.descriptor === 'wide' ? 0x032d : 0x0314,
    needed: part.zip64 ? 45 : 20,
    flags: (part.descriptor ?? 'none') === 'none' ? 0 : 8,
    method: part.deflate ? 8 : 0,
    internal: 0,
    external: PLAIN_FILE,
    comment: '',
    localExtra: Buffer.alloc(0),
    centralExtra: Buffer.alloc(0),
    packed: part.deflate ? deflateRawSync(part.content) : part.content,
    bytes: part.content.length,
  } as const;
  return { ...defaults, ...part, crc: crc32(part.content), nameBytes: Buffer.from(part.name) };
}

type FullPart = ReturnType<typeof complete>;

function descriptorBytes({ descriptor, crc, packed, bytes }: FullPart): Buffer {
  const sizes = [packed.length, bytes];
  const signature = u32(0x08074b50);
  if (descriptor === 'none') return Buffer.alloc(0);
  if (descriptor === 'bare') return Buffer.concat([u32(crc), ...sizes.map(u32)]);
  return Buffer.concat([signature, u32(crc), ...sizes.map(descriptor === 'wide' ? u64 : u32)]);
}

function writeLocal(part: FullPart): Buffer {
  const { zip64, crc, packed, bytes, nameBytes } = part;
  const isKnown = part.descriptor === 'none';
  const sizes = (zip64 ? [0xffffffff, 0xffffffff] : [packed.length, bytes]).map((size) => u32(isKnown ? size : 0));
  const long = zip64 && isKnown ? extraField(1, Buffer.concat([u64(bytes), u64(packed.length)])) : Buffer.alloc(0);
  const extra = Buffer.concat([long, part.localExtra]);
  const numbers = [u16(part.needed), u16(part.flags), u16(part.method), u32(TIME), u32(isKnown ? crc : 0), ...sizes];
  const lengths = [u16(nameBytes.length), u16(extra.length)];
  return Buffer.concat([u32(0x04034b50), ...numbers, ...lengths, nameBytes, extra, packed, descriptorBytes(part)]);
}

function writeCentral(part: FullPart, at: number): Buffer {
  const { zip64, crc, packed, bytes, nameBytes } = part;
  const sizes = (zip64 ? [0xffffffff, 0xffffffff] : [packed.length, bytes]).map(u32);
  const long = zip64 ? extraField(1, Buffer.concat([u64(bytes), u64(packed.length), u64(at)])) : Buffer.alloc(0);
  const extra = Buffer.concat([long, part.centralExtra]);
  const comment = Buffer.from(part.comment);
  const numbers = [
    u16(part.madeBy),
    u16(part.needed),
    u16(part.flags),
    u16(part.method),
    u32(TIME),
    u32(crc),
    ...sizes,
  ];
  const lengths = [u16(nameBytes.length), u16(extra.length), u16(comment.length)];
  const rest = [u16(0), u16(part.internal), u32(part.external), u32(zip64 ? 0xffffffff : at)];
  return Buffer.concat([u32(0x02014b50), ...numbers, ...lengths, ...rest, nameBytes, extra, comment]);
}

/** A ZIP of these parts, in this order. */
export function zipOf(parts: readonly ZipPart[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const full = complete(part);
    const local = writeLocal(full);
    locals.push(local);
    centrals.push(writeCentral(full, at));
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const count = u16(parts.length);
  const text = Buffer.from(comment);
  const end = [u32(0x06054b50), u32(0), count, count, u32(directory.length), u32(at), u16(text.length), text];
  return Buffer.concat([...locals, directory, ...end]);
}
