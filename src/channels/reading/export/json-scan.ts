/** The bytes that give JSON its shape. */
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** How far the scan of one value has come; goes on over the borders of chunks. */
export interface ValueScan {
  depth: number;
  inString: boolean;
  isEscaped: boolean;
  /** Neither a string nor a container: it ends before the next comma, bracket or space. */
  isScalar: boolean;
}

export function startScan(first: number): ValueScan {
  const isContainer = first === OPEN_OBJECT || first === OPEN_LIST;
  return { depth: 0, inString: false, isEscaped: false, isScalar: !isContainer && first !== QUOTE };
}

/**
 * Goes on to the end of a value.
 * @returns the place after its last byte; -1 when this chunk ends before it does
 */
export function scanValue(chunk: Uint8Array, from: number, scan: ValueScan): number {
  if (scan.isScalar) return endOfScalar(chunk, from);
  let at = from;
  while (at < chunk.length) {
    at = scan.inString ? scanString(chunk, at, scan) : scanShape(chunk, at, scan);
    if (!scan.inString && scan.depth <= 0) return at;
  }
  return -1;
}

/** Goes on over brackets to the next string, or to the end of the value. */
function scanShape(chunk: Uint8Array, from: number, scan: ValueScan): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte === QUOTE) {
      scan.inString = true;
      return at + 1;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) scan.depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      scan.depth -= 1;
      if (scan.depth <= 0) return at + 1;
    }
  }
  return chunk.length;
}

/**
 * A raw line break cannot stand in a JSON string: where one does, a quote was lost, and the string is taken to end there, so
 * that one damaged record does not swallow all that follow.
 */
function scanString(chunk: Uint8Array, from: number, scan: ValueScan): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (scan.isEscaped) scan.isEscaped = false;
    else if (byte === BACKSLASH) scan.isEscaped = true;
    else if (byte === QUOTE || byte === 0x0a) {
      scan.inString = false;
      return at + 1;
    }
  }
  return chunk.length;
}

function endOfScalar(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] as number;
    if (byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_LIST || isSpace(byte) || byte === SEMICOLON)
      return at;
  }
  return -1;
}
