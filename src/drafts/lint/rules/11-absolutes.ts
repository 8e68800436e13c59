import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { absoluteWords } from './absolute-words.ts';
import { findWords } from './find-words.ts';
import { readParts, saidAt, withoutAddresses, withoutNotToSay } from './read-parts.ts';

export const absolutesRule: LintRule = {
  id: 'absolutes',
  severity: 'warning',
  title: { en: 'Nothing is promised for ever', de: 'Nichts ist für immer versprochen' },
  explanation: {
    en: 'Who says “for ever” has to explain every return, and who says “always” every evening off. Words without an end are named where they are about what will be; history may be told with them.',
    de: 'Wer „für immer“ sagt, muss jede Rückkehr erklären, und wer „immer“ sagt, jeden Feierabend. Genannt werden Wörter ohne Ende, wo es um die Zukunft geht; von früher darf man so erzählen.',
  },
  check: (kit) => readParts(kit).flatMap((part) => absolutes(part, kit)),
};

/** “nicht für immer”, “not for ever”: that is what one should say. */
const DENIED = /(?<!\p{L})(?:nicht|kein(?:e[mnrs]?)?|not|no|pas|non|niet|nie|não|değil|ليس)(?: \p{L}+){0,2} $/iu;

function absolutes(part: LintPart, kit: LintKit): readonly Said[] {
  const words = absoluteWords[part.draft.draft.locale];
  if (words === undefined) return [];
  const text = withoutNotToSay(withoutAddresses(kit, part));
  const { always, ours, not } = words;
  const strong = findWords(text, always);
  const weak = ours === undefined ? [] : findWords(text, ours.words);
  return [...strong, ...weak].flatMap((match) => {
    const sentence = part.sentences.findLast(({ from }) => from <= match.index);
    if (sentence === undefined) return [];
    const said = text.slice(sentence.from, sentence.from + sentence.text.length);
    if (not.test(said) || said.endsWith('?') || DENIED.test(text.slice(sentence.from, match.index))) return [];
    if (!strong.includes(match) && !ours?.about.test(said)) return [];
    return [absolute(part, match)];
  });
}

function absolute(part: LintPart, { 0: said, index: from }: RegExpExecArray): Said {
  return saidAt(
    part,
    [from, from + said.length],
    { en: `“${said}” promises more than anybody can keep.`, de: `„${said}“ verspricht mehr, als sich halten lässt.` },
    {
      en: 'Say what holds today, with a day where there is one.',
      de: 'Schreiben Sie, was heute gilt, und bis wann, wenn es einen Tag dafür gibt.',
    },
  );
}
