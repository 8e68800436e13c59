import type { CompletenessReport, CountedGap, Evidence } from '../model/completeness.ts';
import type { Gap } from '../model/gap.ts';
import type { PlatformId } from '../model/platform.ts';
import { counted } from './counted-words.ts';
import { type Measured, type MeasureInput, measure } from './measure.ts';
import { notesOn } from './notes-on-numbers.ts';
import { closedState, toldOf } from './told-of.ts';
import { decide, verdictOf } from './verdict.ts';
import { english } from './verdict-in-english.ts';
import { german } from './verdict-in-german.ts';

export interface AssessInput extends MeasureInput {
  readonly platform: PlatformId;
  readonly channel: string | null;
  readonly notes: readonly string[];
  readonly now: Date;
}

/** Compares what the platform says there is with what was had, and names what is missing. */
export function assessCompleteness(input: AssessInput): CompletenessReport {
  const { book, tally, gaps, platform, channel, url, now } = input;
  const measured = measure(input);
  const account = closedState(book.profile);
  const reason = decide({ url, measured, tally, gaps, isClosed: account !== undefined });
  const told = toldOf({ tally, gaps, platform, account, reason, measured });
  const { weighed } = measured;
  return {
    version: 1,
    platform,
    channel,
    url,
    verdict: verdictOf(reason),
    because: { en: english[reason](told), de: german[reason](told) },
    expected: measured.expected,
    have: measured.have,
    posts: tally.own,
    byKind: Object.fromEntries([...tally.byKind].sort(([a], [b]) => (a < b ? -1 : 1))),
    comments: tally.comments,
    missing: measured.missing,
    missingPosts: measured.missingPosts,
    claims: book.claims.filter((claim) => !weighed.unusable.includes(claim)),
    media: { known: tally.mediaKnown, had: tally.mediaHad, missing: tally.missingMedia },
    unreadable: measured.unreadable,
    cutOff: tally.cutOff,
    gone: book.gone,
    gaps: countGaps(gaps),
    notes: [...input.notes, ...notesOn(input, measured)],
    evidence: evidenceOf(input, measured),
    profile: book.profile,
    assessedAt: now.toISOString(),
  };
}

function countGaps(gaps: readonly Gap[]): readonly CountedGap[] {
  const byKey = new Map<string, CountedGap>();
  for (const { reason, hint, count = 1 } of gaps) {
    const key = `${reason} ${hint}`;
    byKey.set(key, { reason, hint, count: (byKey.get(key)?.count ?? 0) + count });
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count);
}

function evidenceOf({ tally, book }: AssessInput, { endedLists, weighed }: Measured): readonly Evidence[] {
  const claims = book.claims.filter((claim) => !weighed.unusable.includes(claim));
  const lines = new Map<string, number>();
  for (const { list } of book.listed) lines.set(list, (lines.get(list) ?? 0) + 1);
  const named = [...lines].map(([list, count]) => `${list} names ${counted('en', count, 'post')}`);
  return [
    ...claims.map(({ name, count, archive }) => ({ says: `${name} says ${count}`, archive })),
    ...[...endedLists.map((list) => `${list} was read to its end`), ...named].map((says) => ({ says, archive: null })),
    { says: `${counted('en', tally.own, 'post')} of the account counted in the snapshot`, archive: null },
  ];
}
