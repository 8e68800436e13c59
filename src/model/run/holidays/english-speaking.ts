import type { HolidayCalendar } from './holiday-calendar.ts';
import { type HolidayRule, nth, once } from './holiday-rule.ts';

const checkedOn = '2026-11-26';
const ukSource = 'Banking and Financial Dealings Act 1971, Schedule 1, and royal proclamations (gov.uk/bank-holidays)';

const substitution = 'next-working-day';
const newYear: HolidayRule = { name: 'New Year’s Day', on: '01-01', substitution };
const easterMonday: HolidayRule = { name: 'Easter Monday', easter: 1 };
const lastOfAugust: HolidayRule = { name: 'Summer bank holiday', weekday: 1, onOrBefore: '08-31' };

/** In all four parts. */
const everywhere: readonly HolidayRule[] = [
  { name: 'Good Friday', easter: -2 },
  { name: 'Early May bank holiday', ...nth(1, 1, 5), not: [2020] },
  once('2020-05-08', 'Early May bank holiday (VE Day)'),
  { name: 'Spring bank holiday', weekday: 1, onOrBefore: '05-31', not: [2002, 2012, 2022] },
  once('2002-06-03', 'Golden Jubilee'),
  once('2002-06-04', 'Spring bank holiday'),
  once('2011-04-29', 'Royal wedding'),
  once('2012-06-04', 'Spring bank holiday'),
  once('2012-06-05', 'Diamond Jubilee'),
  once('2022-06-02', 'Spring bank holiday'),
  once('2022-06-03', 'Platinum Jubilee'),
  once('2022-09-19', 'State Funeral of Queen Elizabeth II'),
  once('2023-05-08', 'Coronation of King Charles III'),
  { name: 'Christmas Day', on: '12-25', substitution },
  { name: 'Boxing Day', on: '12-26', substitution },
];

const englandAndWales = { source: ukSource, checkedOn, rules: [newYear, easterMonday, lastOfAugust] };

/** The bank holidays differ, so that a part has to be named. */
export const unitedKingdom: HolidayCalendar = {
  name: 'the United Kingdom',
  from: 2000,
  source: ukSource,
  checkedOn,
  needsRegion: true,
  rules: everywhere,
  regions: {
    ENG: englandAndWales,
    WLS: englandAndWales,
    SCT: {
      source: `${ukSource}; St Andrew’s Day Bank Holiday (Scotland) Act 2007`,
      checkedOn,
      rules: [
        newYear,
        { name: '2nd January', on: '01-02', substitution },
        once('2026-06-15', 'World Cup bank holiday'),
        { name: 'Summer bank holiday', ...nth(1, 1, 8) },
        { name: 'St Andrew’s Day', on: '11-30', from: 2007, substitution },
      ],
      note: 'Councils and firms often keep local days instead.',
    },
    NIR: {
      source: ukSource,
      checkedOn,
      rules: [
        newYear,
        { name: 'St Patrick’s Day', on: '03-17', substitution },
        easterMonday,
        { name: 'Battle of the Boyne (Orangemen’s Day)', on: '07-12', substitution },
        lastOfAugust,
      ],
    },
  },
};

const observed = 'nearest-weekday';

/** Of the federal government; those of the states are unknown. */
export const unitedStates: HolidayCalendar = {
  name: 'the United States',
  from: 2000,
  source: '5 U.S.C. 6103 and Executive Order 11582 (opm.gov, Federal Holidays)',
  checkedOn,
  rules: [
    { name: 'New Year’s Day', on: '01-01', substitution: observed },
    { name: 'Birthday of Martin Luther King, Jr.', ...nth(3, 1, 1) },
    { name: 'Washington’s Birthday', ...nth(3, 1, 2) },
    { name: 'Memorial Day', weekday: 1, onOrBefore: '05-31' },
    { name: 'Juneteenth National Independence Day', on: '06-19', from: 2021, substitution: observed },
    { name: 'Independence Day', on: '07-04', substitution: observed },
    { name: 'Labor Day', ...nth(1, 1, 9) },
    { name: 'Columbus Day', ...nth(2, 1, 10) },
    { name: 'Veterans Day', on: '11-11', substitution: observed },
    { name: 'Thanksgiving Day', ...nth(4, 4, 11) },
    { name: 'Christmas Day', on: '12-25', substitution: observed },
  ],
  regions: {},
  note: 'Inauguration Day, in and around Washington alone, is left out, as are days that a President gives to federal offices.',
};
