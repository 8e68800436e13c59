import { describe, expect, it } from 'vitest';
import { foldForMatching, isSameText, timesAgree } from '../../src/model/match-posts.ts';
import { namePost } from '../../src/model/name-post.ts';
import { idForm, isMadeId } from '../../src/model/post-id.ts';

describe('folding a text for matching', () => {
  it.each([
    ['Guten  Morgen!\n\nMünchen ', 'guten morgen! münchen'],
    ['Mu\u0308nchen ﬁndet ２０ Gäste', 'münchen findet 20 gäste'],
    ['Neu: https://t.co/aB3 und https://aurora.example/neu?x=1.', 'neu: und'],
    ['Siehe www.aurora.example/neu oder aurora.example/a-long-addr…', 'siehe oder'],
    ['1/2 Tasse, und/oder 3.5 Liter, z. B. heute', '1/2 tasse, und/oder 3.5 liter, z. b. heute'],
    ['Wir haben heute… mehr', 'wir haben heute'],
    ['We have … See more', 'we have'],
    ['We have ...', 'we have'],
    ['Noch viel mehr', 'noch viel mehr'],
    ['https://t.co/aB3', ''],
    ['', ''],
  ])('makes of %j: %j', (text, folded) => {
    expect(foldForMatching(text)).toBe(folded);
  });

  it('takes no longer than it must for texts that were made to hold it up', () => {
    const began = performance.now();
    for (const sign of ['a.', '. ', '...', 'a/', 'www.', ' ...mehr', '-', '\u0308'])
      foldForMatching(`${sign.repeat(100_000)} x`);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('telling whether two texts are of one post', () => {
  const forty = 'x'.repeat(40);

  it('needs all of a short text, and forty signs of a long one', () => {
    expect(isSameText('ja', 'ja')).toBe(true);
    expect(isSameText('ja', 'ja!')).toBe(false);
    expect(isSameText(forty, `${forty} and more`)).toBe(true);
    expect(isSameText(`${forty} and more`, forty)).toBe(true);
    expect(isSameText(forty.slice(1), `${forty} and more`)).toBe(false);
    expect(isSameText(`${forty} and less`, `${forty} and more`)).toBe(false);
    expect(isSameText('', forty)).toBe(false);
  });
});

describe('telling whether two times are of one post', () => {
  const at = (time: string): number => Date.parse(`2026-01-05T${time}Z`);

  it.each([
    ['08:15:00', '08:17:00', 4, 'closely'],
    ['08:17:00', '08:15:00', 4, 'closely'],
    ['08:15:00', '08:17:00.001', 40, 'no'],
    ['08:15:00', '08:15:02', 0, 'closely'],
    ['08:15:00', '08:15:02.001', 0, 'no'],
    ['17:33:21', '00:00:00', 20, 'day'],
    ['00:00:00', '17:33:21', 20, 'day'],
    ['17:33:21', '00:00:00', 19, 'no'],
    ['17:33:21', '00:00:01', 40, 'no'],
  ])('%s and %s with %i signs: %s', (one, other, length, agree) => {
    expect(timesAgree(at(one), at(other), length)).toBe(agree);
  });

  it('lets a day reach into its neighbours, which are the same day elsewhere', () => {
    const day = Date.parse('2026-01-05T00:00:00Z');
    const agreeing = (time: string) => timesAgree(Date.parse(time), day, 40);
    expect(agreeing('2026-01-04T00:00:00.001Z')).toBe('day');
    expect(agreeing('2026-01-06T23:59:59.999Z')).toBe('day');
    expect(agreeing('2026-01-03T23:59:59.999Z')).toBe('no');
    expect(agreeing('2026-01-07T00:00:01.000Z')).toBe('no');
  });
});

describe('what an id looks like', () => {
  it('says which ids would be equal if they were of one post', () => {
    expect(idForm('123')).toBe(idForm('456'));
    expect(idForm('123')).not.toBe(idForm('abc'));
    expect(idForm('urn:li:share:1')).toBe(idForm('urn:li:share:2'));
    expect(idForm('urn:li:share:1')).not.toBe(idForm('urn:li:activity:1'));
  });

  it('says nothing of ids that no platform gave', () => {
    expect(idForm('https://aurora.example/1')).toBeNull();
    expect(idForm('export-0123456789abcdef01234567-2')).toBeNull();
    expect(isMadeId('export-0123456789abcdef01234567')).toBe(true);
    expect(isMadeId('export-of-goods')).toBe(false);
  });
});

describe('naming a post', () => {
  const post = { id: '1', url: null, published: null, title: null };

  it('takes its title, or its first words on one line', () => {
    expect(namePost({ ...post, title: 'Farewell', text: 'Dear all' }).words).toBe('Farewell');
    expect(namePost({ ...post, text: 'Dear\n\n all' }).words).toBe('Dear all');
  });

  it('cuts after a word, and never within a sign', () => {
    expect(namePost({ ...post, text: 'coffee '.repeat(40) }).words).toBe(`${'coffee '.repeat(11).trim()}…`);
    const { words } = namePost({ ...post, text: `x${'🌱'.repeat(60)}` });
    expect(Buffer.from(words).toString()).toBe(words);
  });
});
