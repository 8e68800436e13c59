/** Cuts bytes that come in any number of pieces into lines. */
export interface LineCutter {
  /** @param at where these bytes stand in the file; lines that begin in them are told by it */
  update(bytes: Buffer, at: number): void;
  /** Gives the last line if no line end follows it. */
  end(): void;
}

/** A page's text is the longest thing on a line; more than this is an attack on the memory. */
export const MAX_LINE_BYTES = 16 << 20;

export interface LineHandler {
  /** `line` has no line end and is valid only during the call; `number` counts from 1. */
  line(line: Buffer, at: number, number: number): void;
  tooLong(at: number, number: number): void;
}

/** @param isPacked the bytes come out of a gzip member, so all of a piece's lines are told by its start */
export function cutLines(handler: LineHandler, isPacked = false): LineCutter {
  let held: Buffer[] = [];
  let [heldBytes, heldAt, number] = [0, 0, 0];
  let isSkipping = false;
  const give = (tail: Buffer, at: number) => {
    number += 1;
    const line = heldBytes === 0 ? tail : Buffer.concat([...held, tail]);
    const begunAt = heldBytes === 0 ? at : heldAt;
    [held, heldBytes] = [[], 0];
    if (isSkipping) isSkipping = false;
    else handler.line(line.at(-1) === 0x0d ? line.subarray(0, -1) : line, begunAt, number);
  };
  const hold = (tail: Buffer, at: number) => {
    if (isSkipping || tail.length === 0) return;
    if (heldBytes === 0) heldAt = at;
    held.push(Buffer.from(tail));
    heldBytes += tail.length;
    if (heldBytes <= MAX_LINE_BYTES) return;
    handler.tooLong(heldAt, number + 1);
    [held, heldBytes, isSkipping] = [[], 0, true];
  };
  return {
    update(bytes, at) {
      let from = 0;
      for (;;) {
        const end = bytes.indexOf(0x0a, from);
        if (end === -1) break;
        give(bytes.subarray(from, end), isPacked ? at : at + from);
        from = end + 1;
      }
      hold(bytes.subarray(from), isPacked ? at : at + from);
    },
    end() {
      if (heldBytes > 0) give(Buffer.alloc(0), heldAt);
    },
  };
}

/** An object from one line of JSON, or undefined when it is none. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
