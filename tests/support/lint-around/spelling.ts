import type { Dictionary } from '../../../src/drafts/lint/spelling/dictionary.ts';
import type { DemoMore } from '../lint-demo.ts';

/** A dictionary that has every word but one. */
const dictionary = (locale: 'de' | 'en', unknown: string, meant: string): Dictionary => ({
  locale,
  knows: (word) => word !== unknown,
  suggest: () => [meant],
});

export const around: DemoMore = {
  dictionaries: [dictionary('de', 'ereichen', 'erreichen'), dictionary('en', 'raech', 'reach')],
};
