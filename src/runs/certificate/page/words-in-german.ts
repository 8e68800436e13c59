import type { RunCertificate } from '../../../model/run/certificate.ts';
import type { CertificateWords } from './words.ts';

function verdict({ standing, ended }: RunCertificate): string {
  if (standing === 'interim') return 'Zwischennachweis: Der Durchlauf ist nicht beendet';
  if (standing === 'last-step') return 'Alle Schritte sind getan';
  const ends: Readonly<Record<string, string>> = {
    succeeded: 'Bis zum Ende durchgeführt',
    failed: 'Gescheitert',
    cancelled: 'Abgebrochen',
    rolled_back: 'Zurückgenommen',
  };
  return ends[ended?.state ?? ''] ?? 'Beendet';
}

function because({ standing, closed, waitsFor, ended }: RunCertificate): string {
  const done = closed.filter(({ result }) => result === 'done').length;
  const open = closed.length - done;
  const parts = [
    done === 0 ? 'Nichts Unumkehrbares wurde vollzogen.' : `${steps(done)} vollzogen.`,
    open === 0 ? '' : `${steps(open)} begonnen und nicht vollzogen.`,
    standing === 'interim' ? waiting(waitsFor.length) : '',
    standing === 'last-step' ? 'Es bleibt nur, diesen Nachweis abzulegen; danach wird das Ende vermerkt.' : '',
    ended?.reason ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function steps(n: number): string {
  return n === 1 ? 'Ein unumkehrbarer Schritt wurde' : `${n} unumkehrbare Schritte wurden`;
}

function waiting(n: number): string {
  if (n === 0) return 'Der Durchlauf ist bei der Arbeit.';
  return n === 1 ? 'Er wartet auf einen Schritt, der unten steht.' : `Er wartet auf ${n} Schritte, die unten stehen.`;
}

export const wordsInGerman: CertificateWords = {
  title: { final: 'Abschlussnachweis', 'last-step': 'Abschlussnachweis', interim: 'Zwischennachweis' },
  playbook: (name, version) => `Playbook ${name}, Fassung ${version}`,
  run: (id) => `Durchlauf ${id}`,
  modes: {
    freeze: 'stilllegen: Konto behalten, nichts mehr veröffentlichen',
    redirect: 'umziehen: Wegweiser hinterlassen',
    delete: 'Konto löschen',
  },
  verdict,
  underOverride: ', unter Übergehung von Sperren',
  because,
  statedAt: (at) => `Stand: ${at}`,
  mode: 'Art des Ausstiegs',
  started: 'Begonnen',
  ended: 'Beendet',
  cancelled: 'Abgebrochen',
  noReturn: 'Unumkehrbar seit',
  nothingIrreversible: 'nie; nichts Unumkehrbares wurde begonnen',
  notEnded: 'noch nicht',
  by: 'durch',
  byItself: 'Lastpost',
  insteadOf: (name) => `in Vertretung für ${name}`,
  waitsFor: 'Worauf der Durchlauf wartet',
  since: (at) => `seit ${at}`,
  until: (at) => `nächster Termin ${at}`,
  roles: (roles) => `auf ${roles}`,
  overrides: 'Übergangene Sperren (Notfall)',
  overridesMean:
    'Bedingungen, die vor Verlust schützen, waren nicht erfüllt; zwei Personen haben auf eigene Verantwortung entschieden, die Sperre zu übergehen. Das bleibt auf jedem Nachweis dieses Durchlaufs stehen.',
  overridesAsked: 'Übergehen von Sperren verlangt, nicht genehmigt',
  overridesRefused:
    'Jemand wollte weitermachen, obwohl Bedingungen nicht erfüllt waren, die vor Verlust schützen. Dazu braucht es eine zweite Person, und es hat keine zugestimmt.',
  gates: 'Nicht erfüllt',
  asked: 'Verlangt von',
  agreed: 'Zugestimmt hat',
  notAgreed: 'Niemand hat zugestimmt; die Sperre blieb bestehen.',
  usedBy: (n) => {
    if (n === 0) return 'Davon wurde kein Gebrauch gemacht.';
    return n === 1 ? 'Darauf beruht eine Freigabe zum Vollzug.' : `Darauf beruhen ${n} Freigaben zum Vollzug.`;
  },
  gateNames: {
    'archive-complete': 'Archiv vollständig oder Lücken angenommen',
    'archive-verified': 'Archiv geprüft',
    'staff-told': 'Belegschaft vor der Öffentlichkeit unterrichtet',
    'drafts-approved': 'Entwürfe freigegeben, so wie sie sind',
    approved: 'genehmigt',
  },
  closed: 'Was geschlossen wurde',
  nothingClosed: 'Nichts: Kein unumkehrbarer Schritt wurde begonnen.',
  results: {
    done: 'vollzogen',
    failed: 'gescheitert',
    cancelled: 'abgebrochen',
    doubtful: 'ungewiss: Niemand weiß, was daraus wurde',
    'not-done': 'nicht vollzogen, wie zwei Personen sagen',
    open: 'freigegeben, Ausgang noch nicht gemeldet',
  },
  channel: 'Kanal',
  target: 'Gegenstand',
  outcome: 'Vollzogen',
  via: {
    effect: 'durch Lastpost ausgeführt',
    probe: 'durch Nachsehen festgestellt',
    person: 'von Hand bestätigt',
    timer: 'Frist abgelaufen',
  },
  released: 'Freigabe zum Vollzug',
  letGo: 'Nach Uhrsprung bestätigt',
  approvedBy: 'Genehmigt von',
  noApproval: 'keine Genehmigung verzeichnet',
  gatesPassed: 'Übergangen',
  evidence: 'Belege',
  noEvidence: 'keine abgelegt',
  note: 'Anmerkung',
  restsOn: 'Worauf der Abschluss beruht',
  nothingArchived: 'Kein Schritt dieses Durchlaufs hat eine Sicherung erstellt oder geprüft.',
  snapshot: 'Sicherung erstellt',
  verified: 'Sicherung geprüft',
  verdictOf: 'Vollständigkeit',
  verdicts: {
    complete: 'vollständig',
    'complete-with-named-gaps': 'vollständig bis auf benannte Lücken',
    incomplete: 'unvollständig',
    'cannot-tell': 'nicht zu sagen',
  },
  acceptedGap: (gap, by, at, why) => `Lücke ${gap}, angenommen von ${by} am ${at}: ${why}`,
  acceptedBy: (who) => `Lücken angenommen von ${who}`,
  openGaps: (gaps) => `Offene Lücken: ${gaps}`,
  noGaps: 'Keine Lücke.',
  scores: 'Selbstauskunft',
  scoresMean: 'Eigene Angaben der Beteiligten, gezählt nach der Regel des Ablaufs; geprüft hat sie niemand.',
  scored: (points, of, percent) => `${points} von ${of} Punkten (${percent} %)`,
  enough: 'das genügt',
  notEnough: (pass) => `das genügt nicht: verlangt sind ${pass}`,
  answer: 'Antwort',
  answers: { yes: 'Ja', partly: 'Teilweise', no: 'Nein' },
  unanswered: 'nicht beantwortet',
  todo: 'Was zu tun bleibt',
  approvals: 'Genehmigungen',
  given: 'genehmigt',
  rejected: 'abgelehnt',
  voided: (at, changed) => `ungültig seit ${at}, weil sich dies geändert hat: ${changed}`,
  signed: {
    valid: (key) => `mit eigenem Schlüssel ${key} signiert`,
    'other-key': (key) => `mit Schlüssel ${key} signiert, der nicht der hinterlegte dieser Person ist`,
    unchecked: (key) => `trägt eine Signatur des Schlüssels ${key}, die hier nicht geprüft wurde`,
    forged: (key) => `die Signatur des Schlüssels ${key} passt nicht`,
  },
  bound: 'Genehmigt wurde',
  events: 'Was anders kam als geplant',
  noEvents: 'Nichts wurde ausgelassen, geändert oder übergangen, nichts war ungewiss, und die Uhr ging stetig.',
  doubt: (step) => `Ungewiss: ${step}`,
  probe: {
    'cannot-tell': 'Die Nachschau konnte es nicht klären.',
    'not-done': 'Die Nachschau sagt: nicht vollzogen.',
    none: 'Eine Nachschau ist nicht vorgesehen.',
  },
  decisions: {
    done: 'sagt: vollzogen',
    'not-done': 'sagt: nicht vollzogen',
    'agreed-not-done': 'stimmt zu: nicht vollzogen',
  },
  settled: { done: 'Geklärt: vollzogen', 'not-done': 'Geklärt: nicht vollzogen', failed: 'Geklärt: gescheitert' },
  unsettled: 'Nicht geklärt.',
  skipped: 'Ausgelassen',
  conditionShut: (condition) => `Die Bedingung war nicht erfüllt: ${condition}`,
  failed: 'Gescheitert, der Durchlauf ging weiter',
  jump: (from, to) => `Die Uhr sprang von ${from} auf ${to}.`,
  clock: 'Uhr',
  amendment: 'Geändert',
  moreLines: (n) => `… ${n} weitere Zeilen; alle stehen im JSON des Nachweises.`,
  paused: 'Angehalten',
  resumed: 'Fortgesetzt',
  reopened: 'Auf Anordnung erneut versucht',
  steps: 'Alle Schritte',
  step: 'Schritt',
  kind: 'Art',
  state: 'Stand',
  at: 'Wann',
  when: 'Seit',
  who: 'Durch',
  irreversible: 'unumkehrbar',
  attempts: (n) => `${n} Versuche`,
  states: {
    pending: 'nicht begonnen',
    ready: 'kann beginnen',
    waiting: 'wartet',
    running: 'in Arbeit',
    skipped: 'ausgelassen',
    succeeded: 'erledigt',
    failed: 'gescheitert',
    blocked: 'blockiert',
    in_doubt: 'ungewiss',
    cancelled: 'abgebrochen',
    compensating: 'wird zurückgenommen',
    compensated: 'zurückgenommen',
  },
  waits: {
    input: 'auf eine Person',
    approval: 'auf Genehmigung',
    timer: 'auf einen Termin',
    lock: 'auf einen anderen Durchlauf',
    'back-off': 'vor dem nächsten Versuch',
    'second-person': 'auf eine zweite Person',
  },
  inputs: 'Vorgaben',
  yes: 'ja',
  no: 'nein',
  origin: 'Woher das stammt',
  sources: 'Playbook zu Beginn',
  head: 'Letzter Eintrag des Journals',
  headMeans: (entries) =>
    `Das Journal hat ${entries} Einträge; jeder bürgt für alle vor ihm, und alle wurden für diesen Nachweis geprüft.`,
  zone: (zone) =>
    zone === 'UTC' ? 'Alle Zeiten in UTC.' : `Zeiten gelten für ${zone}; wo es darauf ankommt, steht UTC dabei.`,
  madeWith: (software) => `Erstellt mit ${software}.`,
  check:
    'Diese Seite ist signiert. „lastpost channel check-statement DATEI“ sagt, ob auch nur ein Buchstabe geändert wurde; ein Ausdruck wird anhand der PDF- oder HTML-Datei geprüft, aus der er stammt.',
  provesNot:
    'Sie gibt wieder, was im Journal steht: nicht, dass jemand die Wahrheit gesagt hat, und nicht, dass die Uhr des Rechners richtig ging. Eine unabhängige Stelle hat die Zeit nicht bestätigt.',
  key: 'Signaturschlüssel (SHA-256)',
  name: 'Name',
  date: 'Datum',
  signature: 'Unterschrift',
};
