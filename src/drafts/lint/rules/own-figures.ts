import type { CheckedClaim } from '../claims/checked-claim.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import { spotOf } from './mismatch.ts';
import { postWords, roundWords } from './post-words.ts';
import { toldSentences } from './told-sentences.ts';

/** Fewer posts than this share of all are some of them: our ten best, two a week. */
const SOME = 0.25;
const FEW = 20;
/** A round number may be so far from the true one. */
const ROUND = 0.15;

/** How many posts there were, in sentences that somebody wrote: as many as the archive has. */
export function ownFigures(kit: LintKit): readonly Said[] {
  return toldSentences(kit)
    .filter(({ isMade }) => !isMade)
    .flatMap(({ claims }) => claims)
    .flatMap((one) => saidOf(one, kit));
}

function saidOf(one: CheckedClaim, { figures, facts }: LintKit): readonly Said[] {
  const said = postsIn(one);
  if (said === undefined || said < FEW) return [];
  const spot = spotOf(one);
  const posts = figures.posts?.value ?? null;
  if (posts === null) return [{ spot, severity: 'hint', ...unknown(one.claim.said) }];
  // Where several channels are left, a smaller number may be that of one of them.
  const most = posts * (facts.leaves.length > 1 ? 1 : SOME);
  if (said < most || isTrue(said, posts, one)) return [];
  return [{ spot, severity: 'warning', ...otherwise(one.claim.said, posts) }];
}

/** The number of posts that a claim speaks of; undefined for any other claim. */
function postsIn({ claim, part }: CheckedClaim): number | undefined {
  if (claim.kind !== 'number') return undefined;
  const isOfPosts = postWords[part.draft.draft.locale].test(part.text.slice(claim.to, claim.to + 40));
  const said = Number(claim.value);
  return isOfPosts && Number.isInteger(said) ? said : undefined;
}

function isTrue(said: number, posts: number, { claim, part }: CheckedClaim): boolean {
  const before = part.text.slice(Math.max(0, claim.from - 30), claim.from);
  if (roundWords.more.test(before)) return said <= posts && said >= posts * (1 - ROUND);
  if (roundWords.less.test(before)) return said >= posts && said <= posts * (1 + ROUND);
  if (roundWords.about.test(before)) return Math.abs(said - posts) <= posts * ROUND;
  return said === posts;
}

function otherwise(said: string, posts: number): Pick<Said, 'message' | 'fix'> {
  const [en, de] = [posts.toLocaleString('en-GB'), posts.toLocaleString('de-DE')];
  return {
    message: {
      en: `“${said}” posts stand in a sentence of your own, and the archive has ${en}.`,
      de: `In einem selbst geschriebenen Satz stehen „${said}“ Beiträge, im Archiv sind es ${de}.`,
    },
    fix: {
      en: `Write ${en}, or say that it is a round number and of what.`,
      de: `Schreiben Sie ${de}, oder sagen Sie, dass die Zahl gerundet ist und wofür sie gilt.`,
    },
  };
}

function unknown(said: string): Pick<Said, 'message' | 'fix'> {
  return {
    message: {
      en: `“${said}” posts: nothing in the archive bears that out, as no channel that is left has been kept.`,
      de: `„${said}“ Beiträge: Im Archiv ist dafür kein Beleg, weil noch kein Kanal gesichert ist, den Sie verlassen.`,
    },
    fix: {
      en: 'Keep the channel first (lastpost snapshot take), or leave the number out.',
      de: 'Sichern Sie zuerst den Kanal (lastpost snapshot take), oder lassen Sie die Zahl weg.',
    },
  };
}
