import { KnownError } from '../base/known-error.ts';
import { parseMoment } from '../base/moment.ts';
import { nameOption, repeated, textOption } from './options.ts';

const DAY = 'Write it like 2027-01-04.';
const CURRENCY = 'Write its three capitals, like EUR or CHF.';

export const planOptions = {
  start: nameOption('DAY', 'day', DAY, 'the day on which it begins; without it, now', (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseMoment(text, 'start') !== undefined : false,
  ),
  rate: repeated(
    textOption('ROLE=N', 'what an hour of a role costs, as brand=85; before planning.rates of lastpost.yaml'),
  ),
  currency: nameOption('CODE', 'currency', CURRENCY, 'the currency of the rates; without it EUR', (text) =>
    /^[A-Z]{3}$/.test(text),
  ),
};

/** What `--rate` says: whole cents by role. @throws KnownError `usage.bad-value` */
export function readRates(given: readonly string[]): Readonly<Record<string, number>> {
  const entries = given.map((text) => {
    const [, role, rate] = /^([a-z0-9][a-z0-9._-]*)=(\d{1,6}(?:[.,]\d{1,2})?)$/.exec(text) ?? [];
    if (role !== undefined && rate !== undefined)
      return [role, Math.round(Number(rate.replace(',', '.')) * 100)] as const;
    throw new KnownError('usage.bad-value', `"${text}" is no rate for --rate.`, {
      hint: 'Write the role, and what an hour of it costs: brand=85 or brand=85.50.',
      exitCode: 2,
    });
  });
  return Object.fromEntries(entries);
}
