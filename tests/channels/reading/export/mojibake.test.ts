import { expect, it } from 'vitest';
import { repairAll, repairMojibake } from '../../../../src/channels/reading/export/mojibake.ts';

function garbled(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

it.each([
  ['umlauts', 'Größe, Übermut, Ähre'],
  ['an emoji of four bytes', 'Feliz Año Nuevo 🎉'],
  ['an emoji of several people', 'Familie 👨‍👩‍👧‍👦 und 🏳️‍🌈'],
  ['quotes and dashes', '„So“ — “so” – «so»'],
  ['other scripts', 'Жанна, 東京, שלום, العربية'],
  ['line breaks and tabs beside', 'Eins\n\tzwölf\r\nEnde'],
  ['every character of Latin-1', String.fromCharCode(...Array.from({ length: 96 }, (_, at) => 0xa0 + at))],
])('repairs %s', (_name, text) => {
  expect(garbled(text)).not.toBe(text);
  expect(repairMojibake(garbled(text))).toBe(text);
});

it('repairs bytes that stand for control characters as well', () => {
  expect(repairMojibake('\u00e2\u0080\u0099')).toBe('’');
});

it.each([
  ['plain ASCII', 'Just words: {"a": 1}'],
  ['nothing', ''],
  ['umlauts that are right', 'Größe'],
  ['a single letter of Latin-1', 'é'],
  ['words with one emoji that is right', 'schön 🎉'],
  ['right letters of another script', 'Жанна'],
  ['half of a character', 'caf\u00c3'],
  ['a longer form than UTF-8 allows', '\u00c0\u00af'],
  ['half of a pair as UTF-8 never has it', '\u00ed\u00a0\u0080'],
])('leaves %s as it is', (_name, text) => {
  expect(repairMojibake(text)).toBe(text);
});

it('leaves a lone half of a pair as it is', () => {
  expect(repairMojibake('\ud83c')).toBe('\ud83c');
  expect(repairMojibake('schön \udf89')).toBe('schön \udf89');
});

it('leaves a text alone that is garbled in one part and right in another: which is which nobody can tell', () => {
  const mixed = `${garbled('Größe')} 🎉`;
  expect(repairMojibake(mixed)).toBe(mixed);
});

it('repairs once: what is right after it stays right when it is repaired again', () => {
  const text = 'Grüße aus „Köln“ 🎭';
  expect(repairMojibake(repairMojibake(garbled(text)))).toBe(text);
});

it('repairs one step of two where a text was garbled twice', () => {
  expect(repairMojibake(garbled(garbled('für')))).toBe(garbled('für'));
});

it('repairs texts and keys at any depth and nothing else', () => {
  const value = { [garbled('Größe')]: [garbled('äh'), 7, null, true, { inner: garbled('öh') }] };
  expect(repairAll(value)).toEqual({ Größe: ['äh', 7, null, true, { inner: 'öh' }] });
});

it('keeps a key that names the prototype as a key', () => {
  const repaired = repairAll(JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": "a"}')) as object;
  expect(Object.keys(repaired)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(repaired)).toBe(Object.prototype);
  expect('isAdmin' in {}).toBe(false);
});

it('does not fall over what nests deeper than the stack', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(Array.isArray(repairAll(deep))).toBe(true);
});
