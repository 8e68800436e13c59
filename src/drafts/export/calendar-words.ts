/** The words of the calendar of an exit. */
export interface ExitCalendarWords {
  calendar(brand: string): string;
  /** `Abschied – Erste Erinnerung: X, Mastodon` */
  event(kind: string, places: readonly string[]): string;
  duty(person: string): string;
  readonly files: string;
  to(audience: string): string;
  readonly dutyHint: string;
}

export const exitCalendarWords: Readonly<Record<'de' | 'en', ExitCalendarWords>> = {
  de: {
    calendar: (brand) => `Abschied: ${brand}`,
    event: (kind, places) => `Abschied – ${[kind, ...(places.length === 0 ? [] : [places.join(', ')])].join(': ')}`,
    duty: (person) => `Abschied – Dienst: ${person}`,
    files: 'Texte:',
    to: (audience) => `Für ${audience}.`,
    dutyHint: 'Antwortet in dieser Zeit auf Fragen zum Abschied.',
  },
  en: {
    calendar: (brand) => `Farewell: ${brand}`,
    event: (kind, places) => `Farewell – ${[kind, ...(places.length === 0 ? [] : [places.join(', ')])].join(': ')}`,
    duty: (person) => `Farewell – on duty: ${person}`,
    files: 'Texts:',
    to: (audience) => `For ${audience}.`,
    dutyHint: 'Answers questions about the farewell during this time.',
  },
};
