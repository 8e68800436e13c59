import { plainLine, wrapMeasured } from '../../../base/text-columns.ts';
import { textWidth } from '../../draw/svg/measure-text.ts';

export interface FittedText {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/** No wider than `width` pixels and no more than `most` lines; what does not fit ends in `…`. */
export function fitText(text: string, width: number, size: number, most: number, isBold = false): FittedText {
  const measure = (piece: string): number => textWidth(piece, size, isBold);
  const plain = plainLine(text);
  const lines = wrapMeasured(plain, width, measure);
  if (lines.length <= most) return { lines, isCut: false };
  const roomy = wrapMeasured(plain, width - measure('…'), measure);
  const last = roomy[most - 1]?.replace(/[\s,;:–-]+$/, '') ?? '';
  return { lines: [...roomy.slice(0, most - 1), `${last}…`], isCut: true };
}
