import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { letterDistance } from '../letter-distance.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import type { Dictionary } from '../spelling/dictionary.ts';
import { isSpelt } from '../spelling/is-spelt.ts';
import { namesIn } from '../spelling/names-in.ts';
import { type WordAt, wordsIn } from '../spelling/words-in.ts';
import { readParts, withoutAddresses } from './read-parts.ts';

/** A suggestion takes a tenth of a second. */
const MOST_SUGGESTED = 25;

export const spellingRule: LintRule = {
  id: 'spelling',
  severity: 'warning',
  title: { en: 'Every word is in the dictionary', de: 'Jedes Wort steht im Wörterbuch' },
  explanation: {
    en: 'Asked where dictionaries are installed: what is in none of them, and is no name of yours and no word of our templates, is told once for each language. Words of your own go under exit.check.words.',
    de: 'Mit installierten Wörterbüchern: Was in keinem steht, kein Name von Ihnen ist und nicht aus unseren Vorlagen stammt, wird je Sprache einmal genannt. Ihre eigenen Wörter gehören unter exit.check.words.',
  },
  lacks: ({ dictionaries }) =>
    dictionaries.length > 0
      ? null
      : {
          en: 'No dictionary is installed here; docs/draft-check.md says which there are, and under which licences.',
          de: 'Hier ist kein Wörterbuch installiert; docs/draft-check.md nennt die, die es gibt, und ihre Lizenzen.',
        },
  check: (kit) => {
    const unknown = [...unknownWords(kit).values()].sort((a, b) => b.drafts.size - a.drafts.size);
    return unknown.map((one, at) => saidOf(one, at < MOST_SUGGESTED ? one.dictionary.suggest(one.at.word) : []));
  },
};

interface Unknown {
  readonly dictionary: Dictionary;
  /** The first place. */
  readonly part: LintPart;
  readonly at: WordAt;
  /** Names of all drafts in which it stands. */
  readonly drafts: Set<string>;
}

function unknownWords(kit: LintKit): ReadonlyMap<string, Unknown> {
  const found = new Map<string, Unknown>();
  const known = new Map<FarewellLocale, Map<string, boolean>>();
  const names = namesIn(kit);
  for (const part of readParts(kit)) {
    const { locale } = part.draft.draft;
    const dictionary = kit.dictionaries.find((one) => one.locale === locale);
    if (dictionary === undefined) continue;
    const seen = known.get(locale) ?? new Map<string, boolean>();
    known.set(locale, seen);
    for (const at of wordsIn(withoutAddresses(kit, part))) {
      const isKnown = seen.get(at.word) ?? isSpelt(at.word, dictionary, names);
      seen.set(at.word, isKnown);
      if (isKnown) continue;
      const key = `${locale} ${at.word.toLowerCase()}`;
      const before = found.get(key);
      if (before === undefined) found.set(key, { dictionary, part, at, drafts: new Set([part.draft.name]) });
      else before.drafts.add(part.draft.name);
    }
  }
  return found;
}

function saidOf({ part, at, drafts }: Unknown, suggestions: readonly string[]): Said {
  const spot = part.spot(at.from, at.to);
  const [likely] = suggestions.filter((one) => letterDistance(one.toLowerCase(), at.word.toLowerCase()) === 1);
  const [en, de] = drafts.size === 1 ? ['', ''] : [` (${drafts.size} drafts)`, ` (${drafts.size} Entwürfe)`];
  const own = {
    en: 'A word of your own goes under exit.check.words in lastpost.yaml.',
    de: 'Ein eigenes Wort gehört in lastpost.yaml unter exit.check.words.',
  };
  return {
    // What is like no other word is a name more often than a mistake.
    severity: likely === undefined ? 'hint' : 'warning',
    spot,
    message: {
      en: `“${spot.words}” is in no dictionary${en}.`,
      de: `„${spot.words}“ steht in keinem Wörterbuch${de}.`,
    },
    fix:
      likely === undefined
        ? { en: `Read it once more. ${own.en}`, de: `Lesen Sie es noch einmal. ${own.de}` }
        : { en: `Did you mean “${likely}”? ${own.en}`, de: `Ist „${likely}“ gemeint? ${own.de}` },
  };
}
