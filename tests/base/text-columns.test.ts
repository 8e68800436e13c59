import { describe, expect, it } from 'vitest';
import { columnsOf, padColumns, plainLine, plainLines, wrapMeasured } from '../../src/base/text-columns.ts';

describe('text in columns', () => {
  it('counts what a reader sees: letters, wide signs, and families as one sign', () => {
    expect(['Größe', '日本語', '🎉', '👩‍👩‍👧', 'e\u0301', '│✓━'].map(columnsOf)).toEqual([5, 6, 2, 2, 1, 3]);
  });

  it('fills up by columns', () => {
    expect(padColumns('日本', 6)).toBe('日本  ');
    expect(padColumns('longer', 3)).toBe('longer');
  });

  it('breaks at spaces, and within a word only where it fits into no line', () => {
    expect(wrapMeasured('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapMeasured('see https://example.org/long', 10)).toEqual(['see', 'https://', 'example.', 'org/long']);
    expect(wrapMeasured('日本語のタイトル', 6)).toEqual(['日本語', 'のタイ', 'トル']);
    expect(wrapMeasured('', 10)).toEqual(['']);
  });

  it('breaks by any other measure as well', () => {
    expect(wrapMeasured('wide ii', 3, (text) => text.replaceAll('i', '').length)).toEqual(['wide', 'ii']);
  });

  it('makes one line of somebody’s text, in which nothing moves the cursor or turns the direction', () => {
    expect(plainLine(' a\u001b[2Jb\u202ec\n\td\u2028 ')).toBe('a [2Jbc d');
    expect(plainLines('One\u001b[2J.\n  Two.\n')).toBe('One [2J.\nTwo.');
  });
});
