import type { TalkWords } from './words.ts';

const later = { key: 'später', says: 'noch nicht; Sie sagen, wie viel später' };

export const talkInGerman: TalkWords = {
  intro: [
    'Das ist eine Generalprobe. Sie antworten für alle Beteiligten; nichts davon wird verschickt, abgefragt oder festgehalten.',
    'Die Uhr ist simuliert und springt zu dem, was als Nächstes ansteht.',
    'Strg-D: Alles Weitere geht von selbst gut aus, und die Auswertung folgt. Strg-C: Abbruch ohne Auswertung.',
  ],
  where: (done, all, moment) => `${done} von ${all} Schritten erledigt · simuliert: ${moment}`,
  who: {
    do: (name) => `${name} wäre jetzt damit fertig.`,
    release: (name) => `${name} soll es jetzt tun.`,
    approve: (name) => `${name} soll es freigeben.`,
  },
  due: (moment) => `Fällig: ${moment}.`,
  noWayBack: 'Von hier führt kein Weg zurück: Dieser Schritt lässt sich nicht rückgängig machen.',
  goesWrong: 'Was am häufigsten schiefgeht: ',
  evidence: 'Als Beleg verlangt: ',
  questions: {
    do: {
      asks: 'Ist es erledigt?',
      choices: {
        done: { key: 'erledigt', says: 'ja' },
        later,
        cannot: { key: 'unmöglich', says: 'nein, auch später nicht; Sie sagen, warum, und was davon abhängt, wartet' },
      },
    },
    release: {
      asks: 'Wird es jetzt getan?',
      choices: {
        done: { key: 'erledigt', says: 'ja' },
        later,
        cannot: { key: 'unmöglich', says: 'nein, auch später nicht; Sie sagen, warum, und was davon abhängt, wartet' },
      },
    },
    approve: {
      asks: 'Wird es freigegeben?',
      choices: {
        done: { key: 'freigeben', says: 'ja' },
        later,
        cannot: { key: 'ablehnen', says: 'nein; Sie sagen, warum, und was davon abhängt, wartet' },
      },
    },
  },
  alsoTyped: { done: ['ja'], later: ['spaeter'], cannot: ['nein', 'unmoeglich'] },
  oneOf: (keys) => `Bitte eines davon eingeben: ${keys}.`,
  howMuchLater: 'Wie viele Tage später? ',
  noDuration: 'Bitte eine Zahl von Tagen eingeben, etwa 3, oder 5wd für Arbeitstage.',
  why: 'Warum? Enter für keine Begründung: ',
  byItself: 'Alles Weitere wird von selbst beantwortet.',
  left: 'Die Generalprobe wurde abgebrochen. Nichts davon bleibt.',
  leftHint: 'Mit Strg-D geht alles Weitere von selbst gut aus, und Sie sehen die Auswertung.',
};
