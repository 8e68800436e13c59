import { describe, expect, it } from 'vitest';
import { type IcsComponent, readIcs, textOf } from './read-ics.ts';

const good = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//EN',
  'BEGIN:VEVENT',
  'UID:one@lastpost',
  'DTSTAMP:20261126T120000Z',
  'DTSTART;VALUE=DATE:20261204',
  'SUMMARY:Due\\, and more\\nto do',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('the reader of these tests', () => {
  it('reads what is right', () => {
    const event = readIcs(Buffer.from(good)).components[0] as IcsComponent;
    expect(textOf(event, 'SUMMARY')).toBe('Due, and more\nto do');
  });

  it.each([
    ['a line that is too long', good.replace('SUMMARY:', `SUMMARY:${'x'.repeat(80)}`)],
    ['a bare line feed', good.replace('\r\n', '\n')],
    ['a component without an end', good.replace('END:VEVENT\r\n', '')],
    ['a time without its zone', good.replace(/DTSTAMP:(\w+)Z/, 'DTSTAMP:$1')],
    ['an event without its UID', good.replace(/UID:.*\r\n/, '')],
    ['a second UID', good.replace(/(UID:.*\r\n)/, '$1$1')],
  ])('refuses %s', (_, text) => {
    expect(() => readIcs(Buffer.from(text))).toThrow();
  });

  it('refuses words that are not escaped', () => {
    const event = readIcs(Buffer.from(good.replace(/SUMMARY:.*\r\n/, 'SUMMARY:a,b\r\n'))).components[0] as IcsComponent;
    expect(() => textOf(event, 'SUMMARY')).toThrow('escaped');
  });
});
