/** True for a language tag that Intl knows how to write: `de`, `de-DE`, `zh-Hant-TW`. @see BCP 47 */
export function isLanguageTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** True for a time zone of the IANA database, `Europe/Berlin` or `UTC`. */
export function isTimeZone(text: string): boolean {
  const known = knownZones.get(text);
  if (known !== undefined) return known;
  const isZone = namesZone(text);
  // Only what is one is kept: of those there are some hundreds.
  if (isZone) knownZones.set(text, isZone);
  return isZone;
}

/** To ask takes a fifth of a millisecond, and a workspace may have a hundred thousand schedules in the same zone. */
const knownZones = new Map<string, true>();

function namesZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    // An offset like +02:00 is taken too, and no browser can be set to it.
    return /^[a-z]/i.test(text);
  } catch {
    return false;
  }
}
