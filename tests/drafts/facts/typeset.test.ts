import { describe, expect, it } from 'vitest';
import { type LeftToRight, tidied, typeset } from '../../../src/drafts/facts/typeset.ts';

const none: LeftToRight = { links: [], names: [] };

describe('typesetting', () => {
  it('lets no French line begin with a sign that belongs to the word before', () => {
    expect(typeset('fr', 'Pourquoi ? « Ici » : voici https://a.example/x!', none)).toBe(
      'Pourquoi\u202f? «\u202fIci\u202f»\u00a0: voici https://a.example/x!',
    );
  });

  it('sets Arabic marks round handles, e-mail addresses and numbers', () => {
    const given = { links: [], names: ['@name', '@name@social.example', '+49 511 1', 'service@a.example'] };
    expect(typeset('ar', '@name أو @name@social.example أو +49 511 1 أو service@a.example.', given)).toBe(
      '\u2068@name\u2069 أو \u2068@name@social.example\u2069 أو \u2068+49 511 1\u2069 أو \u2068service@a.example\u2069.',
    );
    // What only looks like one of them is left whole.
    expect(typeset('ar', 'press@name.example، @name@other.example، @names', given)).toBe(
      '\u200f\u2068press@name.example\u2069، \u2068@name@other.example\u2069، @names',
    );
  });

  it('lets no mark touch a link, and keeps a Latin name from running into it', () => {
    const given = { links: ['a.example/@name'], names: ['@name'] };
    expect(typeset('ar', 'التفاصيل: https://a.example/@name. ثم: a.example/@name', given)).toBe(
      'التفاصيل: https://a.example/@name. ثم: a.example/@name',
    );
    expect(typeset('ar', '– Mastodon، @name: https://b.example/@name\nhttps://a.example/', given)).toBe(
      '\u200f– Mastodon، \u2068@name\u2069:\u200f https://b.example/@name\nhttps://a.example/',
    );
  });

  it('lets no line of an Arabic text run from left to right because a Latin name begins it', () => {
    const given = { links: [], names: ['@name'] };
    expect(typeset('ar', 'شكرًا.\nBrandt & Söhne\n@name: من هنا', given)).toBe(
      'شكرًا.\n\u200fBrandt & Söhne\n\u2068@name\u2069: من هنا',
    );
    const untouched = '- **Mastodon**\n# X\n#Tag\nhttps://a.example/\n[Mastodon](https://a.example/)\n\nمن Brandt';
    expect(typeset('ar', untouched, given)).toBe(untouched);
  });

  it('sets no mark into an address for a machine', () => {
    const given = { links: ['a.example/x'], names: ['@x', 's@a.example'] };
    const markdown = '[Mastodon](https://a.example/@x) <https://a.example/@x> [ب](mailto:s@a.example)';
    expect(typeset('ar', markdown, given)).toBe(markdown);
  });

  it('leaves the other languages alone', () => {
    expect(typeset('de', 'Was ? „x“ @name', { links: [], names: ['@name'] })).toBe('Was ? „x“ @name');
  });

  it('takes away blanks and empty lines that something left behind', () => {
    expect(tidied('\n\nOne  two \n\n\n\nthree\r\n  - four\n\n')).toBe('One two\n\nthree\n  - four');
  });
});
