/** Different in each run, so that nobody can prepare two texts that fall together. */
const SEED = (Math.random() * 2 ** 32) >>> 0;

/**
 * 53 bits for a text, as a number that a Float64Array can hold: comparing texts by millions would otherwise keep them
 * all in memory. Two different texts among a million agree with a chance of about 1 in 20,000.
 */
export function hashText(text: string): number {
  let a = SEED ^ 0xdeadbeef;
  let b = SEED ^ 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return finish(a, b);
}

/** One number of 53 bits for two of them, in this order. */
export function hashPair(first: number, second: number): number {
  let a = SEED ^ 0x2545f491;
  let b = SEED ^ 0x9e3779b9;
  for (const value of [first, second]) {
    const high = Math.floor(value / 2 ** 32);
    for (const word of [value >>> 0, high]) {
      a = Math.imul(a ^ word, 2654435761);
      b = Math.imul(b ^ word, 1597334677);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
  }
  return finish(a, b);
}

function finish(first: number, second: number): number {
  const a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 2 ** 32 * ((2 ** 21 - 1) & b) + (a >>> 0);
}
