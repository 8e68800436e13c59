import type { GapReason } from '../model/gap.ts';
import type { FactLanguage, LocalText, PlatformId } from '../model/platform.ts';

/** What somebody can do next about a verdict. */
export type NextStep =
  | 'log-in'
  | 'whole'
  | 'later'
  | 'robots'
  | 'grown'
  | 'again-or-export'
  | 'again-or-records'
  | 'export'
  | 'records';

/** What stood in the way, as the end of a sentence. */
const walls: Readonly<Partial<Record<GapReason, LocalText>>> = {
  'login-wall': { en: 'a login wall stood in the way', de: 'eine Anmeldeschranke stand im Weg' },
  'logged-out': { en: 'the login ended on the way', de: 'die Anmeldung endete unterwegs' },
  'bot-wall': { en: 'the site took Lastpost for an attack', de: 'die Seite hielt Lastpost für einen Angriff' },
  forbidden: { en: 'the site refused access', de: 'die Seite verweigerte den Zugang' },
  robots: { en: 'robots.txt closes it', de: 'robots.txt untersagt den Zugang' },
  'age-gate': { en: 'the site asks for an age', de: 'die Seite verlangt eine Altersangabe' },
  'country-gate': {
    en: 'the site shows it in other countries only',
    de: 'die Seite zeigt sie nur in anderen Ländern',
  },
  'rate-limited': { en: 'the site asked for a pause', de: 'die Seite verlangte eine Pause' },
  'server-error': { en: 'the site failed on its side', de: 'die Seite hatte selbst eine Störung' },
  timeout: { en: 'the site did not answer in time', de: 'die Seite antwortete nicht rechtzeitig' },
  'connection-failed': { en: 'the connection failed', de: 'die Verbindung brach ab' },
  'page-budget': { en: 'the time for the page was up', de: 'die Zeit für die Seite war abgelaufen' },
  crashed: { en: 'the page crashed the browser', de: 'die Seite brachte den Browser zum Absturz' },
  interrupted: { en: 'it was stopped before the end', de: 'die Aufnahme wurde vorzeitig beendet' },
  'limit-time': { en: 'the allowed time was up', de: 'die erlaubte Zeit war abgelaufen' },
  'limit-pages': { en: 'the allowed number of pages was reached', de: 'die erlaubte Seitenzahl war erreicht' },
  'limit-bytes': { en: 'the allowed size was reached', de: 'die erlaubte Größe war erreicht' },
};

const steps: Readonly<Record<NextStep, LocalText>> = {
  'log-in': {
    en: 'Ask the platform for the official export, or log in with "lastpost channel login" and take the snapshot again.',
    de: 'Fordern Sie bei der Plattform den offiziellen Export an, oder melden Sie sich mit „lastpost channel login“ an und wiederholen Sie die Sicherung.',
  },
  whole: {
    en: 'Take the snapshot again and let it run to its end.',
    de: 'Wiederholen Sie die Sicherung und lassen Sie sie bis zum Ende laufen.',
  },
  later: { en: 'Take the snapshot again later.', de: 'Wiederholen Sie die Sicherung später.' },
  robots: {
    en: 'If the site is yours, take the snapshot again with --robots ignore.',
    de: 'Wenn die Seite Ihnen gehört, wiederholen Sie die Sicherung mit --robots ignore.',
  },
  grown: {
    en: 'The number grew while the snapshot was taken: take it again.',
    de: 'Die Zahl ist während der Aufnahme gestiegen: Wiederholen Sie die Sicherung.',
  },
  'again-or-export': {
    en: 'Take the snapshot again; if it stays like this, compare it with the official export of the platform.',
    de: 'Wiederholen Sie die Sicherung; bleibt es dabei, vergleichen Sie sie mit dem offiziellen Export der Plattform.',
  },
  'again-or-records': {
    en: "Take the snapshot again; if it stays like this, compare it with the list of posts in the site's administration.",
    de: 'Wiederholen Sie die Sicherung; bleibt es dabei, vergleichen Sie sie mit der Liste der Beiträge in der Verwaltung der Website.',
  },
  export: {
    en: 'Ask the platform for the official export and compare the two before anything is deleted.',
    de: 'Fordern Sie bei der Plattform den offiziellen Export an und vergleichen Sie beides, bevor etwas gelöscht wird.',
  },
  records: {
    en: "Compare it with the list of posts in the site's administration before anything is deleted.",
    de: 'Vergleichen Sie sie mit der Liste der Beiträge in der Verwaltung der Website, bevor etwas gelöscht wird.',
  },
};

const byWall: Readonly<Partial<Record<GapReason, NextStep>>> = {
  'login-wall': 'log-in',
  'logged-out': 'log-in',
  'bot-wall': 'log-in',
  forbidden: 'log-in',
  'age-gate': 'log-in',
  'country-gate': 'log-in',
  robots: 'robots',
  interrupted: 'whole',
  'limit-time': 'whole',
  'limit-pages': 'whole',
  'limit-bytes': 'whole',
  'page-budget': 'whole',
  'rate-limited': 'later',
  'server-error': 'later',
  timeout: 'later',
  'connection-failed': 'later',
  crashed: 'later',
};

/** Software of one's own: who runs it has the list of posts, and no platform has to be asked. */
const ownSoftware: ReadonlySet<PlatformId> = new Set<PlatformId>(['website', 'wordpress', 'ghost']);

/** @param mayHelp whether taking the snapshot again may bring more */
export function nextStep(wall: GapReason | undefined, platform: PlatformId, mayHelp: boolean): NextStep {
  const known = wall === undefined ? undefined : byWall[wall];
  if (known !== undefined) return known;
  const isOwn = ownSoftware.has(platform);
  if (mayHelp) return isOwn ? 'again-or-records' : 'again-or-export';
  return isOwn ? 'records' : 'export';
}

export function stepWords(step: NextStep, language: FactLanguage): string {
  return steps[step][language];
}

export function wallWords(wall: GapReason, language: FactLanguage): string {
  return walls[wall]?.[language] ?? { en: 'something stood in the way', de: 'etwas stand im Weg' }[language];
}
