import { closestMatch } from '../../base/closest-match.ts';
import { knownHolidays } from '../../model/run/holidays/holidays.ts';
import { error, meant } from '../remark.ts';
import type { LintRules } from './lint-subject.ts';

/** Working days are reckoned in the run; holidays that nobody knows would stop it there. */
export const lintHolidays: LintRules = ({ playbook: { holidays } }) => {
  const codes = knownHolidays().map(({ code }) => code);
  if (holidays === null || codes.includes(holidays)) return [];
  const country = holidays.slice(0, 2);
  const parts = codes.filter((code) => code.startsWith(country));
  const near = closestMatch(holidays, parts.length > 0 ? parts : codes);
  const swap = near === undefined ? {} : { swap: { wrong: holidays, right: near } };
  const choice = parts.length > 0 ? parts : codes;
  return [
    error(
      'unknown-holidays',
      ['holidays'],
      `No holidays are known for "${holidays}".`,
      meant(near, 'place', choice),
      swap,
    ),
  ];
};
