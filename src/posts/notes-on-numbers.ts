import { counted, countIn } from './counted-words.ts';
import type { Measured, MeasureInput } from './measure.ts';

/** What is odd about the platform's numbers, each in a sentence. */
export function notesOn({ book, tally }: MeasureInput, measured: Measured): readonly string[] {
  const { weighed, claims, unreadElsewhere } = measured;
  return [
    ...weighed.unusable.map(
      ({ name, count }) => `${name} says ${String(count)}, which can be no number of posts. It was set aside.`,
    ),
    ...weighed.changed.map(
      ({ name, first, last }) =>
        `${name} changed while the snapshot was taken: first ${countIn('en', first)}, at the end ${countIn('en', last)}. The last number counts.`,
    ),
    ...claims
      .filter(({ have, count, reach }) => have > count && (reach === 'exact' || reach === 'more-hidden'))
      .map(
        ({ name, count, have }) =>
          `${name} says ${countIn('en', count)}, and ${countIn('en', have)} were found: the platform's number is too low, or it changed.`,
      ),
    ...weighed.contradicting.map(
      ({ name, count, have }) =>
        `${name} says ${countIn('en', count)}, and ${countIn('en', have)} of what it counts were found, although other numbers agree.`,
    ),
    ...(book.gone.length === 0
      ? []
      : [
          `The platform says of ${counted('en', book.gone.length, 'post')} that it once had that ${book.gone.length === 1 ? 'it is' : 'they are'} gone.`,
        ]),
    ...(book.profile?.state === 'moved' ? ['The platform says that the account has moved to another place.'] : []),
    ...(unreadElsewhere === 0
      ? []
      : [
          `${countIn('en', unreadElsewhere)} ${unreadElsewhere === 1 ? 'reading' : 'readings'} failed of posts that were read in another place.`,
        ]),
    ...(tally.cutOff.length === 0
      ? []
      : [`Only the beginning or an excerpt is there of ${counted('en', tally.cutOff.length, 'post')}.`]),
  ];
}
