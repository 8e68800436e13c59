import type { HolidayCalendar } from './holiday-calendar.ts';
import { type HolidayRule, nth } from './holiday-rule.ts';

const berchtold: HolidayRule = { name: 'Berchtoldstag', on: '01-02' };
const goodFriday: HolidayRule = { name: 'Karfreitag', easter: -2 };
const easterMonday: HolidayRule = { name: 'Ostermontag', easter: 1 };
const labourDay: HolidayRule = { name: 'Tag der Arbeit', on: '05-01' };
const whitMonday: HolidayRule = { name: 'Pfingstmontag', easter: 50 };
const corpusChristi: HolidayRule = { name: 'Fronleichnam', easter: 60 };
const assumption: HolidayRule = { name: 'Mariä Himmelfahrt', on: '08-15' };
const allSaints: HolidayRule = { name: 'Allerheiligen', on: '11-01' };
const immaculate: HolidayRule = { name: 'Mariä Empfängnis', on: '12-08' };
const stephen: HolidayRule = { name: 'Stephanstag', on: '12-26' };
const joseph: HolidayRule = { name: 'Josefstag', on: '03-19' };

const checkedOn = '2026-11-26';
const inGeneral = 'Bundesamt für Justiz, Gesetzliche Feiertage in der Schweiz (kant-feiertage.pdf)';

/** CH alone has the four days that all cantons keep. Cantons that are not here are unknown, such as Aargau, where districts differ. */
export const switzerland: HolidayCalendar = {
  name: 'Switzerland',
  from: 2010,
  source: `Bundesverfassung Art. 110 Abs. 3 for 1 August; ${inGeneral}`,
  checkedOn,
  rules: [
    { name: 'Neujahr', on: '01-01' },
    { name: 'Auffahrt', easter: 39 },
    { name: 'Bundesfeier', on: '08-01' },
    { name: 'Weihnachten', on: '12-25' },
  ],
  regions: {
    BE: {
      source: 'Gesetz über die Ruhe an öffentlichen Feiertagen (BSG 555.1) Art. 2',
      checkedOn,
      rules: [berchtold, goodFriday, easterMonday, whitMonday, stephen],
    },
    BL: { source: inGeneral, checkedOn, rules: [goodFriday, easterMonday, labourDay, whitMonday, stephen] },
    BS: { source: inGeneral, checkedOn, rules: [goodFriday, easterMonday, labourDay, whitMonday, stephen] },
    GE: {
      source: 'Loi sur les jours fériés (J 1 45) art. 1',
      checkedOn,
      rules: [
        { name: 'Vendredi saint', easter: -2 },
        { name: 'Lundi de Pâques', easter: 1 },
        { name: 'Lundi de Pentecôte', easter: 50 },
        { name: 'Jeûne genevois', weekday: 7, onOrAfter: '09-01', plus: 4 },
        { name: 'Restauration de la République', on: '12-31' },
      ],
    },
    LU: {
      source: 'Ruhetags- und Ladenschlussgesetz (SRL 855) § 1a',
      checkedOn,
      rules: [goodFriday, corpusChristi, assumption, allSaints, immaculate, stephen],
      note: 'Easter Monday, Whit Monday and 2 January are kept by many, and are no public days of rest by the law; they are left out.',
    },
    SG: {
      source: 'Gesetz über Ruhetag und Ladenöffnung (sGS 552.1) Art. 2',
      checkedOn,
      rules: [goodFriday, easterMonday, whitMonday, allSaints, stephen],
    },
    TG: {
      source: 'Gesetz über die öffentlichen Ruhetage (RB 822.9) § 1',
      checkedOn,
      rules: [berchtold, goodFriday, easterMonday, labourDay, whitMonday, stephen],
    },
    TI: {
      source: 'Legge concernente i giorni festivi ufficiali nel Cantone Ticino, 15 dicembre 2009, art. 1',
      checkedOn,
      rules: [
        { name: 'Epifania', on: '01-06' },
        { name: 'San Giuseppe', on: '03-19' },
        { name: 'Lunedì di Pasqua', easter: 1 },
        { name: 'Festa del lavoro', on: '05-01' },
        { name: 'Lunedì di Pentecoste', easter: 50 },
        { name: 'Corpus Domini', easter: 60 },
        { name: 'Santi Pietro e Paolo', on: '06-29' },
        { name: 'Assunzione', on: '08-15' },
        { name: 'Ognissanti', on: '11-01' },
        { name: 'Immacolata', on: '12-08' },
        { name: 'Santo Stefano', on: '12-26' },
      ],
    },
    VD: {
      source: 'Loi sur l’emploi (BLV 822.11) art. 47',
      checkedOn,
      rules: [
        { name: '2 janvier', on: '01-02' },
        { name: 'Vendredi saint', easter: -2 },
        { name: 'Lundi de Pâques', easter: 1 },
        { name: 'Lundi de Pentecôte', easter: 50 },
        { name: 'Lundi du Jeûne fédéral', ...nth(3, 7, 9), plus: 1 },
      ],
    },
    VS: { source: inGeneral, checkedOn, rules: [joseph, corpusChristi, assumption, allSaints, immaculate] },
    ZH: {
      source: 'Ruhetags- und Ladenöffnungsgesetz (LS 822.4) § 1',
      checkedOn,
      rules: [goodFriday, easterMonday, labourDay, whitMonday, stephen],
      note: '2 January is kept by many, and is no public day of rest by the law; it is left out, as are Sechseläuten and Knabenschiessen.',
    },
  },
};
