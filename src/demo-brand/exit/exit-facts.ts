import { readFileSync } from 'node:fs';
import { shiftDay, weekdayOf } from '../../base/working-days.ts';
import { dayAt } from '../../base/zoned-time.ts';
import { demoFolder } from '../http/asset-folder.ts';

const ZONE = 'Europe/Berlin';
const NOTICE_DAYS = 28;
const ANSWER_DAYS = 14;

/**
 * What the brand says when it leaves X, as it stands in lastpost.yaml. The papers name 31 December and no year: it is the next
 * one. Everybody hears of it on a Monday four weeks ahead or a little more, the staff on the Friday before, as the memo says.
 */
export function demoExitText(now: Date): string {
  const year = dayAt(now.toISOString(), ZONE).slice(0, 4);
  const lastDay = `${year}-12-31`;
  const latest = shiftDay(lastDay, -NOTICE_DAYS);
  const monday = shiftDay(latest, 1 - weekdayOf(latest));
  const days: Readonly<Record<string, string>> = {
    'last-day': lastDay,
    public: monday,
    staff: shiftDay(monday, -3),
    'answered-until': shiftDay(lastDay, ANSWER_DAYS),
  };
  const text = readFileSync(demoFolder('exit/facts.yaml'), 'utf8');
  return text.replace(/<([a-z-]+)>/g, (whole, name: string) => days[name] ?? whole);
}
