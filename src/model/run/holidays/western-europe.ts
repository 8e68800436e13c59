import type { HolidayCalendar } from './holiday-calendar.ts';
import { once } from './holiday-rule.ts';

const checkedOn = '2026-11-26';

const alsaceMoselle = {
  source: 'Code du travail L3134-13',
  checkedOn,
  rules: [
    { name: 'Vendredi saint', easter: -2 },
    { name: 'Saint-Étienne', on: '12-26' },
  ],
  note: 'Good Friday holds in places that have a Protestant church, or a shared one.',
};

/** The three departments of Alsace-Moselle have two days of their own; FR-6AE is Alsace as ISO 3166-2 has it since 2021. */
export const france: HolidayCalendar = {
  name: 'France',
  from: 2000,
  source: 'Code du travail L3133-1',
  checkedOn,
  rules: [
    { name: 'Jour de l’an', on: '01-01' },
    { name: 'Lundi de Pâques', easter: 1 },
    { name: 'Fête du Travail', on: '05-01' },
    { name: 'Victoire 1945', on: '05-08' },
    { name: 'Ascension', easter: 39 },
    { name: 'Lundi de Pentecôte', easter: 50 },
    { name: 'Fête nationale', on: '07-14' },
    { name: 'Assomption', on: '08-15' },
    { name: 'Toussaint', on: '11-01' },
    { name: 'Armistice 1918', on: '11-11' },
    { name: 'Noël', on: '12-25' },
  ],
  regions: { 57: alsaceMoselle, 67: alsaceMoselle, 68: alsaceMoselle, '6AE': alsaceMoselle },
  note: 'Whit Monday is a public holiday; many people work on it for the journée de solidarité.',
};

/** By the law on how periods are counted; employers need not give every one of these days. */
export const netherlands: HolidayCalendar = {
  name: 'the Netherlands',
  from: 2000,
  source: 'Algemene termijnenwet art. 3 (wetten.overheid.nl, BWBR0002448)',
  checkedOn,
  rules: [
    { name: 'Nieuwjaarsdag', on: '01-01' },
    { name: 'Goede Vrijdag', easter: -2 },
    { name: 'Tweede paasdag', easter: 1 },
    { name: 'Koninginnedag', on: '04-30', until: 2013, substitution: 'saturday-instead' },
    { name: 'Koningsdag', on: '04-27', from: 2014, substitution: 'saturday-instead' },
    { name: 'Bevrijdingsdag', on: '05-05' },
    { name: 'Hemelvaartsdag', easter: 39 },
    { name: 'Tweede pinksterdag', easter: 50 },
    { name: 'Eerste kerstdag', on: '12-25' },
    { name: 'Tweede kerstdag', on: '12-26' },
  ],
  regions: {},
  note: 'Good Friday and 5 May are days of rest by this law; many people work on them. Days that a royal decree puts beside them, such as the Friday after Ascension, are left out.',
};

export const belgium: HolidayCalendar = {
  name: 'Belgium',
  from: 2000,
  source: 'Arrêté royal du 18 avril 1974 / Koninklijk besluit van 18 april 1974, art. 1',
  checkedOn,
  rules: [
    { name: 'Nieuwjaar / Nouvel An', on: '01-01' },
    { name: 'Paasmaandag / Lundi de Pâques', easter: 1 },
    { name: 'Dag van de arbeid / Fête du Travail', on: '05-01' },
    { name: 'Hemelvaart / Ascension', easter: 39 },
    { name: 'Pinkstermaandag / Lundi de Pentecôte', easter: 50 },
    { name: 'Nationale feestdag / Fête nationale', on: '07-21' },
    { name: 'Maria-Hemelvaart / Assomption', on: '08-15' },
    { name: 'Allerheiligen / Toussaint', on: '11-01' },
    { name: 'Wapenstilstand / Armistice', on: '11-11' },
    { name: 'Kerstmis / Noël', on: '12-25' },
  ],
  regions: {},
  note: 'For a holiday on a weekend each employer names another day, which nobody else knows.',
};

