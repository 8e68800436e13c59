import { escapePattern } from '../../../base/escape-pattern.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintRule } from '../lint-rule.ts';
import { bashingWords } from './bashing-words.ts';
import { findWords, wordPattern } from './find-words.ts';
import { misspeltBrands } from './misspelt-brand.ts';
import { readParts, saidAt, saidWithEdit, withoutAddresses, withoutNotToSay } from './read-parts.ts';
import { type Typographic, typographic } from './typography.ts';

export const toneRule: LintRule = {
  id: 'tone',
  severity: 'warning',
  title: { en: 'It sounds like the brand', de: 'Es klingt nach der Marke' },
  explanation: {
    en: 'Words that the brand does not use, its name with a letter wrong, and a word against the platform: each of them becomes what people talk about instead of the news. Signs are set as the language sets them.',
    de: 'Wörter, die die Marke nicht benutzt, ihr Name mit einem Fehler, ein böses Wort über die Plattform: Über jedes davon wird dann gesprochen statt über die Nachricht. Satzzeichen stehen so, wie es in der Sprache üblich ist.',
  },
  check: (kit) => {
    const forbidden = forbiddenPattern(kit.facts.voice.forbidden);
    return readParts(kit).flatMap((part) => {
      const text = withoutAddresses(kit, part);
      const said = withoutNotToSay(text);
      return [
        ...(forbidden === null ? [] : forbiddenWords(part, said, forbidden)),
        ...brandNames(part, text, kit.brand),
        ...bashing(part, said),
        ...signs(part, text),
      ];
    });
  },
};

/** A word of one piece may have an ending: Shitstorm, Shitstorms. */
function forbiddenPattern(words: readonly string[]): RegExp | null {
  const each = words
    .filter((one) => one.trim() !== '')
    .map(
      (one) => `${escapePattern(one.trim()).replace(/\s+/g, '\\s+')}${/^\p{L}{5,}$/u.test(one) ? '(?:e?[sn]|e)?' : ''}`,
    );
  return each.length === 0 ? null : wordPattern(each.join('|'), 'giu');
}

function forbiddenWords(part: LintPart, text: string, pattern: RegExp): readonly Said[] {
  return findWords(text, pattern).map(({ 0: said, index }) => ({
    ...saidAt(
      part,
      [index, index + said.length],
      {
        en: `“${said}” is a word that the brand does not use.`,
        de: `„${said}“ gehört zu den Wörtern, die die Marke nicht benutzt.`,
      },
      {
        en: 'Say it otherwise, or take the word off voice.forbidden in lastpost.yaml.',
        de: 'Sagen Sie es anders, oder streichen Sie das Wort aus voice.forbidden in lastpost.yaml.',
      },
    ),
    clash: { kind: 'fact', key: 'voice.forbidden', says: said },
  }));
}

function brandNames(part: LintPart, text: string, brand: string): readonly Said[] {
  return misspeltBrands(text, brand).map(({ from, to, said, isSure }) => {
    const words = {
      message: {
        en: `“${said}” is not how “${brand}” is written.`,
        de: `„${said}“ ist nicht die Schreibweise von „${brand}“.`,
      },
      fix: { en: `Write “${brand}”.`, de: `Schreiben Sie „${brand}“.` },
    };
    const one = isSure ? saidWithEdit(part, [from, to], brand, words) : { spot: part.spot(from, to), ...words };
    return { ...one, clash: { kind: 'fact', key: 'brand.name', says: brand } };
  });
}

function bashing(part: LintPart, text: string): readonly Said[] {
  const pattern = bashingWords[part.draft.draft.locale];
  if (pattern === undefined) return [];
  return findWords(text, pattern)
    .filter(({ index }) => !isQuestion(part, index))
    .map(({ 0: said, index }) =>
      saidAt(
        part,
        [index, index + said.length],
        {
          en: `“${said}” is what will be quoted, instead of where you are going.`,
          de: `Zitiert wird „${said}“ und nicht, wohin Sie gehen.`,
        },
        {
          en: 'Say why you are leaving, and nothing about what others are.',
          de: 'Schreiben Sie, warum Sie gehen, und nichts darüber, wie andere sind.',
        },
      ),
    );
}

/** What others ask, as a FAQ has it, is not our word. */
function isQuestion(part: LintPart, at: number): boolean {
  const sentence = part.sentences.findLast(({ from }) => from <= at);
  return /\?["“”»]?$/u.test(sentence?.text ?? '');
}

const reasons: Readonly<Record<Typographic['what'], LocalText>> = {
  quotes: { en: 'quotation marks', de: 'Anführungszeichen' },
  apostrophe: { en: 'the apostrophe', de: 'der Apostroph' },
  dash: { en: 'the dash', de: 'der Gedankenstrich' },
  blank: { en: 'the blank beside the sign', de: 'das Leerzeichen am Satzzeichen' },
};

function signs(part: LintPart, text: string): readonly Said[] {
  const { draft } = part.draft;
  // An SMS is better off with straight ones: one „ makes 70 characters of 160.
  if (draft.channel === 'sms') return [];
  return typographic(text, draft.locale).map(({ from, to, said, right, what }) => {
    const shown = said === '' ? (part.text.slice(0, to).split(/\s/).at(-1) ?? '') : said;
    const isSeen = what === 'quotes' || what === 'dash' || what === 'apostrophe';
    const words = {
      message: {
        en: `In “${shown.trim()}” ${reasons[what].en} ${what === 'quotes' ? 'are' : 'is'} not set as in this language.`,
        de: `In „${shown.trim()}“ ${what === 'quotes' ? 'sind die' : 'ist'} ${reasons[what].de} nicht wie in dieser Sprache gesetzt.`,
      },
      fix: isSeen
        ? { en: `Write ${right}`, de: `Schreiben Sie ${right}` }
        : {
            en: 'Put a narrow blank there that does not break the line',
            de: 'Setzen Sie ein schmales geschütztes Leerzeichen',
          },
    };
    const stopped = { en: `${words.fix.en}.`, de: `${words.fix.de}.` };
    return { ...saidWithEdit(part, [from, to], right, { message: words.message, fix: stopped }), severity: 'hint' };
  });
}
