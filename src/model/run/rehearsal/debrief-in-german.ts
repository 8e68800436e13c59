import type { MishapReport } from './debrief.ts';
import type { DebriefWords } from './debrief-words.ts';

const days = (count: string): string => (count === '1' ? '1 Tag' : `${count} Tage`);
const byDays = (count: string): string => (count === '1' ? '1 Tag' : `${count} Tage`);

const states: Readonly<Record<string, string>> = {
  failed: 'fehlgeschlagen',
  cancelled: 'abgebrochen',
  rolled_back: 'zurückgenommen',
};

export const inGerman: DebriefWords = {
  locale: 'de-DE',
  title: (what) => `Generalprobe: ${what}`,
  notReal: 'Nichts davon ist geschehen: keine Mail verschickt, kein Server gefragt, keine Datei geschrieben.',
  fromTo: (from, to, zone) => `Von ${from} bis ${to} (${zone}).`,
  succeeded: 'Der Lauf kam ans Ziel: Alles wurde erledigt.',
  endedAs: (state, reason) =>
    `Der Lauf endete ohne Erfolg (${states[state] ?? state})${reason === null ? '.' : `: ${reason}`}`,
  stuck: 'Der Lauf kam nicht ans Ziel. Unten steht, woran es hängt.',
  standIn: (role, names) => `Die Rolle ${role} hat niemand. Es spielten Platzhalter: ${names}.`,
  heads: {
    late: 'Was zu spät kam',
    waited: 'Auf wen alle gewartet haben',
    noReturn: 'Der Punkt ohne Wiederkehr',
    mishaps: 'Was schiefging und was es gekostet hat',
    open: 'Woran es hängt',
    missing: 'Was an fehlenden Einstellungen gescheitert wäre',
    advice: 'Was zu tun ist',
  },
  inTime: 'Nichts: Alle Termine wurden gehalten.',
  noDates: 'Nichts: Kein Schritt hat einen Termin.',
  late: (title, due, done, by) =>
    `${title}: fällig ${due}, ${done === null ? 'noch offen' : `erledigt ${done}`}, Verspätung ${by}`,
  waited: (role, names, steps, count) =>
    `${role} (${names}): ${steps === 1 ? '1 Schritt' : `${steps} Schritte`}, ${count === '1' ? '1 Arbeitstag' : `${count} Arbeitstage`}`,
  noReturn: (title, at) => (at === null ? `${title}: wurde nicht erreicht.` : `${title}: ${at}.`),
  noNoReturn: 'Es gibt keinen: Alles lässt sich zurücknehmen.',
  allBefore: 'Was vorher sein muss, war vorher:',
  notAllBefore: 'Nicht alles, was vorher sein muss, war da:',
  before: {
    archive: 'Archiv geprüft',
    complete: 'Vollständigkeit erklärt',
    staff: 'Belegschaft informiert',
    approval: 'freigegeben',
  },
  notYet: 'offen',
  open: (title, people, reason) => `${title}: wartet auf ${people}${reason}`,
  nobody: 'jemanden, den es nicht gibt',
  aDate: 'ein Datum, das mehr als fünf Jahre entfernt ist',
  missing: {
    'mail-server': (steps) =>
      `${steps}: Niemand wäre benachrichtigt worden. In lastpost.yaml fehlt der Mailserver; dort unter mail eintragen.`,
    address: (steps, who) =>
      `${steps}: ${who} hat keine Mailadresse, deshalb wäre niemand benachrichtigt worden. In lastpost.yaml eintragen.`,
    secret: (steps, reference) =>
      `${steps}: ${reference} ist hier nicht gesetzt. Dort setzen, wo der Lauf stattfindet.`,
  },
  mishaps: {
    'export-late': ({ title }) => `Der offizielle Export kam zwölf Tage zu spät („${title?.de ?? ''}“).`,
    'approver-ill': ({ who, end, instead }) =>
      `${who} wurde gefragt und fiel zehn Tage krank aus. ${illEnd(end, instead)}`,
    'account-locked': ({ who, end }) =>
      `${who ?? 'Lastpost'} kam nicht in das Konto und erst drei Arbeitstage später wieder hinein. ${
        end === 'release-over'
          ? 'Inzwischen lief die Freigabe ab: Zwei mussten bestätigen, dass nichts geschehen war, bevor sie neu erteilt wurde.'
          : 'Alles Weitere wartete.'
      }`,
    'press-call': (mishap, at) =>
      `Am ${at(mishap.at ?? '')} rief die Presse an; das kostete vier Stunden. ${knewText(mishap, at)}`,
    'probe-says-alive': ({ title }) =>
      `Nach „${title?.de ?? ''}“ war die Seite noch da. Zwei sahen nach und bestätigten es, dann wurde der Schritt wiederholt.`,
  },
  nothingToHit: {
    'export-late': 'Hier gab es nichts zu treffen: Kein Schritt von Hand heißt „export“.',
    'approver-ill':
      'Hier gab es nichts zu treffen: Vor einem Punkt ohne Wiederkehr war niemand um eine Freigabe gebeten.',
    'account-locked': 'Hier gab es nichts zu treffen: Niemand wollte sich gerade irgendwo anmelden.',
    'press-call': 'Hier gab es nichts zu treffen: weder ein Memo an die Belegschaft noch eine Ankündigung mit Termin.',
    'probe-says-alive':
      'Hier gab es nichts zu treffen: Kein unwiderruflicher Schritt, der an die Reihe kam, hat eine Prüfung.',
  },
  cost: ({ endDays, endsWith, moved }) => {
    const end = endsWith === 'certificate' ? 'Die Bescheinigung' : 'Das Ende';
    const count = moved.length === 1 ? '1 Schritt verschob sich' : `${moved.length} Schritte verschoben sich`;
    if (endDays === null) return 'Mit diesem Zwischenfall oder ohne ihn kam der Lauf nicht ans Ziel.';
    if (moved.length === 0) return 'Gekostet hat es nichts: Dafür war Luft.';
    if (Math.abs(endDays) < 0.1)
      return `${end} ${endsWith === 'certificate' ? 'kam am selben Tag' : 'blieb, wo es war'}; ${count}.`;
    const far = byDays(String(Math.abs(endDays)).replace('.', ','));
    return `${end} kam ${far} ${endDays > 0 ? 'später' : 'früher'}; ${count}.`;
  },
  slipped: (title, count) => `Wäre gerutscht: ${title}, um ${days(count)}`,
  days,
  hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
};

