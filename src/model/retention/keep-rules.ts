/** How many snapshots of a channel stay: the newest ones, and one of each of the newest days, weeks, months and years. */
export interface KeepRules {
  readonly last: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

export const keepPeriods = ['daily', 'weekly', 'monthly', 'yearly'] as const;
export type KeepPeriod = (typeof keepPeriods)[number];

export const noKeepRules: KeepRules = { last: 0, daily: 0, weekly: 0, monthly: 0, yearly: 0 };

/** Without a rule everything stays: an empty list of rules must never read as "keep nothing". */
export function hasKeepRules(rules: KeepRules): boolean {
  return Object.values(rules).some((count) => count > 0);
}
