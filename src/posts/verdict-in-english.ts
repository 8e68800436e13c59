import { counted, countIn, named } from './counted-words.ts';
import { missingParts, type Telling, type Told } from './verdict-told.ts';
import { stepWords, wallWords } from './wall-words.ts';

const count = (value: number): string => countIn('en', value);
const are = (value: number): string => (value === 1 ? 'is' : 'are');
const step = ({ step: next }: Told): string => stepWords(next, 'en');

function here({ have, noun }: Told): string {
  return have === 0 ? 'No post is here' : `${counted('en', have, noun)} ${are(have)} here`;
}

function hereOfAll(told: Told): string {
  const { expected, have, noun } = told;
  if (have < expected) return `${count(have)} of ${counted('en', expected, noun)} ${are(have)} here`;
  if (have === 1) return `The only ${named('en', 1, noun)} is here`;
  return have === 2 ? `Both ${named('en', 2, noun)} are here` : `All ${counted('en', have, noun)} are here`;
}

function media({ mediaHad }: Told): string {
  return mediaHad === 0 ? '' : `, with ${counted('en', mediaHad, 'medium')}`;
}

function says({ expected, noun, inexact }: Told): string {
  if (inexact?.reach === 'rounded') return `The platform says about ${counted('en', expected, noun)}`;
  const least = inexact === undefined ? '' : 'at least ';
  return `The platform says ${least}${counted('en', expected, noun)}`;
}

/** Which of the missing ones are known. */
function whichAreMissing({ missing, unnamed }: Told): string {
  if (missing > unnamed) {
    return `${count(missing)} are missing; ${count(missing - unnamed)} of them can be named, ${count(unnamed)} cannot.`;
  }
  return unnamed === 1 ? 'Which one is missing is not known.' : `Which ${count(unnamed)} are missing is not known.`;
}

function short(told: Told): string {
  const there = told.have === 0 ? 'none is here' : `${count(told.have)} ${are(told.have)} here`;
  const wall = told.wall === undefined ? '' : `: ${wallWords(told.wall, 'en')}`;
  const which = told.wall === undefined || told.missing > told.unnamed ? ` ${whichAreMissing(told)}` : '';
  return `${says(told)}, and ${there}${wall}.${which} ${told.account === undefined ? step(told) : closed[told.account]}`;
}

function hidden(told: Told): string {
  const { have, unnamed } = told;
  const rest =
    unnamed === 1 ? 'the other one is for followers only' : `the other ${count(unnamed)} are for followers only`;
  return `${have === 1 ? 'The one public post is' : `All ${count(have)} public posts are`} here. The platform counts ${count(told.expected)}: ${rest}, deleted or lost. Only the official export of the platform can tell; ask for it before anything is deleted.`;
}

function inexact(told: Told): string {
  const { inexact: said } = told;
  const number = count(said?.count ?? 0);
  const says =
    said?.reach === 'rounded' ? `gives a rounded number, about ${number}` : `says there are at least ${number}`;
  return `${here(told)}. The platform only ${says}, and that proves nothing. ${step(told)}`;
}

const closed: Readonly<Record<'private' | 'suspended' | 'gone', string>> = {
  private:
    'The account is private: only people it has let in see its posts. Log in with "lastpost channel login" and take the snapshot again, or ask the platform for the official export.',
  suspended:
    'The platform has suspended the account, so nobody sees its posts. Ask the platform for the official export before the account is deleted for good.',
  gone: 'The platform says that the account no longer exists. If you deleted it, see with "lastpost channel show" how long that can be taken back.',
};

/** The verdicts' reasons in English. */
export const english: Telling = {
  'all-here': (told) =>
    `${hereOfAll(told)}${media(told)}, and nothing suggests that anything is missing. Verify the file and keep a second copy before anything is deleted.`,
  'nothing-there': () => 'The platform counts no posts, and its list is empty: there is nothing to keep.',
  'all-named': (told) =>
    `${hereOfAll(told)}. What is missing is known one by one: ${missingParts(told, 'en')}. Go through the list and decide whether you can do without it before anything is deleted.`,
  short,
  wall: (told) =>
    `${here(told)}. How many there are is not known: ${wallWords(told.wall ?? 'empty', 'en')}. ${step(told)}`,
  'listed-missing': (told) => `${here(told)}. Known, but not here: ${missingParts(told, 'en')}. ${step(told)}`,
  hidden,
  'closed-account': ({ account, have }) =>
    `${closed[account ?? 'gone']}${have === 0 ? '' : ` ${counted('en', have, 'post')} ${are(have)} here.`}`,
  inexact,
  contradiction: (told) =>
    `${here(told)}, as one number of the platform says; another of its numbers says there are more (see the notes). ${step(told)}`,
  'count-too-low': (told) =>
    `${here(told)}, and the platform counts only ${count(told.expected)}: a number that is wrong proves nothing. ${step(told)}`,
  'other-kinds': (told) =>
    `${hereOfAll(told)}. Nothing says how many posts of other kinds there are; ${count(told.unaccounted)} ${are(told.unaccounted)} here. ${step(told)}`,
  empty: () =>
    'No post was found, and nothing proves that there is none. Open the account in a browser: if it shows posts, log in with "lastpost channel login" and take the snapshot again.',
  'nothing-says': (told) => `${here(told)}. Nothing public says how many there are. ${step(told)}`,
};
