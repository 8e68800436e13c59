import { KnownError } from '../../base/known-error.ts';
import type { FarewellLocale, FarewellText } from '../../model/farewell/locale.ts';

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** A fact in a language. @throws KnownError `draft.no-text` where nobody has written it in that one */
export function requiredText(text: FarewellText, key: string, locale: FarewellLocale): string {
  const said = text[locale];
  if (said !== undefined) return said;
  const language = languageNames.of(locale) ?? locale;
  throw new KnownError('draft.no-text', `exit.${key} has no ${language} text.`, {
    hint: `Add one in lastpost.yaml below exit.${key}, behind "${locale}:", or take ${locale} out of exit.locales.`,
    exitCode: 2,
  });
}
