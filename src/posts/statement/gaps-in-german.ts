import { numberIn } from '../../base/local-format.ts';
import { counted } from '../counted-words.ts';
import type { GapFacts, GapTelling } from './gap-words.ts';

const n = (count: number): string => numberIn('de', count);
const are = (count: number): string => (count === 1 ? 'ist' : 'sind');
const posts = (count: number): string => counted('de', count, 'post');
const ofPosts = (count: number): string => (count === 1 ? 'einem Beitrag' : `${n(count)} Beiträgen`);
const take = ({ channel }: GapFacts): string => `lastpost snapshot take --channel ${channel}`;
const importing = ({ channel }: GapFacts): string => `lastpost channel import ${channel} DATEI`;

function lost({ lostFiles }: GapFacts): string {
  if (lostFiles === 0) return '';
  const files = lostFiles === 1 ? 'Datei, auf der' : 'Dateien, auf denen';
  return `${n(lostFiles)} ${files} diese Erklärung beruht, ${are(lostFiles)} nicht mehr im Tresor.`;
}

function failed({ count, lostFiles }: GapFacts): string {
  if (count === lostFiles) return '';
  return `${counted('de', count - lostFiles, 'gap')} der Sicherung: Etwas war verschlossen, gestört oder nicht lesbar.`;
}

