import { localeOf } from '../../../base/local-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';

function formatted(
  language: FactLanguage,
  iso: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string | undefined {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return undefined;
  return new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone }).format(date);
}

/** `25 November 2026 at 16:02 CET (15:02 UTC)`, in German `25. November 2026 um 16:02 MEZ (15:02 UTC)`. What is no date stays as it is. */
export function zonedMoment(language: FactLanguage, iso: string, zone: string): string {
  const day = formatted(language, iso, zone, { dateStyle: 'long' });
  if (day === undefined) return iso;
  const time = formatted(language, iso, zone, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  const text = `${day} ${language === 'de' ? 'um' : 'at'} ${time}`;
  const utcDay = formatted(language, iso, 'UTC', { dateStyle: 'long' });
  const utc = formatted(language, iso, 'UTC', { hour: '2-digit', minute: '2-digit' });
  if (time?.endsWith('UTC') === true) return text;
  return `${text} (${utcDay === day ? '' : `${utcDay}, `}${utc} UTC)`;
}

/** `25 Nov 2026, 16:02`, in German `25.11.2026, 16:02`, for tables whose zone is said elsewhere. */
export function shortMoment(language: FactLanguage, iso: string, zone: string): string {
  const style = { day: '2-digit', month: language === 'de' ? '2-digit' : 'short', year: 'numeric' } as const;
  const day = formatted(language, iso, zone, style);
  if (day === undefined) return iso;
  return `${day}, ${formatted(language, iso, zone, { hour: '2-digit', minute: '2-digit' })}`;
}
