import { expect, it } from 'vitest';
import { missingArchiveParts } from '../../src/archive/export-part-names.ts';

it.each([
  [['takeout-20260101T000000Z-001.zip', 'takeout-20260101T000000Z-003.zip'], ['takeout-20260101T000000Z-002.zip']],
  [['takeout-20260101T000000Z-1-001.zip', 'takeout-20260101T000000Z-1-002.zip'], []],
  [['takeout-20260101T000000Z-003.zip'], ['takeout-20260101T000000Z-001.zip', 'takeout-20260101T000000Z-002.zip']],
  [['takeout-20260101T000000Z-001.zip'], []],
  [
    ['facebook-anna-AbCdEf-2.zip', 'facebook-anna-AbCdEf-4.zip'],
    ['facebook-anna-AbCdEf-1.zip', 'facebook-anna-AbCdEf-3.zip'],
  ],
  [['facebook-anna-AbCdEf-2.zip'], []],
  [['ig-part1.zip', 'ig-part3.zip'], ['ig-part2.zip']],
  [['x-1-of-3.zip', 'x-3-of-3.zip'], ['x-2-of-3.zip']],
  [['x-1-of-3.zip', 'x-2-of-3.zip'], ['x-3-of-3.zip']],
  [['a-001.zip', 'a-002 (1).zip', 'a-004.ZIP'], ['a-003.zip']],
  [['a-0.zip', 'a-2.zip'], ['a-1.zip']],
  [
    ['a-001.zip', 'b-003.zip'],
    ['b-001.zip', 'b-002.zip'],
  ],
])('names the parts that must lie between those given: %j', (given, missing) => {
  expect(missingArchiveParts(given)).toEqual(missing);
  expect(
    missingArchiveParts([...given].reverse())
      .map((name) => name.toLowerCase())
      .sort(),
  ).toEqual(missing.map((name) => name.toLowerCase()).sort());
});

it.each([
  [['export-2026-01-01.zip', 'export-2026-01-05.zip']],
  [['export_01.02.2026.zip', 'export-2026-05.zip', 'export-2026-09.zip']],
  [['instagram-anna-01-02-2026-x7.zip', 'instagram-anna-01-02-2026-x9.zip']],
  [['tweets.js', 'blog.xml', '', '.zip', '7']],
  [['a-100000.zip', 'a-999999999999.zip']],
])('takes no date and no id for the number of a part: %j', (given) => {
  expect(missingArchiveParts(given)).toEqual([]);
});
