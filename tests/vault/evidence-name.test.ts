import { describe, expect, it } from 'vitest';
import { beginning, safeEvidenceName, safeSegment } from '../../src/vault/evidence-name.ts';

describe('names of evidence', () => {
  it.each([
    ['shot.png', 'shot.png'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['.hidden', 'hidden'],
    ['a\u0000b\nc\u202egnp.exe', 'abcgnp.exe'],
    ['C:\\Users\\x.png', 'C--Users-x.png'],
    ['what? <really> "yes"|*.txt', 'what- -really- -yes---.txt'],
    ['CON.txt', '_CON.txt'],
    ['nul', '_nul'],
    ['console.txt', 'console.txt'],
    ['ends with dots... ', 'ends with dots'],
    ['Ko\u0308ln.pdf', 'Köln.pdf'],
    ['lone \ud800.txt', 'lone \ufffd.txt'],
  ])('are made safe: %j', (name, safe) => {
    expect(safeEvidenceName(name)).toBe(safe);
  });

  it('are cut between characters, with their extension', () => {
    const name = safeEvidenceName(`${'👩‍👩‍👧'.repeat(40)}.png`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^(👩‍👩‍👧)+\.png$/u);
    expect(Buffer.byteLength(safeEvidenceName(`a.${'x'.repeat(300)}`))).toBeLessThanOrEqual(120);
  });

  it('of steps lead nowhere', () => {
    expect(['outer/inner', '..', '../x', 'a b'].map(safeSegment)).toEqual(['outer__inner', '-', '-__x', 'a-b']);
  });
});

describe('the beginning of a text', () => {
  it('is one line without anything hidden, cut between characters', () => {
    expect(beginning(' a\tb\n\u202ec\u0007 ')).toBe('a b c');
    const long = beginning('👩‍👩‍👧'.repeat(100));
    expect(long).toBe(`${'👩‍👩‍👧'.repeat(79)}…`);
  });
});
