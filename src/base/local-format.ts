/** The languages that people are written to in. */
type Language = 'de' | 'en';

/** What people who read the language write dates and numbers like. */
export const localeOf: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** 4812 → `4,812`, in German `4.812`. */
export function numberIn(language: Language, count: number): string {
  return new Intl.NumberFormat(localeOf[language], { useGrouping: 'always' }).format(count);
}

/** `8 January 2024`, in German `8. Januar 2024`; in UTC. What is no date stays as it is. */
export function dayIn(language: Language, iso: string): string {
  return formatted(language, iso, { dateStyle: 'long' });
}

/** `8 January 2024 at 08:15 UTC`, in German `8. Januar 2024 um 08:15 UTC`. */
export function momentIn(language: Language, iso: string): string {
  const text = formatted(language, iso, { dateStyle: 'long', timeStyle: 'short' });
  return text === iso ? iso : `${text} UTC`;
}

function formatted(language: Language, iso: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: 'UTC' }).format(date);
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Decimal units, as disks are sold: `4.8 MB`, in German `4,8 MB`. */
export function sizeIn(language: Language, bytes: number): string {
  let [value, at] = [bytes, 0];
  for (; value >= 999.5 && at < sizes.length - 1; at += 1) value /= 1000;
  const digits = at === 0 || value >= 9.95 ? 0 : 1;
  const unit = sizes[at] ?? 'byte';
  const style = { style: 'unit', unit, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(localeOf[language], style).format(value);
}