function illEnd(end: MishapReport['end'], instead: string | null): string {
  if (end === 'delegate') return `Freigegeben hat in Vertretung ${instead}.`;
  if (end === 'other') return `Freigegeben hat ${instead ?? 'jemand anderes'} mit derselben Befugnis.`;
  return end === 'waited' ? 'Niemand konnte einspringen: Der Lauf wartete bis zur Rückkehr.' : 'Niemand sprang ein.';
}

function knewText({ knew }: MishapReport, at: (iso: string) => string): string {
  if (knew.length === 0)
    return 'Das Playbook informiert vorher niemanden: Die Belegschaft hätte es von außen erfahren.';
  const list = knew.map(({ step, since }) => `${step} (${since === null ? 'noch nicht' : at(since)})`).join(', ');
  const staff = knew.filter(({ who }) => who === 'staff');
  const isTold = staff.length > 0 && staff.every(({ since }) => since !== null);
  const open = knew.filter(({ since }) => since === null).map(({ who }) => who);
  if (!isTold) return `Bescheid wussten: ${list}. Die Belegschaft hätte es von außen erfahren.`;
  const worth = open.includes('service')
    ? 'nur hatte am Telefon noch niemand etwas in der Hand.'
    : open.length > 0
      ? 'nur die Partner wussten es noch nicht.'
      : 'und konnte antworten: Das war die Reihenfolge wert.';
  return `Bescheid wussten: ${list}. Die Belegschaft wusste es, bevor jemand fragte, ${worth}`;
}
