/**
 * About how wide a text will be, in pixels: which font a viewer has is not known, so this measures by DejaVu Sans and Verdana,
 * the widest of those that are asked for. In a narrower one there is a little more room.
 */
export function textWidth(text: string, size: number, isBold = false): number {
  let ems = 0;
  for (const sign of text) ems += widthOf(sign);
  return ems * size * (isBold ? 1.1 : 1);
}

function widthOf(sign: string): number {
  if ("ijl.,:;'|!I ‹›·".includes(sign)) return 0.36;
  if ('ftr()[]/-"'.includes(sign)) return 0.43;
  if ('mwMW@%—&'.includes(sign)) return 0.98;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(sign)) {
    return sign < '\u{100}' ? 0.65 : 1.3;
  }
  return /[\p{Lu}]/u.test(sign) ? 0.71 : 0.62;
}
