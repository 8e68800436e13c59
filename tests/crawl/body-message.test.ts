import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readBodyMessage } from '../../src/crawl/browser/body-message.ts';

const message = (bytes: Buffer, tail = ',"sessionId":"0AB1"') =>
  Buffer.from(`{"id":17,"result":{"body":"${bytes.toString('base64')}","base64Encoded":true}${tail}}`);

test('reads a large body byte for byte, whatever its length leaves over', () => {
  for (const extra of [0, 1, 2]) {
    const bytes = randomBytes(300_000 + extra);
    const read = readBodyMessage(message(bytes));
    expect(read?.id).toBe(17);
    expect(read?.bytes.equals(bytes)).toBe(true);
    expect(readBodyMessage(message(bytes, ''))?.bytes.equals(bytes)).toBe(true);
  }
});

test('leaves every other message to the parser', () => {
  const large = 'x'.repeat(100_000);
  expect(readBodyMessage(message(Buffer.alloc(10)))).toBeUndefined();
  expect(
    readBodyMessage(Buffer.from(JSON.stringify({ id: 1, result: { body: large, base64Encoded: false } }))),
  ).toBeUndefined();
  expect(
    readBodyMessage(Buffer.from(JSON.stringify({ method: 'Network.x', params: { body: large } }))),
  ).toBeUndefined();
  const trick = { id: 1, result: { body: 'AA"', base64Encoded: true, more: `${large}","base64Encoded":true}` } };
  expect(readBodyMessage(Buffer.from(JSON.stringify(trick)))).toBeUndefined();
});
