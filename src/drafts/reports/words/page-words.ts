import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';

export interface PageWords {
  readonly title: (brand: string) => string;
  readonly made: (at: string) => string;
  readonly contents: string;
  readonly page: string;
}

export const pageWords: Readonly<Record<ReportLanguage, PageWords>> = {
  de: {
    title: (brand) => `${brand}: Berichte zum Abschied`,
    made: (at) => `Nach den Entwürfen vom ${at}. Intern.`,
    contents: 'Inhalt',
    page: 'Seite',
  },
  en: {
    title: (brand) => `${brand}: reports on the farewell`,
    made: (at) => `From the drafts as of ${at}. Internal.`,
    contents: 'Contents',
    page: 'page',
  },
};
