import { describe, expect, it } from 'vitest';
import { dayIn, daysBetween, hourIn, monthIn, shortDayIn, sinceIn, zoneIn } from '../../../src/drafts/facts/days.ts';
import { listIn, quotedIn } from '../../../src/drafts/facts/language-of.ts';
import { farewellLocales } from '../../../src/model/farewell/locale.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('days and hours', () => {
  it('are written as each language writes them', () => {
    const written = farewellLocales.map((locale) =>
      [dayIn(locale, '2027-02-28'), shortDayIn(locale, '2027-02-28'), hourIn(locale, '18:00'), hourIn(locale, '9:30')]
        .map(plain)
        .join(' | '),
    );
    expect(written).toEqual([
      'Sonntag, 28. Februar 2027 | 28. Februar | 18 Uhr | 9:30 Uhr',
      'Sunday, 28 February 2027 | 28 February | 6 pm | 9:30 am',
      'dimanche 28 février 2027 | 28 février | 18 h | 9 h 30',
      'domingo, 28 de febrero de 2027 | 28 de febrero | 18:00 h | 9:30 h',
      'domenica 28 febbraio 2027 | 28 febbraio | 18:00 | 9:30',
      'zondag 28 februari 2027 | 28 februari | 18.00 uur | 9.30 uur',
      'niedziela, 28 lutego 2027 | 28 lutego | 18:00 | 9:30',
      'domingo, 28 de fevereiro de 2027 | 28 de fevereiro | 18h | 9h30',
      '28 Şubat 2027 Pazar | 28 Şubat | 18.00 | 9.30',
      'الأحد، 28 فبراير 2027 | 28 فبراير | 6 مساءً | 9:30 صباحًا',
    ]);
  });

  it('have the sign of the first of a month in French, and on no other day', () => {
    expect([dayIn('fr', '2027-03-01'), shortDayIn('fr', '2027-03-01'), sinceIn('fr', '2024-03-01')]).toEqual([
      'lundi 1er mars 2027',
      '1er mars',
      '1er mars 2024',
    ]);
    expect([shortDayIn('fr', '2027-03-11'), sinceIn('fr', '2024-03'), shortDayIn('es', '2027-03-01')]).toEqual([
      '11 mars',
      'mars 2024',
      '1 de marzo',
    ]);
  });

  it('never call noon or midnight 12 am', () => {
    expect([
      hourIn('en', '12:00'),
      hourIn('en', '00:00'),
      plain(hourIn('en', '12:15')),
      plain(hourIn('en', '00:15')),
    ]).toEqual(['noon', 'midnight', '12:15 pm', '12:15 am']);
    expect(['12:00', '00:00', '12:15', '00:15'].map((time) => plain(hourIn('ar', time)))).toEqual([
      '12 ظهرًا',
      '12 منتصف الليل',
      '12:15 ظهرًا',
      '12:15 بعد منتصف الليل',
    ]);
  });

  it('name the zone as it is on that day', () => {
    expect(zoneIn('de', '2027-02-28T18:00', 'Europe/Berlin')).toBe('MEZ');
    expect(zoneIn('de', '2027-04-28T18:00', 'Europe/Berlin')).toBe('MESZ');
    expect(zoneIn('en', '2027-02-28T18:00', 'Europe/Berlin')).toBe('CET');
  });

  it('say since when, to the month or to the day', () => {
    expect([sinceIn('de', '2024-03'), sinceIn('de', '2024-03-12'), sinceIn('en', '2024-03')]).toEqual([
      'März 2024',
      '12. März 2024',
      'March 2024',
    ]);
  });

  it('have a month in the form that it has behind "since"', () => {
    expect([sinceIn('pl', '2024-03'), sinceIn('pl', '2024-03-12'), monthIn('pl', '2024-03')]).toEqual([
      'marca 2024',
      '12 marca 2024',
      'marzec 2024',
    ]);
  });

  it('are counted over the calendar, whatever the clocks do', () => {
    expect(daysBetween('2027-03-27T10:00', '2027-03-29')).toBe(2);
    expect(daysBetween('2027-02-28T18:00', '2027-02-28')).toBe(0);
  });
});

describe('lists and quotes', () => {
  it('are those of each language', () => {
    expect(farewellLocales.map((locale) => listIn(locale, ['A', 'B', 'C'], 'and'))).toEqual([
      'A, B und C',
      'A, B and C',
      'A, B et C',
      'A, B y C',
      'A, B e C',
      'A, B en C',
      'A, B i C',
      'A, B e C',
      'A, B ve C',
      'A وB وC',
    ]);
    expect(listIn('de', ['A', 'B'], 'or')).toBe('A oder B');
    expect(farewellLocales.map((locale) => quotedIn(locale, 'x')).join(' ')).toBe(
      '„x“ “x” «\u202fx\u202f» «x» «x» “x” „x” «x» “x” «x»',
    );
  });
});
