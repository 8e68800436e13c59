import type { HolidayCalendar } from './holiday-calendar.ts';
import { once } from './holiday-rule.ts';

const checkedOn = '2026-11-26';

export const poland: HolidayCalendar = {
  name: 'Poland',
  from: 2000,
  source: 'Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1',
  checkedOn,
  rules: [
    { name: 'Nowy Rok', on: '01-01' },
    { name: 'Trzech Króli', on: '01-06', from: 2011 },
    { name: 'Wielkanoc', easter: 0 },
    { name: 'Poniedziałek Wielkanocny', easter: 1 },
    { name: 'Święto Państwowe', on: '05-01' },
    { name: 'Święto Narodowe Trzeciego Maja', on: '05-03' },
    { name: 'Zielone Świątki', easter: 49 },
    { name: 'Boże Ciało', easter: 60 },
    { name: 'Wniebowzięcie Najświętszej Maryi Panny', on: '08-15' },
    { name: 'Wszystkich Świętych', on: '11-01' },
    { name: 'Narodowe Święto Niepodległości', on: '11-11' },
    once('2018-11-12', 'Święto Narodowe z okazji setnej rocznicy odzyskania niepodległości'),
    { name: 'Wigilia Bożego Narodzenia', on: '12-24', from: 2025 },
    { name: 'Boże Narodzenie', on: '12-25' },
    { name: 'Drugi dzień Bożego Narodzenia', on: '12-26' },
  ],
  regions: {},
  note: 'For a holiday on a Saturday each employer names another day, which nobody else knows.',
};

export const denmark: HolidayCalendar = {
  name: 'Denmark',
  from: 2000,
  source: 'Lov om Folkekirkens helligdage, and lov nr. 214 af 6. marts 2023 (store bededag)',
  checkedOn,
  rules: [
    { name: 'Nytårsdag', on: '01-01' },
    { name: 'Skærtorsdag', easter: -3 },
    { name: 'Langfredag', easter: -2 },
    { name: 'Påskedag', easter: 0 },
    { name: 'Anden påskedag', easter: 1 },
    { name: 'Store bededag', easter: 26, until: 2023 },
    { name: 'Kristi himmelfartsdag', easter: 39 },
    { name: 'Pinsedag', easter: 49 },
    { name: 'Anden pinsedag', easter: 50 },
    { name: 'Juledag', on: '12-25' },
    { name: 'Anden juledag', on: '12-26' },
  ],
  regions: {},
  note: '5 June and 24 December, on which many have the day or half of it off, are no holidays by the law and left out.',
};

/** With the three eves that the law on how periods are counted puts beside the holidays. */
export const sweden: HolidayCalendar = {
  name: 'Sweden',
  from: 2000,
  source: 'Lag (1989:253) om allmänna helgdagar, lag (1930:173) om beräkning av lagstadgad tid § 2',
  checkedOn,
  rules: [
    { name: 'Nyårsdagen', on: '01-01' },
    { name: 'Trettondedag jul', on: '01-06' },
    { name: 'Långfredagen', easter: -2 },
    { name: 'Påskdagen', easter: 0 },
    { name: 'Annandag påsk', easter: 1 },
    { name: 'Första maj', on: '05-01' },
    { name: 'Kristi himmelsfärdsdag', easter: 39 },
    { name: 'Pingstdagen', easter: 49 },
    { name: 'Annandag pingst', easter: 50, until: 2004 },
    { name: 'Sveriges nationaldag', on: '06-06', from: 2005 },
    { name: 'Midsommarafton', weekday: 5, onOrAfter: '06-19' },
    { name: 'Midsommardagen', weekday: 6, onOrAfter: '06-20' },
    { name: 'Alla helgons dag', weekday: 6, onOrAfter: '10-31' },
    { name: 'Julafton', on: '12-24' },
    { name: 'Juldagen', on: '12-25' },
    { name: 'Annandag jul', on: '12-26' },
    { name: 'Nyårsafton', on: '12-31' },
  ],
  regions: {},
};
