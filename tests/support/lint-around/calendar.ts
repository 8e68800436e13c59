import type { DemoMore } from '../lint-demo.ts';

/** Two days on which nobody works in Berlin. */
const holidays: Readonly<Record<string, string>> = { '2026-12-25': 'Christmas Day', '2027-01-01': 'New Year’s Day' };

export const around: DemoMore = { holiday: (day) => holidays[day] ?? null };
