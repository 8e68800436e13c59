import { describe, expect, it } from 'vitest';
import { countingRules } from '../../../src/drafts/counting/counting-rules.ts';

const weight = (text: string) => countingRules['x-weighted'].count(text, { what: 'post', linkLength: 23 });

describe('what a text weighs on X', () => {
  it.each([
    ['a whole sentence', 'Wir sagen leise Tschüss.', 24],
    ['a link with https', 'https://beispiel.de', 23],
    ['a link with http', 'http://beispiel.de', 23],
    ['a link without a scheme', 'beispiel.de', 23],
    ['one with www', 'www.beispiel.de/abschied', 23],
    ['a link shorter than 23', 'https://t.co', 23],
    ['a link of 300 signs', `https://beispiel.de/${'x'.repeat(280)}`, 23],
    ['UTM and a fragment', 'https://beispiel.de/a?utm_source=x&utm_medium=social#kontakt', 23],
    ['a host with an umlaut', 'https://münchen.de/straße', 23],
    ['the same in Punycode', 'https://xn--mnchen-3ya.de/', 23],
    ['a port', 'http://beispiel.de:8080/a', 23],
    ['a full stop behind a link', 'https://beispiel.de/a.', 24],
    ['a comma behind a link', 'https://beispiel.de/a, dann', 29],
    ['a question mark behind a host', 'https://beispiel.de?', 24],
    ['a link in brackets', '(https://beispiel.de/a)', 25],
    ['brackets in a link', 'https://beispiel.de/a_(b)', 23],
    ['a link in German quotation marks', '„https://beispiel.de/a“', 25],
    ['a link in guillemets', '»https://beispiel.de/a«', 25],
    ['three links', 'A https://beispiel.de b https://beispiel.de beispiel.de c', 77],
    ['a link stuck to a word, which is none', 'siehehttps://beispiel.de', 24],
    ['an e-mail address', 'info@beispiel.de', 16],
    ['an abbreviation', 'z.B. usw.', 9],
    ['a missing space, which makes a link', 'Ende.de', 23],
    ['a host too long to be one', `${'beispiel'.repeat(8)}.com`, 68],
    ['a host as long as one may be', `${'beispiel'.repeat(7)}beispie.com`, 23],
    ['a domain that nobody can have', 'https://brandt.example/x', 24],
    ['a mention', '@brandtsoehne', 13],
    ['a hashtag', '#Abschied', 9],
    ['ranges that weigh 1', '\u0000\u10ff\u2000\u200d\u2010\u201f\u2032\u2037', 8],
    ['their neighbours, which weigh 2', '\u1100\u1fff\u200e\u200f\u2020\u2031\u2038', 14],
    ['140 signs of Japanese', 'の'.repeat(140), 280],
    ['140 emoji', '🐱'.repeat(140), 280],
    ['an accent written apart', 'cafe\u0301', 4],
    ['a keycap without its selector', '1\u20e3', 2],
    ['a joiner that joins no emoji', 'क्\u200dष', 4],
  ])('counts %s', (_what, text, expected) => {
    expect(weight(text)).toBe(expected);
  });

  it('weighs every emoji of one sign 2, and with each skin tone', () => {
    const list = new RegExp('^\\p{RGI_Emoji}$', String('v'));
    const wrong: string[] = [];
    let found = 0;
    for (let code = 0xa9; code < 0x1fb00; code += 1) {
      const sign = String.fromCodePoint(code);
      for (const emoji of [sign, `${sign}\ufe0f`, `${sign}🏻`, `${sign}🏿`]) {
        if (!list.test(emoji)) continue;
        found += 1;
        if (weight(emoji) !== 2) wrong.push(emoji);
      }
    }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(1600);
  });

  it.each(['👨‍👩‍👧‍👦', '🧑🏻‍❤️‍🧑🏿', '🐦‍🔥', '🙂‍↔️', '🧑🏽‍🦽‍➡️', '🏴‍☠️', '👁️‍🗨️', '🧑‍🩰', '🫱🏻‍🫲🏿'])(
    'weighs the sequence %s 2',
    (emoji) => {
      expect(weight(emoji)).toBe(2);
      expect(weight(`a${emoji}b${emoji}`)).toBe(6);
    },
  );
});
