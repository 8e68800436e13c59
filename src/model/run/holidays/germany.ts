import type { HolidayCalendar } from './holiday-calendar.ts';
import { type HolidayRule, once } from './holiday-rule.ts';

const epiphany: HolidayRule = { name: 'Heilige Drei Könige', on: '01-06' };
const corpusChristi: HolidayRule = { name: 'Fronleichnam', easter: 60 };
const assumption: HolidayRule = { name: 'Mariä Himmelfahrt', on: '08-15' };
const reformation: HolidayRule = { name: 'Reformationstag', on: '10-31' };
/** The 500th one, 2017, is a day of all Länder. Since 2018 the four in the north have it every year. */
const reformationInTheNorth: HolidayRule = { ...reformation, from: 2018 };
const allSaints: HolidayRule = { name: 'Allerheiligen', on: '11-01' };
const womensDay: HolidayRule = { name: 'Frauentag', on: '03-08' };
const easterSunday: HolidayRule = { name: 'Ostersonntag', easter: 0 };
const whitSunday: HolidayRule = { name: 'Pfingstsonntag', easter: 49 };

const checkedOn = '2026-11-26';

/** Days that only some places of a Land have: `DE-BY` has 15 August, as most of its places do, and no Augsburger Friedensfest. */
export const germany: HolidayCalendar = {
  name: 'Germany',
  from: 1995,
  source: 'Einigungsvertrag Art. 2 Abs. 2, and the Feiertagsgesetze of the Länder, which all have these days',
  checkedOn,
  rules: [
    { name: 'Neujahr', on: '01-01' },
    { name: 'Karfreitag', easter: -2 },
    { name: 'Ostermontag', easter: 1 },
    { name: 'Tag der Arbeit', on: '05-01' },
    { name: 'Christi Himmelfahrt', easter: 39 },
    { name: 'Pfingstmontag', easter: 50 },
    { name: 'Tag der Deutschen Einheit', on: '10-03' },
    once('2017-10-31', 'Reformationstag'),
    { name: '1. Weihnachtstag', on: '12-25' },
    { name: '2. Weihnachtstag', on: '12-26' },
  ],
  regions: {
    BB: { source: 'FTG Brandenburg § 2', checkedOn, rules: [easterSunday, whitSunday, withoutJubilee(reformation)] },
    BE: {
      source: 'Feiertagsgesetz Berlin § 1',
      checkedOn,
      rules: [
        { ...womensDay, from: 2019 },
        once('2020-05-08', 'Tag der Befreiung'),
        once('2025-05-08', 'Tag der Befreiung'),
        once('2028-06-17', '75. Jahrestag des Aufstandes vom 17. Juni 1953'),
      ],
    },
    BW: { source: 'Feiertagsgesetz Baden-Württemberg § 1', checkedOn, rules: [epiphany, corpusChristi, allSaints] },
    BY: {
      source: 'Bayerisches Feiertagsgesetz Art. 1',
      checkedOn,
      rules: [epiphany, corpusChristi, assumption, allSaints],
      note: '15 August holds where most people are Catholic: about 1,700 of 2,056 places, Munich among them, Nuremberg not. 8 August, in Augsburg alone, is left out.',
    },
    HB: { source: 'Bremisches Feiertagsgesetz § 2', checkedOn, rules: [reformationInTheNorth] },
    HE: { source: 'Hessisches Feiertagsgesetz § 1', checkedOn, rules: [corpusChristi] },
    HH: { source: 'Feiertagsgesetz Hamburg § 1', checkedOn, rules: [reformationInTheNorth] },
    MV: {
      source: 'Feiertagsgesetz Mecklenburg-Vorpommern § 2',
      checkedOn,
      rules: [{ ...womensDay, from: 2023 }, withoutJubilee(reformation)],
    },
    NI: { source: 'Niedersächsisches Feiertagsgesetz § 2', checkedOn, rules: [reformationInTheNorth] },
    NW: { source: 'Feiertagsgesetz NW § 2', checkedOn, rules: [corpusChristi, allSaints] },
    RP: { source: 'Feiertagsgesetz Rheinland-Pfalz § 2', checkedOn, rules: [corpusChristi, allSaints] },
    SH: { source: 'Sonn- und Feiertagsgesetz Schleswig-Holstein § 2', checkedOn, rules: [reformationInTheNorth] },
    SL: { source: 'Feiertagsgesetz Saarland § 2', checkedOn, rules: [corpusChristi, assumption, allSaints] },
    SN: {
      source: 'Sächsisches Sonn- und Feiertagsgesetz § 1',
      checkedOn,
      rules: [withoutJubilee(reformation), { name: 'Buß- und Bettag', weekday: 3, onOrBefore: '11-22' }],
      note: 'Corpus Christi, in some Sorbian places alone, is left out.',
    },
    ST: { source: 'Feiertagsgesetz Sachsen-Anhalt § 2', checkedOn, rules: [epiphany, withoutJubilee(reformation)] },
    TH: {
      source: 'Thüringer Feier- und Gedenktagsgesetz § 2',
      checkedOn,
      rules: [{ name: 'Weltkindertag', on: '09-20', from: 2019 }, withoutJubilee(reformation)],
      note: 'Corpus Christi, in the Eichsfeld and some other places alone, is left out.',
    },
  },
};

/** 2017 is in the rules of all Länder already. */
function withoutJubilee(rule: HolidayRule): HolidayRule {
  return { ...rule, not: [2017] };
}
