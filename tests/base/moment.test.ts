import { expect, it } from 'vitest';
import { parseMoment } from '../../src/base/moment.ts';

it.each([
  ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  ['2024-12-31', '2024-12-31T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
  ['2024-12-31T18:00', '2024-12-31T18:00:00.000Z', '2024-12-31T18:00:00.000Z'],
  ['2024-12-31 18:00:30', '2024-12-31T18:00:30.000Z', '2024-12-31T18:00:30.000Z'],
  ['2025-01-01T00:30:00.5+01:00', '2024-12-31T23:30:00.500Z', '2024-12-31T23:30:00.500Z'],
])('reads %s as a start and as an end', (text, start, end) => {
  expect(parseMoment(text, 'start')).toBe(start);
  expect(parseMoment(text, 'end')).toBe(end);
});

it.each([
  '',
  'yesterday',
  '2024',
  '2024-2-3',
  '2023-02-29',
  '2024-13-01',
  '2024-01-01T25:00',
  '01.02.2024',
  '1704067200',
])('takes %j for no date', (text) => {
  expect(parseMoment(text, 'start')).toBeUndefined();
});
