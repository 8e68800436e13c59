import type { CountingRule } from '../counting-rule.ts';

/** An umlaut counts 2, a German quotation mark 3, most emoji 4, a family of four 25. */
export const utf8Bytes: CountingRule = { count: (text) => Buffer.byteLength(text, 'utf8') };
