import type { CountingRule } from '../counting-rule.ts';

/** As JavaScript, Java and the apps built on them count: everything outside the first 65,536 signs, most emoji too, counts 2. */
export const utf16: CountingRule = { count: (text) => text.length };
