import { numberIn } from '../base/local-format.ts';
import type { ChangeSummary } from '../model/schedule/change-summary.ts';

type Language = 'de' | 'en';
type Names = readonly [one: string, many: string];

const names: Readonly<Record<Language, Readonly<Record<keyof ChangeSummary, Names>>>> = {
  de: {
    newPosts: ['neuer Beitrag', 'neue Beiträge'],
    editedPosts: ['bearbeiteter Beitrag', 'bearbeitete Beiträge'],
    gonePosts: ['Beitrag nicht mehr da', 'Beiträge nicht mehr da'],
    newPages: ['Seite mehr', 'Seiten mehr'],
    gonePages: ['Seite weniger', 'Seiten weniger'],
    changedPages: ['geänderte Seite', 'geänderte Seiten'],
  },
  en: {
    newPosts: ['new post', 'new posts'],
    editedPosts: ['edited post', 'edited posts'],
    gonePosts: ['post gone', 'posts gone'],
    newPages: ['page more', 'pages more'],
    gonePages: ['page less', 'pages less'],
    changedPages: ['changed page', 'changed pages'],
  },
};

/** One line for each kind of change that there is; what is not known has none. */
export function changeLines(language: Language, changes: ChangeSummary | null): readonly string[] {
  const counts = Object.entries(changes ?? {}) as (readonly [keyof ChangeSummary, number | null])[];
  return counts.flatMap(([key, count]) => {
    if (count === null || count === 0) return [];
    return [`- ${numberIn(language, count)} ${names[language][key][count === 1 ? 0 : 1]}`];
  });
}
