export interface ByteRange {
  readonly start: number;
  /** Last byte, inclusive. */
  readonly end: number;
}

/**
 * Reads one `Range` header against a body of `lengthBytes`.
 * Several ranges at once, or a unit other than bytes, give `whole`: a server may always send everything.
 * @see RFC 9110, section 14.2
 */
export function parseByteRange(header: string | undefined, lengthBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return 'whole';
  const start = first === '' ? Math.max(0, lengthBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? lengthBytes - 1 : Math.min(Number(last), lengthBytes - 1);
  if (first === '' && Number(last) === 0) return 'unsatisfiable';
  if (first !== '' && last !== '' && Number(last) < start) return 'whole';
  return start >= lengthBytes ? 'unsatisfiable' : { start, end };
}
