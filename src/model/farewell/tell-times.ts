import { shiftDay } from '../../base/working-days.ts';
import { localTimeAt, localToInstant } from '../../base/zoned-time.ts';
import type { Audience } from './exit-facts.ts';

/** Days before the last post on which each hears of it, where there is time; the playbooks keep to the same. */
const PUBLIC_DAYS = 28;
const STAFF_DAYS = 31;
const LEADS_DAYS = 35;
const LEADS_BEFORE_STAFF_DAYS = 4;

const HOUR_MS = 3_600_000;
export const STAFF_AHEAD_MS = 24 * HOUR_MS;
const PARTNERS_AHEAD_MS = 2 * HOUR_MS;

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** `2027-01-31T10:00` and hours, on the clocks of a zone. */
export function shiftLocal(local: string, ms: number, zone: string): string {
  return localTimeAt(new Date(Date.parse(localToInstant(local, zone)) + ms).toISOString(), zone);
}

/**
 * When who is told, local times; what is not `given` follows from the last day, and from the hour of the public where that is
 * given: the staff a day ahead of it at least, the leads ahead of the staff, partners two hours before everybody.
 */
export function tellTimes(
  lastDay: string,
  given: Readonly<Partial<Record<Audience, string>>>,
  zone: string,
): Readonly<Record<Audience, string>> {
  const everybody = given.public ?? `${shiftDay(lastDay, -PUBLIC_DAYS)}T10:00`;
  const staff = given.staff ?? earlier(`${shiftDay(lastDay, -STAFF_DAYS)}T09:00`, lastMorningBefore(everybody, zone));
  const leads =
    given.leads ??
    earlier(
      `${shiftDay(lastDay, -LEADS_DAYS)}T10:00`,
      `${shiftDay(staff.slice(0, 10), -LEADS_BEFORE_STAFF_DAYS)}T10:00`,
    );
  const partners = given.partners ?? shiftLocal(everybody, -PARTNERS_AHEAD_MS, zone);
  return { leads, staff, partners, public: everybody };
}

/** The last nine o'clock that is a day or more ahead. */
function lastMorningBefore(local: string, zone: string): string {
  const latest = shiftLocal(local, -STAFF_AHEAD_MS, zone);
  const morning = `${latest.slice(0, 10)}T09:00`;
  return morning <= latest ? morning : `${shiftDay(latest.slice(0, 10), -1)}T09:00`;
}
