import type { CountingRule } from '../counting-rule.ts';

/**
 * Where no source says how a platform counts: Unicode code points after composing. Databases and most servers count so, and it
 * lies between the other ways: an ü is never 2, an emoji may be several. Limits counted so are no surer than their figure.
 */
export const characters: CountingRule = {
  count: (text) => {
    let count = 0;
    for (const _sign of text.normalize('NFC')) count += 1;
    return count;
  },
};
