import type { Contact } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { listIn } from './language-of.ts';
import { requiredText } from './required-text.ts';

/**
 * `contact` of a template. `line` is every way to reach us in one phrase, with the hours behind the telephone, or at its end
 * where there is none: `service@example.org oder 0511 1234 (Mo–Fr 9–17 Uhr)`.
 */
export function contactNames(
  { url, email, phone, hours, press }: Contact,
  locale: FarewellLocale,
  say: (path: string) => string,
): object {
  return {
    url,
    email,
    phone,
    hours: hours && requiredText(hours, 'contact.hours', locale),
    press,
    get line() {
      const open = hours === null ? '' : ` ${say('contact.hours')}`;
      const ways = [
        ...(email === null ? [] : [say('contact.email')]),
        ...(phone === null ? [] : [`${say('contact.phone')}${open}`]),
        ...(url === null ? [] : [say('contact.url')]),
      ];
      if (ways.length === 0) return null;
      return `${listIn(locale, ways, 'or')}${phone === null ? open : ''}`;
    },
  };
}
