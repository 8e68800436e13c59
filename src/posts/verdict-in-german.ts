import { type CountedThing, counted, countIn, dative, named } from './counted-words.ts';
import { missingParts, type Telling, type Told } from './verdict-told.ts';
import { stepWords, wallWords } from './wall-words.ts';

const count = (value: number): string => countIn('de', value);
const are = (value: number): string => (value === 1 ? 'ist' : 'sind');
const step = ({ step: next }: Told): string => stepWords(next, 'de');

const only: Readonly<Partial<Record<CountedThing, string>>> = {
  video: 'Das einzige Video ist gesichert',
  page: 'Die einzige Seite ist gesichert',
  article: 'Der einzige Artikel ist gesichert',
};

function here({ have, noun }: Told): string {
  return have === 0 ? 'Es ist kein Beitrag gesichert' : `${counted('de', have, noun)} ${are(have)} gesichert`;
}

function hereOfAll({ expected, have, noun }: Told): string {
  if (have < expected) return `${count(have)} von ${count(expected)} ${dative(expected, noun)} ${are(have)} gesichert`;
  if (have === 1) return only[noun] ?? 'Der einzige Beitrag ist gesichert';
  return `${have === 2 ? `Beide ${named('de', 2, noun)}` : `Alle ${counted('de', have, noun)}`} sind gesichert`;
}

function media({ mediaHad }: Told): string {
  if (mediaHad === 0) return '';
  return mediaHad === 1 ? ', samt einem Bild oder Film' : `, samt ${count(mediaHad)} Bildern und Filmen`;
}

function says({ expected, noun, inexact }: Told): string {
  const about = { rounded: 'rund ', 'at-least': 'mindestens ', exact: '' }[inexact?.reach ?? 'exact'];
  return `Die Plattform nennt ${about}${counted('de', expected, noun)}`;
}

function whichAreMissing({ missing, unnamed }: Told): string {
  if (missing > unnamed) {
    return `Es fehlen ${count(missing)}; ${count(missing - unnamed)} davon ${missing - unnamed === 1 ? 'lässt' : 'lassen'} sich benennen, ${count(unnamed)} nicht.`;
  }
  return unnamed === 1 ? 'Was genau fehlt, ist nicht bekannt.' : `Welche ${count(unnamed)} fehlen, ist nicht bekannt.`;
}

function short(told: Told): string {
  const there = told.have === 0 ? 'gesichert ist nichts davon' : `gesichert ${are(told.have)} ${count(told.have)}`;
  const wall = told.wall === undefined ? '' : `: ${capital(wallWords(told.wall, 'de'))}`;
  const which = told.wall === undefined || told.missing > told.unnamed ? ` ${whichAreMissing(told)}` : '';
  return `${says(told)}, ${there}${wall}.${which} ${told.account === undefined ? step(told) : closed[told.account]}`;
}

/** After a colon a whole sentence begins with a capital letter. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function hidden({ have, unnamed, expected }: Told): string {
  const all = have === 1 ? 'Der eine öffentliche Beitrag ist' : `Alle ${count(have)} öffentlichen Beiträge sind`;
  const rest = unnamed === 1 ? 'Der übrige ist' : `Die übrigen ${count(unnamed)} sind`;
  return `${all} gesichert. Die Plattform zählt ${count(expected)}: ${rest} nur für Follower sichtbar, gelöscht oder verloren. Auskunft gibt nur der offizielle Export der Plattform; fordern Sie ihn an, bevor etwas gelöscht wird.`;
}

function inexact(told: Told): string {
  const { inexact: said } = told;
  const number = count(said?.count ?? 0);
  const says = said?.reach === 'rounded' ? `eine gerundete Zahl, rund ${number}` : `mindestens ${number}`;
  return `${here(told)}. Die Plattform nennt nur ${says}; das beweist nichts. ${step(told)}`;
}

const closed: Readonly<Record<'private' | 'suspended' | 'gone', string>> = {
  private:
    'Das Konto ist privat: Nur wer zugelassen ist, sieht seine Beiträge. Melden Sie sich mit „lastpost channel login“ an und wiederholen Sie die Sicherung, oder fordern Sie bei der Plattform den offiziellen Export an.',
  suspended:
    'Die Plattform hat das Konto gesperrt, niemand sieht seine Beiträge. Fordern Sie bei der Plattform den offiziellen Export an, bevor das Konto endgültig gelöscht wird.',
  gone: 'Nach Angabe der Plattform gibt es das Konto nicht mehr. Haben Sie es selbst gelöscht, sehen Sie mit „lastpost channel show“ nach, wie lange sich das rückgängig machen lässt.',
};

/** The verdicts' reasons in German. */
export const german: Telling = {
  'all-here': (told) =>
    `${hereOfAll(told)}${media(told)}; nichts deutet darauf hin, dass etwas fehlt. Prüfen Sie die Datei und legen Sie eine zweite Kopie an, bevor etwas gelöscht wird.`,
  'nothing-there': () => 'Die Plattform zählt keine Beiträge, und ihre Liste ist leer: Es gibt nichts zu sichern.',
  'all-named': (told) =>
    `${hereOfAll(told)}. Was fehlt, ist einzeln bekannt: ${missingParts(told, 'de')}. Gehen Sie die Liste durch und entscheiden Sie, ob Sie darauf verzichten können, bevor etwas gelöscht wird.`,
  short,
  wall: (told) =>
    `${here(told)}. Wie viele es gibt, ist nicht bekannt: ${capital(wallWords(told.wall ?? 'empty', 'de'))}. ${step(told)}`,
  'listed-missing': (told) =>
    `${here(told)}. Bekannt, aber nicht gesichert: ${missingParts(told, 'de')}. ${step(told)}`,
  hidden,
  'closed-account': ({ account, have }) =>
    `${closed[account ?? 'gone']}${have === 0 ? '' : ` ${counted('de', have, 'post')} ${are(have)} gesichert.`}`,
  inexact,
  contradiction: (told) =>
    `${here(told)}, wie es eine Zahl der Plattform besagt; eine andere nennt mehr (siehe Anmerkungen). ${step(told)}`,
  'count-too-low': (told) =>
    `${here(told)}, die Plattform zählt aber nur ${count(told.expected)}: Eine falsche Zahl beweist nichts. ${step(told)}`,
  'other-kinds': (told) =>
    `${hereOfAll(told)}. Wie viele Beiträge anderer Art es gibt, sagt nichts; gesichert ${are(told.unaccounted)} ${count(told.unaccounted)}. ${step(told)}`,
  empty: () =>
    'Es wurde kein Beitrag gefunden, und nichts beweist, dass es keinen gibt. Öffnen Sie das Konto im Browser: Zeigt es Beiträge, melden Sie sich mit „lastpost channel login“ an und wiederholen Sie die Sicherung.',
  'nothing-says': (told) => `${here(told)}. Wie viele es gibt, sagt nichts Öffentliches. ${step(told)}`,
};
