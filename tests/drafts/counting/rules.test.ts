import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countingRules } from '../../../src/drafts/counting/counting-rules.ts';
import type { Counting } from '../../../src/model/channel.ts';

const count = (counting: Counting, text: string) => countingRules[counting].count(text, { what: 'post' });

const family = '👨‍👩‍👧‍👦';
const england = '🏴󠁧󠁢󠁥󠁮󠁧󠁿';

/**
 * One text a row, one rule a column. Numbers of Unicode's and of UTF-8's can be found by hand; those of X follow its page
 * (emoji 2, links 23, composed, other scripts 2), those of Threads its own (emoji as their bytes).
 */
const rows: readonly (readonly [
  what: string,
  text: string,
  x: number,
  utf16: number,
  graphemes: number,
  bytes: number,
  threads: number,
  characters: number,
])[] = [
  ['nothing', '', 0, 0, 0, 0, 0, 0],
  ['plain letters', 'Danke', 5, 5, 5, 5, 5, 5],
  ['a line break of Unix', 'a\nb', 3, 3, 3, 3, 3, 3],
  ['a line break of Windows', 'a\r\nb', 4, 4, 3, 4, 4, 4],
  ['an umlaut', 'ü', 1, 1, 1, 2, 1, 1],
  ['an umlaut in two', 'u\u0308', 1, 2, 1, 3, 1, 1],
  ['a letter no sign is made for', 'q\u0308', 2, 2, 1, 3, 2, 2],
  ['three accents on one letter', 'Z\u0338\u031b\u0301', 3, 4, 1, 7, 3, 3],
  ['German quotation marks', '„Tschüss“', 9, 9, 9, 14, 9, 9],
  ['single ones', '‚so‘', 4, 4, 4, 8, 4, 4],
  ['dashes', '–—', 2, 2, 2, 6, 2, 2],
  ['an ellipsis', '…', 2, 1, 1, 3, 1, 1],
  ['a bullet and an arrow', '•→', 4, 2, 2, 6, 2, 2],
  ['the euro', '€', 2, 1, 1, 3, 1, 1],
  ['a capital ß', 'ẞ', 2, 1, 1, 3, 1, 1],
  ['a no-break space', 'z.\u00a0B.', 5, 5, 5, 6, 5, 5],
  ['a narrow one, as the French set it', 'oui\u202f!', 6, 5, 5, 7, 5, 5],
  ['an emoji', '😀', 2, 2, 1, 4, 4, 1],
  ['one with a skin tone', '👍🏽', 2, 4, 1, 8, 8, 2],
  ['a newer one with a skin tone', '🫶🏽', 2, 4, 1, 8, 8, 2],
  ['a family', family, 2, 11, 1, 25, 25, 7],
  ['a couple with two skin tones', '👩🏽‍❤️‍💋‍👨🏿', 2, 15, 1, 35, 35, 10],
  ['a flag', '🇩🇪', 2, 4, 1, 8, 8, 2],
  ['three flags', '🇩🇪🇦🇹🇨🇭', 6, 12, 3, 24, 24, 6],
  ['a flag made of tags', england, 2, 14, 1, 28, 28, 7],
  ['a rainbow flag', '🏳️‍🌈', 2, 6, 1, 14, 14, 4],
  ['a keycap', '1️⃣', 2, 3, 1, 7, 7, 3],
  ['a heart shown as an emoji', '❤️', 2, 2, 1, 6, 6, 2],
  ['an emoji of Unicode 17', '🫪', 2, 2, 1, 4, 4, 1],
  ['Arabic', 'شكرا', 4, 4, 4, 8, 4, 4],
  ['Arabic in isolates', '\u2067شكرا\u2069', 8, 6, 6, 14, 6, 6],
  ['Hebrew', 'תודה', 4, 4, 4, 8, 4, 4],
  ['Korean', '안녕', 4, 2, 2, 6, 2, 2],
  ['Korean in letters', '\u1112\u1161\u11ab', 2, 3, 1, 9, 1, 1],
  ['Japanese', 'さようなら', 10, 5, 5, 15, 5, 5],
  ['Hindi, a vowel joined to its letter', 'नि', 2, 2, 1, 6, 2, 2],
  ['Thai', 'กำ', 2, 2, 1, 6, 2, 2],
  ['a sign outside the first 65,536', '𝐃', 2, 2, 1, 4, 1, 1],
  ['half of a surrogate pair', '\ud83d', 2, 1, 1, 3, 1, 1],
  ['a long link', `https://beispiel.de/${'a'.repeat(80)}`, 23, 100, 100, 100, 100, 100],
];

describe('the rules of counting', () => {
  it('are those of their folder', () => {
    const files = readdirSync('src/drafts/counting/rules').map((file) => basename(file, '.ts'));
    expect(Object.keys(countingRules).toSorted()).toEqual(files.toSorted());
  });

  it.each(rows)('agree about %s', (_what, text, x, utf16, graphemes, bytes, threads, characters) => {
    expect({
      x: count('x-weighted', text),
      utf16: count('utf-16', text),
      graphemes: count('graphemes', text),
      bytes: count('utf-8-bytes', text),
      threads: count('emoji-as-utf-8-bytes', text),
      characters: count('characters', text),
    }).toEqual({ x, utf16, graphemes, bytes, threads, characters });
  });
});

describe('graphemes', () => {
  it('are found the same way whether a text is plain or not', () => {
    const plain = 'Größe, „ja“ – 20 € …\noui\u202f! łąka ığdır‼';
    const all = [...new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(plain)];
    expect(count('graphemes', plain)).toBe(all.length);
    expect(count('graphemes', `${plain}👍🏽`)).toBe(all.length + 1);
  });

  it('count links and mentions in full where no limit says otherwise, as on Bluesky', () => {
    expect(count('graphemes', 'https://beispiel.de/a @marke@beispiel.social')).toBe(44);
  });
});

describe('emoji as bytes', () => {
  it('take what may be shown either way as emoji', () => {
    expect(count('emoji-as-utf-8-bytes', '©')).toBe(2);
    expect(count('emoji-as-utf-8-bytes', '☺')).toBe(3);
  });

  it('leave digits, # and * alone', () => {
    expect(count('emoji-as-utf-8-bytes', '#1 *')).toBe(4);
  });
});
