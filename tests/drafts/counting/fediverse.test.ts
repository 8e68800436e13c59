import { describe, expect, it } from 'vitest';
import { countingRules } from '../../../src/drafts/counting/counting-rules.ts';

const asMastodon = { what: 'post', linkLength: 23, mentionsWithoutHost: true } as const;
const count = (text: string, as = asMastodon) => countingRules.graphemes.count(text, as);

describe('how Mastodon counts', () => {
  it.each([
    ['a link', 'https://beispiel.de', 23],
    ['a long link', `https://beispiel.de/${'x'.repeat(300)}`, 23],
    ['a host of another script', 'https://慕田峪长城.网址/ x', 25],
    ['a host with a ring', 'https://grå.org/', 23],
    ['an emoji in a path', 'https://beispiel.de/🐪/#kamel', 23],
    ['a query', 'https://beispiel.de?a=ä&b=1', 23],
    ['a port', 'http://beispiel.de:8080/', 23],
    ['a full stop behind it', 'https://beispiel.de/a.', 24],
    ['a comma and another link', 'https://beispiel.de/a, https://beispiel.de/b', 48],
    ['brackets around it', '(https://beispiel.de/a_(b))', 25],
    ['a closing quotation mark, which it takes for a part of the path', '„https://beispiel.de/a“', 24],
    ['one behind a bare host, which it does not', '„https://beispiel.de“', 25],
    ['no scheme, no link', 'beispiel.de', 11],
    ['no such domain, no link', 'https://brandt.example/x', 24],
    ['a mention from elsewhere', '@marke@beispiel.social', 6],
    ['one in a sentence', 'Wir sind @marke@beispiel.social.', 16],
    ['one with an umlaut in its host', '@marke@müller.social!', 7],
    ['one of the same server', '@marke', 6],
    ['an e-mail address', 'info@beispiel.de', 16],
    ['a profile link', 'https://beispiel.social/@marke@beispiel.de', 23],
    ['a family', '👨‍👩‍👧‍👦', 1],
    ['an umlaut in two', 'u\u0308', 1],
    ['a line break of Windows', 'a\r\nb', 3],
  ])('counts %s', (_what, text, expected) => {
    expect(count(text)).toBe(expected);
  });

  it('counts a link as long as the server says', () => {
    expect(count('https://beispiel.de', { ...asMastodon, linkLength: 30 } as unknown as typeof asMastodon)).toBe(30);
  });
});
