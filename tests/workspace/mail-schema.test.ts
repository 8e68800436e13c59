import { describe, expect, it } from 'vitest';
import { readConfigText } from '../../src/workspace/read-config.ts';

const brand = 'brand:\n  name: Aurora\n  languages: [de, en]\n';

function mailOf(lines: string) {
  return readConfigText('lastpost.yaml', `${brand}${lines}`).mail;
}

const from = 'from: Aurora <farewell@aurora.example>';
const url = 'url: smtps://lastpost%40aurora.example@mail.aurora.example';

describe('mail in lastpost.yaml', () => {
  it('names a server, a sender and where the password is', () => {
    expect(mailOf(`mail:\n  ${url}\n  ${from}\n  password: env:LASTPOST_MAIL\n`)).toEqual({
      url: 'smtps://lastpost%40aurora.example@mail.aurora.example',
      from: 'Aurora <farewell@aurora.example>',
      password: 'env:LASTPOST_MAIL',
    });
    expect(mailOf('mail:\n  url: smtp://relay:25?tls=off\n  from: a@b.example\n')).toEqual({
      url: 'smtp://relay:25?tls=off',
      from: 'a@b.example',
    });
  });

  it.each(['', 'mail:\n'])('may be left out', (lines) => {
    expect(mailOf(lines)).toBeUndefined();
  });

  it.each([
    [
      'a password in the address',
      'url: smtps://a:secret@mail.example',
      'url',
      'without the password, which belongs under',
    ],
    ['an address of another kind', 'url: https://mail.example', 'url', 'the address of a mail server like smtps://'],
    ['no address', 'url: mail.example', 'url', 'the address of a mail server like smtps://'],
    ['a folder in the address', 'url: smtps://mail.example/inbox', 'url', 'the address of a mail server like smtps://'],
    [
      'an option nobody knows',
      'url: smtp://mail.example?tls=maybe',
      'url',
      'without anything after the host but ?tls=off',
    ],
    ['a user without a password', 'url: smtps://a@mail.example', 'password', 'env:NAME, where NAME is'],
    [
      'a sender that is none',
      `${url}\n  password: env:P\n  from: Aurora`,
      'from',
      'an address like farewell@aurora.example',
    ],
    ['two senders', `${url}\n  password: env:P\n  from: a@b.example, c@d.example`, 'from', 'an address like'],
    ['the password itself', `${url}\n  password: hunter2`, 'password', 'env:NAME, where NAME is'],
    ['a password for nobody', 'url: smtps://mail.example\n  password: env:P', 'url', 'with the user before the @'],
    [
      'a password in the clear',
      'url: smtp://a@mail.example?tls=off\n  password: env:P',
      'url',
      'without ?tls=off, or the password would cross the network in the clear',
    ],
  ])('is refused for %s, by line and column', (_, lines, key, wanted) => {
    const rest = lines.includes('from:') ? '' : `\n  ${from}`;
    expect(() => mailOf(`mail:\n  ${lines}${rest}\n`)).toThrow(
      new RegExp(`^lastpost\\.yaml:\\d+:\\d+: mail\\.${key} is .*; it must be ${wanted.replace(/[?:/.]/g, '\\$&')}`),
    );
  });

  it('may be in the clear on this machine, and names a key that nobody knows', () => {
    expect(mailOf(`mail:\n  url: smtp://a@127.0.0.1:25?tls=off\n  password: env:P\n  ${from}\n`)).toBeDefined();
    expect(() => mailOf(`mail:\n  ${url}\n  ${from}\n  pasword: env:P\n`)).toThrow('Did you mean "password"?');
  });
});
