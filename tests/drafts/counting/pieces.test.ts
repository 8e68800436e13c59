import { describe, expect, it } from 'vitest';
import { countingRules } from '../../../src/drafts/counting/counting-rules.ts';
import type { LimitedText } from '../../../src/model/channel.ts';

const count = (what: LimitedText, text: string) => countingRules.pieces.count(text, { what });

describe('hashtags', () => {
  it.each([
    ['none', 'Danke!', 0],
    ['two', '#Abschied und #Danke', 2],
    ['two without a space', '#eins#zwei', 2],
    ['one with an umlaut, one with a low line', '#Größe #a_b', 2],
    ['one in Arabic', '#شكرا', 1],
    ['one in a bracket', '(#Danke)', 1],
    ['a wide #', '＃さようなら', 1],
    ['the end of a link', 'https://beispiel.de/#kontakt', 0],
    ['a musical key', 'in C# und F#', 0],
    ['a character reference', 'Tom&#39;s', 0],
    ['a # alone', '# 1', 0],
    ['a keycap', '#️⃣', 0],
  ])('%s', (_what, text, expected) => {
    expect(count('hashtags', text)).toBe(expected);
    expect(count('topic-tags', text)).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['none', 'Danke. Bis bald!', 0],
    ['one twice is one', 'https://beispiel.de/a und https://beispiel.de/a.', 1],
    ['two', 'https://beispiel.de/a https://beispiel.de/b', 2],
    ['one without a scheme', 'www.beispiel.de und https://beispiel.de', 2],
    ['one in German quotation marks', '„https://beispiel.de/a“', 1],
    ['a domain that nobody can have, which is meant as a link all the same', 'https://brandt.example/x', 1],
    ['an e-mail address', 'info@beispiel.de', 0],
  ])('%s', (_what, text, expected) => {
    expect(count('links', text)).toBe(expected);
  });
});
