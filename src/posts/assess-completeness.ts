import type { CompletenessReport, CountedGap, Evidence, MadeClaim, MissingPost } from '../model/completeness.ts';
import type { Gap } from '../model/gap.ts';
import type { AssessInput } from './assess-input.ts';
import { chooseClaims } from './choose-claims.ts';
import type { ListedPlace } from './findings-book.ts';
import { postAddressKey } from './post-address.ts';
import type { PostTally } from './post-tally.ts';
import { judge } from './verdict.ts';

/** Compares what the platform says there is with what was had, and names what is missing. */
export function assessCompleteness(input: AssessInput): CompletenessReport {
  const { book, tally, gaps, platform, channel, url, now } = input;
  const claims = chooseClaims(book.claims);
  const missingPosts = findMissing(input);
  const endedLists = [...book.ended];
  const listed = new Set(book.listed.filter(({ list }) => book.ended.has(list)).map(keyOf)).size;
  const { expected, have } = measure(claims, endedLists, missingPosts.length, tally);
  const shortfall = expected === null ? null : Math.max(0, expected - have);
  const missing = shortfall === null ? null : Math.max(shortfall, missingPosts.length);
  const judged = judge({ input, claims, expected, have, shortfall, missingPosts: missingPosts.length, endedLists });
  return {
    version: 1,
    platform,
    channel,
    url,
    ...judged,
    expected,
    have,
    posts: tally.own,
    byKind: Object.fromEntries([...tally.byKind].sort(([a], [b]) => a.localeCompare(b))),
    comments: tally.comments,
    missing,
    missingPosts,
    claims: book.claims,
    media: { known: tally.mediaKnown, had: tally.mediaHad, missing: tally.missingMedia },
    unreadable: book.unreadable,
    gone: book.gone,
    gaps: countGaps(gaps),
    notes: [...input.notes, ...notesOn(expected, have, claims)],
    evidence: evidenceOf(claims, endedLists, listed, tally),
    profile: book.profile,
    assessedAt: now.toISOString(),
  };
}

function keyOf({ id, url }: ListedPlace): string {
  return id ?? (url === null ? '' : postAddressKey(url));
}

/** A claim is compared with its own kinds; of a list that was read to its end, each entry was had or is missing. */
function measure(
  claims: readonly MadeClaim[],
  endedLists: readonly string[],
  missing: number,
  tally: PostTally,
): { expected: number | null; have: number } {
  if (claims.length > 0) {
    const expected = claims.reduce((sum, { count }) => sum + count, 0);
    return { expected, have: tally.ofKinds([...new Set(claims.flatMap(({ kinds }) => kinds))]) };
  }
  return { expected: endedLists.length > 0 ? tally.own + missing : null, have: tally.own };
}

function findMissing({ book, tally, whyMissing }: AssessInput): readonly MissingPost[] {
  const missing = new Map<string, MissingPost>();
  const gone = new Set(book.gone.flatMap(({ id, url }) => [id ?? '', url === null ? '' : postAddressKey(url)]));
  for (const listed of book.listed) {
    const key = keyOf(listed);
    if (key === '' || missing.has(key) || tally.has(listed) || book.accountsFor(listed) || gone.has(key)) continue;
    const { id, url, published, list, archive } = listed;
    const why = url === null ? `named by ${list}, and not found anywhere` : whyMissing(url);
    missing.set(key, { id, url, published, list, why, archive });
  }
  return [...missing.values()];
}

function countGaps(gaps: readonly Gap[]): readonly CountedGap[] {
  const counted = new Map<string, CountedGap>();
  for (const { reason, hint, count = 1 } of gaps) {
    const key = `${reason} ${hint}`;
    counted.set(key, { reason, hint, count: (counted.get(key)?.count ?? 0) + count });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count);
}

function notesOn(expected: number | null, have: number, claims: readonly MadeClaim[]): readonly string[] {
  const [first] = claims;
  if (expected === null || first === undefined || have <= expected || first.reach === 'at-least') return [];
  return [`${first.name} says ${expected}, and ${have} were found: the platform's count is too low or was changing.`];
}

function evidenceOf(
  claims: readonly MadeClaim[],
  endedLists: readonly string[],
  listed: number,
  tally: PostTally,
): readonly Evidence[] {
  return [
    ...claims.map(({ name, count, archive }) => ({ says: `${name} says ${count}`, archive })),
    ...endedLists.map((list) => ({ says: `${list} was read to its end`, archive: null })),
    ...(listed > 0 ? [{ says: `these lists name ${listed} posts`, archive: null }] : []),
    { says: `${tally.own} posts of the account counted in the snapshot`, archive: null },
  ];
}
