import type { GoneBecause } from '../../../model/comparison.ts';
import type { ExportLanguage } from '../../../model/export-format.ts';

/** The words about a post that was deleted after publication, in one language. */
interface GoneTexts {
  readonly badge: string;
  readonly note: (lastSeen: string, missed: string) => string;
  readonly because: Readonly<Record<GoneBecause, string>>;
}

export const goneTexts: Readonly<Record<ExportLanguage, GoneTexts>> = {
  de: {
    badge: 'gelöscht',
    note: (lastSeen, missed) =>
      `Nach der Veröffentlichung gelöscht: zuletzt gesehen am ${lastSeen}, nicht mehr da am ${missed}.`,
    because: {
      'platform-says': 'Die Plattform meldet den Beitrag als gelöscht.',
      'not-found': 'Seine Adresse antwortet mit „nicht gefunden“.',
      'complete-list': 'Die Sicherung enthielt nachweislich alle Beiträge, diesen nicht.',
    },
  },
  en: {
    badge: 'deleted',
    note: (lastSeen, missed) => `Deleted after publication: last seen on ${lastSeen}, no longer there on ${missed}.`,
    because: {
      'platform-says': 'The platform says that the post is gone.',
      'not-found': 'Its address answers “not found”.',
      'complete-list': 'The snapshot is proved to have held every post, and did not hold this one.',
    },
  },
};