/** What is missing, and what to do about it, in German. */
export const gapsInGerman: GapTelling = {
  'missing-posts': (facts) => ({
    reason:
      `Die Plattform zählt ${posts(facts.expected ?? 0)}, Export und Sicherung enthalten zusammen ${n(facts.holds)}. Welche${facts.count === 1 ? 'r fehlt' : ` ${n(facts.count)} fehlen`}, ist nicht bekannt.` +
      (facts.mayBeHidden
        ? ' Die Zahl der Plattform kann auch Beiträge mitzählen, die Fremde nicht sehen oder die gelöscht sind.'
        : ''),
    remedy: facts.hasExport
      ? `Fordern Sie bei der Plattform einen frischen Export an, lesen Sie ihn mit „${importing(facts)}“ ein und sichern Sie den Kanal am selben Tag noch einmal.`
      : `Fordern Sie bei der Plattform den offiziellen Export an und lesen Sie ihn mit „${importing(facts)}“ ein.`,
  }),
  'named-missing-posts': ({ count }) => ({
    reason: `${posts(count)} ${are(count)} namentlich bekannt, aber weder im Export noch in der Sicherung.`,
    remedy:
      'Rufen Sie die Adressen auf. Was noch zu sehen ist, holt eine weitere Sicherung; was es nicht mehr gibt, kann jemand annehmen.',
  }),
  'not-in-export': (facts) => ({
    reason: `${posts(facts.count)} der öffentlichen Seiten ${facts.count === 1 ? 'fehlt' : 'fehlen'} im neuesten Export, obwohl ${facts.count === 1 ? 'er' : 'sie'} älter ${are(facts.count)} als dieser. Die Sicherung enthält ${facts.count === 1 ? 'ihn' : 'sie'}; doch einem Export, dem diese fehlen, können auch andere fehlen.`,
    remedy: `Fordern Sie den Export noch einmal an, vollständig und von Anfang an, und lesen Sie ihn mit „${importing(facts)}“ ein.`,
  }),
  'export-parts-missing': (facts) => ({
    reason: `Der Export sagt selbst, dass mehr zu ihm gehört: ${n(facts.count)} seiner Teile oder Zählungen ${are(facts.count)} nicht vollständig da.`,
    remedy: `Laden Sie die fehlenden Teile von derselben Seite oder aus derselben E-Mail herunter und lesen Sie alle zusammen mit „lastpost channel import ${facts.channel} DATEI DATEI…“ ein.`,
  }),
  'export-unreadable': ({ count }) => ({
    reason: `${n(count)} ${count === 1 ? 'Datensatz' : 'Datensätze'} des Exports ${count === 1 ? 'war' : 'waren'} nicht lesbar. Datei und Nummer sind genannt.`,
    remedy:
      'Laden Sie den Export noch einmal herunter: Meist ist die Datei beschädigt. Bleibt es dabei, melden Sie es bitte mit den hier genannten Namen.',
  }),
  'export-media-missing': ({ count, areNowhere }) => ({
    reason: areNowhere
      ? `Exporte dieser Art enthalten keine Bilder und Filme. Von den Beiträgen, die nur der Export enthält, ${are(count)} mindestens ${n(count)} nirgends gesichert.`
      : `${counted('de', count, 'medium')}, ${count === 1 ? 'das' : 'die'} der Export nennt, ${are(count)} nicht darin oder ${count === 1 ? 'lässt' : 'lassen'} sich nicht entpacken.`,
    remedy: areNowhere
      ? 'Sichern Sie den Kanal, solange diese Beiträge noch zu sehen sind, notfalls angemeldet.'
      : 'Laden Sie den Export noch einmal herunter und lesen Sie ihn ein. Was die Plattform weglässt, steht vielleicht auf den öffentlichen Seiten: Sichern Sie den Kanal.',
  }),
  'export-refused': ({ count }) => ({
    reason: `${n(count)} ${count === 1 ? 'Eintrag' : 'Einträge'} des Exports ${count === 1 ? 'wurde' : 'wurden'} nicht angerührt: ${count === 1 ? 'Er würde' : 'Sie würden'} aus ihm hinausführen oder ${are(count)} ${count === 1 ? 'keine gewöhnliche Datei' : 'keine gewöhnlichen Dateien'}.`,
    remedy:
      'In einem echten Export gibt es das nicht. Vergewissern Sie sich, dass die Datei von der Plattform stammt, und laden Sie sie noch einmal herunter.',
  }),
  'crawl-media-missing': (facts) => ({
    reason: `${counted('de', facts.count, 'medium')} der öffentlichen Seiten ${are(facts.count)} nicht in der Sicherung.`,
    remedy: `Sichern Sie den Kanal noch einmal: ${take(facts)}`,
  }),
  'crawl-gaps': (facts) => ({
    reason: [lost(facts), failed(facts)].filter((text) => text !== '').join(' '),
    remedy:
      facts.lostFiles > 0
        ? 'Holen Sie die Dateien aus Ihrer Datensicherung zurück, bevor etwas gelöscht wird.'
        : `Sehen Sie mit „lastpost channel status --channel ${facts.channel}“ nach, was es war, und sichern Sie den Kanal noch einmal.`,
  }),
  'cut-off': ({ count }) => ({
    reason: `Von ${ofPosts(count)} ist nur der Anfang da, im Export wie in der Sicherung.`,
    remedy:
      'Sichern Sie diese Adressen einzeln. Wo es ein fremder, weitergegebener Beitrag ist, kann der Anfang genügen.',
  }),
  'gone-since-earlier-export': ({ count }) => ({
    reason: `${posts(count)} eines früheren Exports ${are(count)} im neuesten nicht mehr enthalten, vermutlich inzwischen gelöscht. Lastpost hat ${count === 1 ? 'ihn' : 'sie'} noch.`,
    remedy:
      'Gehen Sie die Liste durch: Was mit Absicht gelöscht wurde, kann jemand annehmen. Sonst fordern Sie den Export noch einmal an.',
  }),
  unproved: (facts) => ({
    reason: `Export und Sicherung enthalten ${posts(facts.holds)}. Nichts Verlässliches sagt, dass das alle sind.`,
    remedy:
      'Vergleichen Sie die Zahl mit dem, was die Plattform Ihnen nach der Anmeldung zeigt, und sehen Sie nach dem ersten und dem letzten Beitrag. Dann kann jemand dies annehmen und festhalten, was geprüft wurde.',
  }),
  'no-export': (facts) => ({
    reason:
      'Ein offizieller Export ist nicht eingelesen, und die öffentlichen Seiten allein beweisen nicht, dass alles da ist.',
    remedy: `Fordern Sie ihn bei der Plattform an („lastpost channel show ${facts.channel} --lang de“ sagt, wo) und lesen Sie ihn mit „${importing(facts)}“ ein.`,
  }),
  'no-crawl': (facts) => ({
    reason:
      'Es gibt keine Sicherung, in der Beiträge gelesen wurden: Niemand hat den Export mit dem verglichen, was öffentlich war.',
    remedy: `Sichern Sie den Kanal: ${take(facts)}`,
  }),
};
