import { describe, expect, it } from 'vitest';
import { isGsm7, smsLength, smsParts } from '../../../src/drafts/counting/sms-parts.ts';

const shape = (text: string) => {
  const { alphabet, parts } = smsParts(text);
  return [alphabet, ...parts.map(({ units }) => units)];
};

describe('the parts of an SMS', () => {
  it.each([
    ['nothing', '', ['gsm-7', 0]],
    ['160 letters', 'a'.repeat(160), ['gsm-7', 160]],
    ['161 letters', 'a'.repeat(161), ['gsm-7', 153, 8]],
    ['306 letters', 'ä'.repeat(306), ['gsm-7', 153, 153]],
    ['307 letters', 'ä'.repeat(307), ['gsm-7', 153, 153, 1]],
    ['80 euros', '€'.repeat(80), ['gsm-7', 160]],
    ['81 euros, of which none is divided', '€'.repeat(81), ['gsm-7', 152, 10]],
    ['a bracket at the end of a part', `${'a'.repeat(152)}[${'a'.repeat(10)}`, ['gsm-7', 152, 12]],
    ['70 of UCS-2', `„${'a'.repeat(69)}`, ['ucs-2', 70]],
    ['71 of UCS-2', `„${'a'.repeat(70)}`, ['ucs-2', 67, 4]],
    ['35 emoji', '😀'.repeat(35), ['ucs-2', 70]],
    ['36 emoji, of which none is divided', '😀'.repeat(36), ['ucs-2', 66, 6]],
    ['an emoji at the end of a part', `${'a'.repeat(66)}😀${'a'.repeat(10)}`, ['ucs-2', 66, 12]],
  ])('%s', (_what, text, expected) => {
    expect(shape(text)).toEqual(expected);
    expect(
      smsParts(text)
        .parts.map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it.each(['€', '[', ']', '{', '}', '\\', '^', '~', '|', '\f'])('counts %j as 2', (sign) => {
    expect(shape(sign)).toEqual(['gsm-7', 2]);
  });

  it.each([...'äöüÄÖÜßàéèìòùÇÅåØøÆæÑñ@£$¥§¿¡¤ΔΦΓΛΩΠΨΣΘΞ_\n\r'])('has %j in its alphabet', (sign) => {
    expect(shape(sign)).toEqual(['gsm-7', 1]);
  });

  it.each([...'„“”‚‘’–—…çáíóúêâôîûëïŁłşğı`´°²\t\u00a0'])('is turned by one %j', (sign) => {
    expect(isGsm7(`Danke ${sign}`)).toBe(false);
  });

  it('is turned by an umlaut in two', () => {
    expect(isGsm7('Größe'.normalize('NFC'))).toBe(true);
    expect(isGsm7('Größe'.normalize('NFD'))).toBe(false);
  });

  it('is as long as its full parts and what the last one holds', () => {
    expect(smsLength('€'.repeat(81))).toBe(153 + 10);
    expect(smsLength('a'.repeat(160))).toBe(160);
    expect(smsLength('😀'.repeat(36))).toBe(67 + 6);
  });
});
