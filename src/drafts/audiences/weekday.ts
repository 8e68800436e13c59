import type { FactLanguage } from '../../model/platform.ts';

const formats = {
  de: new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
} as const;

/** `Mo`, `Mon`: of a local time. */
export function weekdayIn(local: string, language: FactLanguage): string {
  return formats[language].format(new Date(`${local.slice(0, 10)}T12:00:00Z`));
}
