import { localeOf } from '../../../base/local-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';

/** Work for people: `45 min`, `2 h`, `1.5 h`, in German `1,5 Std.`; quarters of an hour at the finest from an hour on. */
export function hoursIn(language: FactLanguage, minutes: number): string {
  if (minutes < 60) return language === 'de' ? `${minutes} Min.` : `${minutes} min`;
  const hours = new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 2 }).format(
    Math.round(minutes / 15) / 4,
  );
  return language === 'de' ? `${hours} Std.` : `${hours} h`;
}
