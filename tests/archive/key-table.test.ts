import { expect, test } from 'vitest';
import { KeyTable, tableKey } from '../../src/archive/key-table.ts';

test('remembers every number under its key, also after growing many times', () => {
  const table = new KeyTable();
  for (let index = 0; index < 20_000; index += 1) table.set(tableKey('url', index), index);
  expect(table.size).toBe(20_000);
  for (let index = 0; index < 20_000; index += 1) expect(table.get(tableKey('url', index))).toBe(index);
  expect(table.get(tableKey('url', 20_000))).toBeUndefined();
});

test('replaces a number and keeps zero', () => {
  const table = new KeyTable();
  table.set(tableKey('a'), 1);
  table.set(tableKey('a'), 0);
  expect(table.get(tableKey('a'))).toBe(0);
  expect(table.size).toBe(1);
});

test('keys that begin alike are kept apart', () => {
  const table = new KeyTable();
  table.set(Uint32Array.of(7, 1, 1, 1), 1);
  table.set(Uint32Array.of(7, 1, 1, 2), 2);
  expect(table.get(Uint32Array.of(7, 1, 1, 1))).toBe(1);
  expect(table.get(Uint32Array.of(7, 1, 1, 2))).toBe(2);
  expect(table.get(Uint32Array.of(7, 1, 1, 3))).toBeUndefined();
});

test('parts cannot run into one another', () => {
  expect(tableKey('a', 'bc')).not.toEqual(tableKey('ab', 'c'));
});
