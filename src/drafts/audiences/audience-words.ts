import type { Audience } from '../../model/farewell/exit-facts.ts';
import type { FactLanguage, LocalText } from '../../model/platform.ts';
import { dayIn, hourIn } from '../facts/days.ts';

export const audienceNames: Readonly<Record<Audience, LocalText>> = {
  leads: { en: 'leads', de: 'Leitung' },
  staff: { en: 'staff', de: 'Belegschaft' },
  partners: { en: 'partners', de: 'Partner' },
  public: { en: 'public', de: 'öffentlich' },
};

export const lineWords = {
  title: { en: 'Who knows when', de: 'Wer es wann erfährt' },
  zone: { en: 'all times', de: 'alle Zeiten' },
  more: { en: (count: number) => `and ${count} more`, de: (count: number) => `und ${count} weitere` },
  fact: { en: 'no draft; as lastpost.yaml has it', de: 'kein Entwurf; nach lastpost.yaml' },
  step: { en: 'step', de: 'Schritt' },
} as const;

/** `Friday, 27 November 2026, 7:30 am` */
export function whenText(local: string, language: FactLanguage): string {
  return `${dayIn(language, local.slice(0, 10))}, ${hourIn(language, local)}`.replace(/\p{Zs}/gu, ' ');
}

interface Word {
  readonly what: string;
  readonly at: string;
}

/** The sentence that nobody wants to read on the morning of the announcement. */
export function tooEarlyText(one: Word, last: Word, before: Audience): LocalText {
  const isSame = one.at === last.at;
  const whom =
    before === 'staff'
      ? { en: 'the cashier', de: 'die Kasse', beside: 'der Kasse' }
      : { en: 'those who lead shop and telephone', de: 'die Leitung von Laden und Telefon', beside: 'der Leitung' };
  const how = {
    en: isSame ? `at the same moment as ${whom.en}` : `before ${whom.en}`,
    de: isSame ? `zugleich mit ${whom.beside} erfahren` : `früher erfahren als ${whom.de}`,
  };
  return {
    en: `A customer would hear of it ${how.en}: ${one.what} goes out on ${whenText(one.at, 'en')}, and ${last.what} on ${whenText(last.at, 'en')}.`,
    de: `Die Kundschaft würde es ${how.de}: ${one.what} geht am ${whenText(one.at, 'de')} hinaus, ${last.what} am ${whenText(last.at, 'de')}.`,
  };
}

/** How much time the house has before the public, in a sentence. */
export function aheadText(hours: number): LocalText {
  const days = Math.floor(Math.abs(hours) / 24);
  const rest = Math.floor(Math.abs(hours) % 24);
  const said = (one: string, many: string, count: number): readonly string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const en = [...said('day', 'days', days), ...said('hour', 'hours', rest)].join(' and ') || 'less than an hour';
  const de =
    [...said('Tag', 'Tage', days), ...said('Stunde', 'Stunden', rest)].join(' und ') || 'weniger als eine Stunde';
  return {
    en: `The staff know ${en} before the public.`,
    de: `Die Belegschaft weiß es ${de} vor der Öffentlichkeit.`,
  };
}