export const luxembourg: HolidayCalendar = {
  name: 'Luxembourg',
  from: 2000,
  source: 'Code du travail L.232-2',
  checkedOn,
  rules: [
    { name: 'Jour de l’an', on: '01-01' },
    { name: 'Lundi de Pâques', easter: 1 },
    { name: '1er mai', on: '05-01' },
    { name: 'Journée de l’Europe', on: '05-09', from: 2019 },
    { name: 'Ascension', easter: 39 },
    { name: 'Lundi de Pentecôte', easter: 50 },
    { name: 'Fête nationale', on: '06-23' },
    { name: 'Assomption', on: '08-15' },
    { name: 'Toussaint', on: '11-01' },
    { name: 'Noël', on: '12-25' },
    { name: 'Saint-Étienne', on: '12-26' },
  ],
  regions: {},
};

export const austria: HolidayCalendar = {
  name: 'Austria',
  from: 2000,
  source: 'Arbeitsruhegesetz § 7 Abs. 2',
  checkedOn,
  rules: [
    { name: 'Neujahr', on: '01-01' },
    { name: 'Heilige Drei Könige', on: '01-06' },
    { name: 'Ostermontag', easter: 1 },
    { name: 'Staatsfeiertag', on: '05-01' },
    { name: 'Christi Himmelfahrt', easter: 39 },
    { name: 'Pfingstmontag', easter: 50 },
    { name: 'Fronleichnam', easter: 60 },
    { name: 'Mariä Himmelfahrt', on: '08-15' },
    { name: 'Nationalfeiertag', on: '10-26' },
    { name: 'Allerheiligen', on: '11-01' },
    { name: 'Mariä Empfängnis', on: '12-08' },
    { name: 'Weihnachten', on: '12-25' },
    { name: 'Stefanitag', on: '12-26' },
  ],
  regions: {},
  note: 'Good Friday is no holiday; since 2019 each person may take one day of their own. Days of the patrons of the Länder are left out.',
};

export const italy: HolidayCalendar = {
  name: 'Italy',
  from: 2001,
  source: 'Legge 27 maggio 1949, n. 260, art. 2; legge 20 novembre 2000, n. 336; legge 8 ottobre 2025, n. 151',
  checkedOn,
  rules: [
    { name: 'Capodanno', on: '01-01' },
    { name: 'Epifania', on: '01-06' },
    { name: 'Pasqua', easter: 0 },
    { name: 'Lunedì dell’Angelo', easter: 1 },
    { name: 'Festa della Liberazione', on: '04-25' },
    { name: 'Festa dei lavoratori', on: '05-01' },
    { name: 'Festa della Repubblica', on: '06-02' },
    once('2011-03-17', '150° anniversario dell’Unità d’Italia'),
    { name: 'Assunzione', on: '08-15' },
    { name: 'San Francesco d’Assisi', on: '10-04', from: 2026 },
    { name: 'Ognissanti', on: '11-01' },
    { name: 'Immacolata Concezione', on: '12-08' },
    { name: 'Natale', on: '12-25' },
    { name: 'Santo Stefano', on: '12-26' },
  ],
  regions: {},
  note: 'The day of each city’s patron, and Whit Monday in South Tyrol, are left out.',
};

/** What all communities keep; their own days and those that they move from a Sunday are unknown. */
export const spain: HolidayCalendar = {
  name: 'Spain',
  from: 2008,
  source: 'Real Decreto 2001/1983 art. 45, and the yearly Relación de fiestas laborales in the BOE',
  checkedOn,
  rules: [
    { name: 'Año Nuevo', on: '01-01' },
    { name: 'Epifanía del Señor', on: '01-06' },
    { name: 'Viernes Santo', easter: -2 },
    { name: 'Fiesta del Trabajo', on: '05-01' },
    { name: 'Asunción de la Virgen', on: '08-15' },
    { name: 'Fiesta Nacional de España', on: '10-12' },
    { name: 'Todos los Santos', on: '11-01' },
    { name: 'Día de la Constitución', on: '12-06' },
    { name: 'Inmaculada Concepción', on: '12-08' },
    { name: 'Natividad del Señor', on: '12-25' },
  ],
  regions: {},
  note: 'Each autonomous community has up to four days more and each place two; holidays on a Sunday are moved by some of them.',
};
