import type { Profile } from '../model/finding.ts';
import type { Gap } from '../model/gap.ts';
import type { PlatformId } from '../model/platform.ts';
import { nounOf } from './counted-words.ts';
import type { Measured } from './measure.ts';
import type { PostTally } from './post-tally.ts';
import type { VerdictReason } from './verdict.ts';
import type { Told } from './verdict-told.ts';
import { type NextStep, nextStep } from './wall-words.ts';

interface ToTell {
  readonly platform: PlatformId;
  readonly tally: PostTally;
  readonly gaps: readonly Gap[];
  readonly account: Told['account'];
  readonly reason: VerdictReason;
  readonly measured: Measured;
}

/** Undefined for an account that everybody may see. */
export function closedState(profile: Profile | null): Told['account'] {
  const state = profile?.state;
  return state === 'private' || state === 'suspended' || state === 'gone' ? state : undefined;
}

/** The numbers that one verdict is told with. */
export function toldOf(toTell: ToTell): Told {
  const { tally, gaps, account, reason, measured } = toTell;
  // A closed page somewhere is to blame only where something is missing that nobody can name.
  const wall = reason === 'short' || reason === 'wall' ? measured.wall?.reason : undefined;
  return {
    ...compared(toTell),
    missing: measured.missing ?? 0,
    unnamed: measured.unnamed,
    namedPosts: measured.missingPosts.length,
    mediaMissing: tally.missingMedia.length,
    mediaHad: tally.mediaHad,
    unreadable: measured.unreadable.length,
    cutOff: tally.cutOff.length,
    gaps: gaps.reduce((sum, { count = 1 }) => sum + count, 0),
    unaccounted: tally.ofKinds(measured.unaccounted),
    inexact: inexactIn(measured),
    wall,
    step: stepAfter(toTell, wall),
    account,
  };
}

/** What is compared with what; of several claims those that are not reached, when some are not. */
function compared({ tally, reason, measured }: ToTell): Pick<Told, 'noun' | 'expected' | 'have'> {
  const { claims, expected, have } = measured;
  const short = reason === 'short' ? claims.filter(({ shortfall }) => shortfall > 0) : [];
  const kinds = (short.length > 0 ? short : claims).flatMap((claim) => claim.kinds);
  if (short.length > 0) {
    const sum = short.reduce((total, { count }) => total + count, 0);
    return { noun: nounOf(kinds), expected: sum, have: tally.ofKinds(kinds) };
  }
  if (claims.length > 0) return { noun: nounOf(kinds), expected: expected ?? 0, have };
  // Without a count everything own is compared with the lists; what they do not speak of is told by itself.
  const apart = expected === null ? 0 : tally.ofKinds(measured.unaccounted);
  return { noun: nounOf([...tally.byKind.keys()]), expected: (expected ?? 0) - apart, have: have - apart };
}

function inexactIn({ weighed }: Measured): Told['inexact'] {
  for (const { count, reach } of weighed.chosen) {
    if (reach === 'rounded' || reach === 'at-least') return { count, reach };
  }
  return undefined;
}

function stepAfter({ platform, reason, measured }: ToTell, wall: Told['wall']): NextStep {
  const grown = measured.weighed.changed.reduce((sum, { first, last }) => sum + Math.max(0, last - first), 0);
  if (reason === 'short' && wall === undefined && measured.unnamed <= grown) return 'grown';
  return nextStep(wall, platform, ['short', 'wall', 'listed-missing', 'contradiction'].includes(reason));
}
