const FHCRC = 1 << 1;
const FEXTRA = 1 << 2;
const FNAME = 1 << 3;
const FCOMMENT = 1 << 4;

/**
 * Length of the gzip header at the start of `bytes`; `short` when more bytes are needed to tell, `bad` when it is none.
 * @see RFC 1952, 2.3
 */
export function gzipHeaderLength(bytes: Buffer): number | 'short' | 'bad' {
  const [id1 = 0x1f, id2 = 0x8b, method = 8, flags = 0] = bytes;
  if (id1 !== 0x1f || id2 !== 0x8b || method !== 8 || (flags & 0xe0) !== 0) return 'bad';
  if (bytes.length < 10) return 'short';
  let at = 10;
  if ((flags & FEXTRA) !== 0) {
    if (bytes.length < at + 2) return 'short';
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const flag of [FNAME, FCOMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return 'short';
    at = end + 1;
  }
  if ((flags & FHCRC) !== 0) at += 2;
  return at <= bytes.length ? at : 'short';
}
