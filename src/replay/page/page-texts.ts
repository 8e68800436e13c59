import type { PageLanguage } from '../choose-language.ts';

/** Every word of the page in one language. */
export interface PageTexts {
  readonly copyOf: string;
  readonly takenAt: string;
  readonly pages: (count: string, isOne: boolean) => string;
  readonly complete: string;
  readonly partial: string;
  readonly noGaps: string;
  readonly gaps: (count: string, isOne: boolean) => string;
  readonly gapsMean: string;
  readonly moreGaps: (count: string) => string;
  readonly listTitle: string;
  readonly listCut: (count: string) => string;
  readonly search: string;
  readonly nothingFound: string;
  readonly showMore: string;
  readonly hideList: string;
  readonly showList: string;
  readonly shown: string;
  readonly loading: string;
  readonly notInSnapshot: string;
  readonly untitled: string;
  readonly offline: string;
  readonly shownWith: string;
  readonly needsScript: string;
  readonly unreachable: string;
}

export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = {
  en: {
    copyOf: 'Snapshot of',
    takenAt: 'taken',
    pages: (count, isOne) => (isOne ? `${count} page` : `${count} pages`),
    complete: 'Complete',
    partial: 'Partial',
    noGaps: 'no gaps',
    gaps: (count, isOne) => (isOne ? `${count} gap` : `${count} gaps`),
    gapsMean: 'What should be in this snapshot and is not, with the reason:',
    moreGaps: (count) => `and ${count} more, in reports/gaps.json inside the file`,
    listTitle: 'Pages',
    listCut: (count) => `The list shows the first ${count} pages; links lead to all of them.`,
    search: 'Search titles and addresses',
    nothingFound: 'No page has these words in its title or address.',
    showMore: 'Show more',
    hideList: 'Hide list',
    showList: 'Show list',
    shown: 'Archived page',
    loading: 'Opening the snapshot …',
    notInSnapshot: 'This address is not in the snapshot.',
    untitled: 'Without a title',
    offline: 'What you see comes from the file on this computer, nothing from the internet.',
    shownWith: 'Shown with ReplayWeb.page by Webrecorder (AGPL-3.0), as you installed it.',
    needsScript: 'This page needs JavaScript to show the snapshot.',
    unreachable: 'Lastpost no longer answers. Start "lastpost snapshot replay" again and reload this page.',
  },
  de: {
    copyOf: 'Sicherung von',
    takenAt: 'aufgenommen am',
    pages: (count, isOne) => (isOne ? `${count} Seite` : `${count} Seiten`),
    complete: 'Vollständig',
    partial: 'Unvollständig',
    noGaps: 'keine Lücken',
    gaps: (count, isOne) => (isOne ? `${count} Lücke` : `${count} Lücken`),
    gapsMean: 'Was in diese Sicherung gehört und fehlt, mit dem Grund:',
    moreGaps: (count) => `und ${count} weitere, in der Datei unter reports/gaps.json`,
    listTitle: 'Seiten',
    listCut: (count) => `Die Liste zeigt die ersten ${count} Seiten; über Links sind alle erreichbar.`,
    search: 'Titel und Adressen durchsuchen',
    nothingFound: 'Keine Seite hat diese Wörter in Titel oder Adresse.',
    showMore: 'Mehr zeigen',
    hideList: 'Liste ausblenden',
    showList: 'Liste einblenden',
    shown: 'Archivierte Seite',
    loading: 'Die Sicherung wird geöffnet …',
    notInSnapshot: 'Diese Adresse ist nicht in der Sicherung.',
    untitled: 'Ohne Titel',
    offline: 'Was Sie hier sehen, kommt aus der Datei auf diesem Rechner, nichts aus dem Internet.',
    shownWith: 'Gezeigt mit ReplayWeb.page von Webrecorder (AGPL-3.0), so wie Sie es installiert haben.',
    needsScript: 'Diese Seite braucht JavaScript, um die Sicherung zu zeigen.',
    unreachable: 'Lastpost antwortet nicht mehr. Starten Sie „lastpost snapshot replay“ neu und laden Sie diese Seite.',
  },
};
