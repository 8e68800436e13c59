import { z } from 'zod';
import { isTimeZone } from '../base/locale-names.ts';
import { knownHolidays } from '../model/run/holidays/holidays.ts';

/** What plans reckon with, as lastpost.yaml has it. */
export interface PlanningConfig {
  /** `EUR` */
  readonly currency: string;
  /** By role, in whole cents. */
  readonly centsPerHour: Readonly<Record<string, number>>;
}

const ZONE = 'a time zone like Europe/Berlin';
const HOLIDAYS = 'a place whose holidays are known, like DE-BY, AT or CH-ZH (see docs/dates.md)';
const CURRENCY = 'a currency of three capitals, like EUR';
const RATE = 'what an hour costs, like 85 or 85.50';

export const workspaceDaysShape = {
  /** Of runs whose playbook names none. */
  timezone: z.string({ error: ZONE }).refine(isTimeZone, { error: ZONE }).nullish(),
  holidays: z
    .string({ error: HOLIDAYS })
    .refine((code) => knownHolidays().some((one) => one.code === code), { error: HOLIDAYS })
    .nullish(),
};

export const planningShape = {
  currency: z
    .string({ error: CURRENCY })
    .regex(/^[A-Z]{3}$/, { error: CURRENCY })
    .optional(),
  rates: z
    .record(z.string(), z.number({ error: RATE }).min(0, { error: RATE }).max(100_000, { error: RATE }))
    .optional(),
};

/** `planning:` of lastpost.yaml; nothing after it is as good as no `planning:` at all. */
export const planningSchema = z.preprocess((given) => given ?? undefined, z.strictObject(planningShape).optional());

export const USUAL_CURRENCY = 'EUR';

export function toPlanning({
  currency = USUAL_CURRENCY,
  rates = {},
}: z.output<typeof planningSchema> & object): PlanningConfig {
  const cents = Object.entries(rates).map(([role, rate]) => [role, Math.round(rate * 100)] as const);
  return { currency, centsPerHour: Object.fromEntries(cents) };
}
