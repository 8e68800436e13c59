import { describe, expect, it } from 'vitest';
import { foldWord } from '../../src/model/search/fold-word.ts';
import { wordsOf } from '../../src/model/search/words-of.ts';

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = `ー${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}`;
/** The rule for all scripts, without any short way. */
const word = new RegExp(
  `[${unspaced}]\\p{M}*|(?![${unspaced}])[\\p{L}\\p{N}](?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}\\u00AD])*` +
    '|\\p{Extended_Pictographic}|\\p{RI}\\p{RI}',
  'gu',
);

function byTheRule(text: string) {
  const found = [...text.matchAll(word)].map(({ 0: raw, index }) => {
    const { plain, long } = /[\p{L}\p{N}]/u.test(raw) ? foldWord(raw) : { plain: raw, long: raw };
    return { plain, long, start: index, end: index + raw.length };
  });
  return found.filter(({ plain }) => plain !== '');
}

const differing = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => JSON.stringify(wordsOf(text)) !== JSON.stringify(byTheRule(text)));

describe('the words of a text', () => {
  it('are the same on the short way for plain text as by the rule for all scripts, around every character', () => {
    const characters = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
    for (const sign of ['日', 'が', '한', '☕️', '👨‍👩‍👧', '🇩🇪', '\ud800', '\ufeff', 'ﬁ']) characters.push(sign);
    expect(differing(characters.flatMap((sign) => [sign, `a${sign}b`, `ä ${sign}\u0301b\u00ad c`]))).toEqual([]);
  });

  it('are the same in texts of all sorts', () => {
    const signs = 'a B 9 ä ß \u00ad \u0301 . – … € © ☕️ 日 が ก 🇩 🇪 \u200d ½ İ \u2028 \u00a0'
      .split(' ')
      .concat(' ', '\n', '\t');
    let state = 1;
    const random = (below: number): number => {
      state = (state * 16_807) % 2_147_483_647;
      return state % below;
    };
    const text = () => Array.from({ length: random(14) }, () => signs[random(signs.length)]).join('');
    expect(differing(Array.from({ length: 20_000 }, text))).toEqual([]);
  });
});
