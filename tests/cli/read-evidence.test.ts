import { describe, expect, it } from 'vitest';
import { type EvidencePlace, readEvidence } from '../../src/cli/read-evidence.ts';

const there = new Set([
  '/work/shot.png',
  '/work/Bildschirmfoto 2026-11-26 um 10.00.png',
  '/work/mail',
  '/work/a=b.png',
  '/work/c=d.png',
  '/work/d.png',
  '/home/jana/memo.eml',
  '/work/notes/https.txt',
]);
const place: EvidencePlace = {
  cwd: '/work',
  home: '/home/jana',
  look: (path) => (there.has(path) ? 'file' : path === '/work/notes' ? 'folder' : 'nothing'),
};
const read = (text: string) => readEvidence(text, place);
const codeOf = (text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('evidence on the command line', () => {
  it.each([
    ['shot.png', '/work/shot.png'],
    ['./shot.png', '/work/shot.png'],
    ['/work/shot.png', '/work/shot.png'],
    ['notes/../shot.png', '/work/shot.png'],
    ['Bildschirmfoto 2026-11-26 um 10.00.png', '/work/Bildschirmfoto 2026-11-26 um 10.00.png'],
    ['mail', '/work/mail'],
    ['@shot.png', '/work/shot.png'],
    ['file:shot.png', '/work/shot.png'],
    ['FILE:shot.png', '/work/shot.png'],
    ['file:///work/shot.png', '/work/shot.png'],
    ['file:///work/Bildschirmfoto%202026-11-26%20um%2010.00.png', '/work/Bildschirmfoto 2026-11-26 um 10.00.png'],
    ['~/memo.eml', '/home/jana/memo.eml'],
    ['a=b.png', '/work/a=b.png'],
    [' shot.png ', '/work/shot.png'],
  ])('%s is a file that is there', (text, value) => {
    expect(read(text)).toEqual({ id: null, kind: 'file', value });
  });

  it.each([
    ['screenshot=shot.png', 'screenshot', 'file', '/work/shot.png'],
    ['sent-mail=~/memo.eml', 'sent-mail', 'file', '/home/jana/memo.eml'],
    ['sent_mail=@mail', 'sent_mail', 'file', '/work/mail'],
    ['c=d.png', 'c', 'file', '/work/d.png'],
    ['screenshot=a=b.png', 'screenshot', 'file', '/work/a=b.png'],
    ['page=https://x.com/brandt?a=b&c=d', 'page', 'url', 'https://x.com/brandt?a=b&c=d'],
    ['ticket=4711', 'ticket', 'text', '4711'],
    ['ticket=text:a/b', 'ticket', 'text', 'a/b'],
    ['2nd-shot=url:https://x.com', '2nd-shot', 'url', 'https://x.com'],
  ])('%s says for which piece it is', (text, id, kind, value) => {
    expect(read(text)).toEqual({ id, kind, value });
  });

  it.each([
    'https://x.com/brandt',
    'https://x.com/brandt?status=gone&x=1',
    'http://127.0.0.1:8080/',
    'HTTPS://X.com/Brandt',
    'https://x.com/shot.png',
  ])('%s is an address, whatever signs it has', (value) => {
    expect(read(value)).toEqual({ id: null, kind: 'url', value });
  });

  it.each([
    ['the page says that it is gone', 'the page says that it is gone'],
    ['Ticket 4711, seen by Jana.', 'Ticket 4711, seen by Jana.'],
    ['text:/work/nowhere.png', '/work/nowhere.png'],
    ['text: https://x.com', 'https://x.com'],
    ['text:a=b', 'a=b'],
    ['Note: all is gone', 'Note: all is gone'],
    ['gone at 10.30', 'gone at 10.30'],
    ['4.711', '4.711'],
    ['Gone.', 'Gone.'],
    ['Größe = 3', 'Größe = 3'],
    ['2 = two', '2 = two'],
  ])('%s is a text', (text, value) => {
    expect(read(text)).toEqual({ id: null, kind: 'text', value });
  });

  it.each([
    'shto.png',
    'screenshot=shto.png',
    'notes/missing',
    'C:\\Users\\Jana\\shot.png',
    'screenshot=C:\\Users\\Jana\\shot.png',
    'C:\\a=b.png',
    '~/missing.eml',
    'I have it in shot one.png',
    'memo.elm',
    'x.com',
    '@nothing',
    'file:nothing',
    'file://elsewhere/share/shot.png',
    'ftp://x.com/brandt',
    'done on 26/11/2026',
  ])('%s looks like a file that is not there, and never becomes a text', (text) => {
    expect(codeOf(text)).toBe('evidence.not-found');
  });

  it.each([
    ['notes', 'evidence.not-a-file'],
    ['shots=notes/', 'evidence.not-a-file'],
    ['https://', 'evidence.bad-address'],
    ['https://x.com/a b', 'evidence.bad-address'],
    ['url:x.com/brandt', 'evidence.bad-address'],
    ['url:mailto:jana@example.org', 'evidence.bad-address'],
    ['screenshot=', 'evidence.empty'],
    ['@', 'evidence.empty'],
    ['text:', 'evidence.empty'],
    ['  ', 'evidence.empty'],
  ])('%s is refused with %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says how an address is written when one looks like a path', () => {
    expect(() => read('x.com')).toThrow(expect.objectContaining({ hint: expect.stringContaining('https://x.com') }));
    expect(() => read('x.com/brandt')).toThrow(
      expect.objectContaining({
        message: 'There is no file /work/x.com/brandt.',
        hint: 'If it is an address, write it whole: https://x.com/brandt',
        exitCode: 2,
      }),
    );
  });
});
