import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { readShelf, shippedTemplates } from '../../templates/template-shelf.ts';
import { plainWords } from './words-in.ts';

/** Every word of the texts that come along, in small letters: those are read by people, and nobody has to be told of them. */
export async function templateWords(locale: FarewellLocale): Promise<ReadonlySet<string>> {
  const { kinds, phrases } = await readShelf(locale, { own: null, shipped: shippedTemplates });
  const texts = [...kinds.values()].flatMap((forms) => [...forms.values()]).concat(phrases);
  return new Set(texts.flatMap(({ text }) => plainWords(text)));
}
