import type { MadeClaim, Verdict } from '../model/completeness.ts';
import type { GapReason } from '../model/gap.ts';
import type { AssessInput } from './assess-input.ts';

export interface Measured {
  readonly input: AssessInput;
  readonly claims: readonly MadeClaim[];
  readonly expected: number | null;
  readonly have: number;
  /** expected − have, 0 when that is negative; null without expectation. */
  readonly shortfall: number | null;
  /** How many posts are known by name to be missing. */
  readonly missingPosts: number;
  readonly endedLists: readonly string[];
}

type Judged = { readonly verdict: Verdict; readonly because: { readonly en: string; readonly de: string } };

/** Behind these there may be any number of posts. */
const bottomless: ReadonlySet<GapReason> = new Set<GapReason>([
  'login-wall',
  'bot-wall',
  'forbidden',
  'rate-limited',
  'logged-out',
  'interrupted',
  'limit-time',
  'limit-pages',
  'limit-bytes',
  'page-budget',
  'country-gate',
  'age-gate',
]);

/** The verdict, and its reason in words. */
export function judge(measured: Measured): Judged {
  const { input, expected, shortfall, missingPosts } = measured;
  const wall = input.gaps.find(({ reason }) => bottomless.has(reason));
  if (expected === null || shortfall === null) return wall ? stoppedAt(measured, wall.message) : nothingSays(measured);
  if (shortfall > missingPosts) return isOnlyHidden(measured) ? hidden(measured) : short(measured);
  return isFlawless(measured) ? all(measured) : named(measured);
}

/** Everything public was seen to its end, and the platform counts more: what strangers do not see, or nothing. */
function isOnlyHidden({ claims, endedLists, input, missingPosts }: Measured): boolean {
  const mayHide = claims.some(({ reach }) => reach === 'more-hidden');
  return mayHide && endedLists.length > 0 && missingPosts === 0 && input.gaps.length === 0;
}

function isFlawless({ input: { gaps, tally, book }, missingPosts }: Measured): boolean {
  return gaps.length + tally.missingMedia.length + book.unreadable.length + missingPosts === 0;
}

function all({ expected }: Measured): Judged {
  return {
    verdict: 'complete',
    because: {
      en: `All ${expected} posts are here, each with its pictures and films.`,
      de: `Alle ${expected} Beiträge sind da, jeder mit seinen Bildern und Filmen.`,
    },
  };
}

function named({ expected, missingPosts, input: { gaps, tally, book } }: Measured): Judged {
  const en = [
    [missingPosts, 'posts'],
    [tally.missingMedia.length, 'pictures, films or files'],
    [book.unreadable.length, 'unreadable posts'],
    [gaps.length, 'gaps in the pages'],
  ] as const;
  const de = ['Beiträge', 'Bilder, Filme oder Dateien', 'unlesbare Beiträge', 'Lücken in den Seiten'];
  const parts = en.map(([count, what], place) => ({ count, what, wort: de[place] })).filter(({ count }) => count > 0);
  return {
    verdict: 'complete-with-named-gaps',
    because: {
      en: `Of ${expected} posts everything that is missing is known by name: ${parts.map(({ count, what }) => `${count} ${what}`).join(', ')}.`,
      de: `Von ${expected} Beiträgen ist alles, was fehlt, namentlich bekannt: ${parts.map(({ count, wort }) => `${count} ${wort}`).join(', ')}.`,
    },
  };
}

function short({ expected, have, missingPosts }: Measured): Judged {
  const unnamed = (expected ?? 0) - have - missingPosts;
  return {
    verdict: 'incomplete',
    because: {
      en: `The platform says ${expected} posts, the snapshot holds ${have}; which ${unnamed} of the missing ones are meant is not known.`,
      de: `Die Plattform nennt ${expected} Beiträge, der Schnappschuss enthält ${have}; welche ${unnamed} der fehlenden gemeint sind, ist nicht bekannt.`,
    },
  };
}

function hidden({ expected, have }: Measured): Judged {
  return {
    verdict: 'cannot-tell',
    because: {
      en: `All ${have} public posts of the lists are here. The platform counts ${expected}: the rest is for followers only, deleted, or lost. The official export tells.`,
      de: `Alle ${have} öffentlichen Beiträge der Listen sind da. Die Plattform zählt ${expected}: Der Rest ist nur für Follower, gelöscht oder verloren. Der offizielle Export gibt Auskunft.`,
    },
  };
}

function stoppedAt({ have }: Measured, message: string): Judged {
  return {
    verdict: 'incomplete',
    because: {
      en: `${have} posts are here, and something stood in the way of the rest: ${message}`,
      de: `${have} Beiträge sind da, und vor dem Rest stand etwas im Weg: ${message}`,
    },
  };
}

function nothingSays({ have }: Measured): Judged {
  return {
    verdict: 'cannot-tell',
    because: {
      en: `${have} posts are here. Nothing public says how many there are; import the official export to find out.`,
      de: `${have} Beiträge sind da. Nichts Öffentliches sagt, wie viele es gibt; der offizielle Export gibt Auskunft.`,
    },
  };
}
