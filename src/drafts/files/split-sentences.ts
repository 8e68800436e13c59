import type { FarewellLocale } from '../../model/farewell/locale.ts';

const segmenters = new Map<FarewellLocale, Intl.Segmenter>();

function segmenterOf(locale: FarewellLocale): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, made);
  return made;
}

/** `28. Februar` and `z. B.` are no ends of a sentence, whatever a list of rules says; `auf X.` is one. */
const NO_END = /(?:\p{N}|(?<!\p{L})(?!X)\p{L})\.\s*$/u;

/** A text in sentences, and the blanks and line breaks between them; joined they are the text again. */
export function splitSentences(text: string, locale: FarewellLocale): readonly string[] {
  const pieces: string[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    let isOpen = false;
    for (const { segment } of segmenterOf(locale).segment(line)) {
      if (isOpen) pieces.push(`${pieces.pop() ?? ''}${segment}`);
      else pieces.push(segment);
      // A question mark within an address is none.
      isOpen = NO_END.test(segment) || !/\s$/.test(segment);
    }
  }
  // Blanks stand by themselves, so that a sentence is the same whatever comes behind it.
  return pieces.flatMap((piece) => piece.split(/([ \t]+(?=\n)|[ \t]+$|\n)/)).filter((piece) => piece !== '');
}
