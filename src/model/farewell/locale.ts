/** Languages that farewells are written in. de and en are written by hand; the others want a native reader before they go out. */
export const farewellLocales = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'tr', 'ar'] as const;

export type FarewellLocale = (typeof farewellLocales)[number];

export const handWrittenLocales: readonly FarewellLocale[] = ['de', 'en'];

/** Nobody whose language it is has read its templates yet. */
export function wantsNativeReview(locale: FarewellLocale): boolean {
  return !handWrittenLocales.includes(locale);
}

export function isRightToLeft(locale: FarewellLocale): boolean {
  return locale === 'ar';
}

/** Sie and du, vous and tu, Państwo and Ty. Languages with one form of address alone have both alike. */
export const addressForms = ['formal', 'informal'] as const;

export type AddressForm = (typeof addressForms)[number];

/** The same said in those languages in which somebody has written it. */
export type FarewellText = Readonly<Partial<Record<FarewellLocale, string>>>;
