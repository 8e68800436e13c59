import { localeOf } from '../../../base/local-format.ts';
import type { FactLanguage } from '../../../model/platform.ts';

/** `€1,250.50`, in German `1.250,50 €`. `currency` is a code of three letters. */
export function moneyIn(language: FactLanguage, cents: number, currency: string): string {
  return new Intl.NumberFormat(localeOf[language], { style: 'currency', currency })
    .format(cents / 100)
    .replaceAll('\u00a0', ' ');
}
