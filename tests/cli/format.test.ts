import { describe, expect, it } from 'vitest';
import { parseDuration, parseSize } from '../../src/base/quantity.ts';
import {
  formatCount,
  formatDuration,
  formatFacts,
  formatSize,
  formatTable,
  formatTime,
  plural,
  shorten,
} from '../../src/cli/format.ts';

describe('figures for people', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9949, '9.9 kB'],
    [9950, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [2_000_000_000, '2.0 GB'],
    [34e12, '34 TB'],
  ])('show %d bytes as %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });

  it.each([
    [400, '0.4 s'],
    [12_000, '12 s'],
    [59_700, '1 min'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
  ])('show %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('group thousands and know one from many', () => {
    expect([formatCount(7), formatCount(1234), formatCount(12_345_678)]).toEqual(['7', '1,234', '12,345,678']);
    expect([plural(1, 'page'), plural(0, 'gap'), plural(2, 'entry', 'entries')]).toEqual([
      '1 page',
      '0 gaps',
      '2 entries',
    ]);
  });

  it('show a time to the minute, and say that it is UTC', () => {
    expect(formatTime('2026-11-23T09:30:15.250Z')).toBe('2026-11-23 09:30 UTC');
  });

  it('stand in aligned columns without space at the end', () => {
    const table = formatTable(
      [{ title: 'ID' }, { title: 'PAGES', align: 'right' }, { title: 'FILE' }],
      [
        ['a', '7', 'x.wacz'],
        ['long-id', '1,234', ''],
      ],
    );
    expect(table).toBe('ID       PAGES  FILE\na            7  x.wacz\nlong-id  1,234');
    expect(
      formatFacts([
        ['A', '1'],
        ['Long', '2'],
      ]),
    ).toBe('A     1\nLong  2');
  });

  it('cut an address in its middle', () => {
    expect(shorten('https://example.org/a', 40)).toBe('https://example.org/a');
    expect(shorten('https://example.org/a/long/way/to/go', 21)).toBe('https://ex…/way/to/go');
    expect(shorten('https://example.org/', 21).length).toBeLessThanOrEqual(21);
  });
});

describe('figures from people', () => {
  it.each([
    ['2GB', 2e9],
    ['1.5 MiB', 1_572_864],
    ['500kb', 500_000],
    ['800', 800],
    ['2gigs', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('size %j is %s bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each([
    ['500ms', 500],
    ['30m', 1_800_000],
    ['1h30m', 5_400_000],
    ['1.5s', 1500],
    ['0', 0],
    ['30', undefined],
    ['m', undefined],
    ['5 days', undefined],
  ])('duration %j is %s ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});
