/** First and last byte, both inclusive. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What an `If-Range` header may name: the file as it is now. */
export interface Validators {
  /** Strong, with its quotes. */
  readonly etag: string;
  /** As in `Last-Modified`. */
  readonly lastModified: string;
}

/**
 * Reads one `Range` header against a file of `sizeBytes`. What is no single byte range (several at once, another unit,
 * nonsense) gives `whole`: a server may always send everything.
 * @see RFC 9110, sections 14.1.2 and 14.2
 */
export function parseRange(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = header === undefined ? null : /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header);
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '') return last === '' ? 'whole' : suffixRange(Number(last), sizeBytes);
  const range = { first: Number(first), last: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) };
  if (last !== '' && Number(last) < range.first) return 'whole';
  return range.first < sizeBytes ? range : 'unsatisfiable';
}

function suffixRange(lengthBytes: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if (lengthBytes === 0 || sizeBytes === 0) return 'unsatisfiable';
  return { first: Math.max(0, sizeBytes - lengthBytes), last: sizeBytes - 1 };
}

/** False when the browser has a part of another version, so that a range would not fit to it. @see RFC 9110, 13.1.5 */
export function ifRangeHolds(header: string | undefined, { etag, lastModified }: Validators): boolean {
  return header === undefined || header.trim() === etag || header.trim() === lastModified;
}

/** True when the browser has exactly this version already. @see RFC 9110, 13.1.2 */
export function ifNoneMatchHits(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
