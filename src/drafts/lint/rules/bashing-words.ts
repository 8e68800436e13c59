import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { wordPattern } from './find-words.ts';

/** Words about a platform, its owners or those who stay that will be the headline, whatever else the text says. */
const de =
  'Hass-?[Pp]lattform|Hassschleuder|Hetz-?[Pp]lattform|Dreckschleuder|Drecksladen|Saftladen|Kloake|Jauche(?:grube)?|Müllhalde|Müllkippe|Schrotthaufen|Schrottplattform|Sumpf|toxisch(?:e[mnrs]?)?|Nazi(?:s|-\\p{L}+)?|Faschist(?:en|isch\\p{L}*)?|Troll(?:e|en|fabrik|haufen)|Höllen\\p{L}+|verkommen(?:e[mnrs]?)?|widerlich(?:e[mnrs]?)?|ekelhaft(?:e[mnrs]?)?|unerträglich(?:e[mnrs]?)?|asozial(?:e[mnrs]?)?|verseucht(?:e[mnrs]?)?|Irrenhaus|Lügen(?:maschine|plattform)|Zensurplattform|Milliardärsspielzeug|Größenwahn(?:sinnig\\p{L}*)?|sinkende[mns]? Schiff';
const en =
  "cesspool|cesspit|sewer|hellhole|hellsite|hellscape|dumpster fire|trash fire|dumpster|shithole|shit ?show|toxic|Nazis?|fascists?|hate[- ](?:filled|platform|machine|site)|troll (?:farm|factory|nest)|trolls|disgusting|rotten|crap(?:py)?|pathetic|evil|vile|unbearable|insane asylum|madhouse|sinking ship|billionaire[’']s (?:toy|plaything)|megalomania\\p{L}*";

const pattern = (words: string): RegExp => wordPattern(words, 'giu');

export const bashingWords: Readonly<Partial<Record<FarewellLocale, RegExp>>> = { de: pattern(de), en: pattern(en) };
