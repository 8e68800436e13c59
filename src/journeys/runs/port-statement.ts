import { canonicalJson } from '../../base/canonical-json.ts';
import { type Sha256, sha256 } from '../../base/digest.ts';
import type { Person } from '../../model/run/people.ts';
import type { PortSnapshot, PortStatement } from '../../model/run/step-ports.ts';
import { type CompletenessStatement, meetsRequirement } from '../../model/statement.ts';

/** What steps see of a statement. @param newest the channel's newest snapshot */
export function portStatement(
  statement: CompletenessStatement,
  newest: PortSnapshot | null,
  people: readonly Person[],
): PortStatement {
  const { channel, verdict, gaps, exports } = statement;
  const times = [newest?.finishedAt, ...exports.map(({ importedAt }) => importedAt)].filter((at) => at !== undefined);
  return {
    channel,
    verdict,
    isComplete: meetsRequirement(statement, 'complete'),
    isAccepted: meetsRequirement(statement, 'accepted'),
    openGaps: gaps.filter(({ accepted }) => accepted === null).map(({ id, reason }) => ({ id, reason: reason.en })),
    acceptedBy: [...new Set(gaps.flatMap(({ accepted }) => (accepted === null ? [] : [idOf(accepted.by, people)])))],
    changedAt: times.sort().at(-1) ?? null,
    digest: statementDigest(statement),
  };
}

/**
 * Of all that the verdict rests on, and of nothing that only the time of asking changes: an approval that is bound to it is void
 * as soon as a file, a number, a gap or an acceptance is another.
 */
export function statementDigest(statement: CompletenessStatement): Sha256 {
  const { channel, verdict, expected, holds, missing, posts, media, leftOut, gaps, exports, snapshots } = statement;
  return sha256(
    canonicalJson({
      channel,
      verdict,
      counts: { expected, holds, missing, held: posts.held, byKind: posts.byKind, media, leftOut },
      exports: exports.map(({ id, parts }) => ({ id, parts: parts.map((part) => part.sha256).sort() })).sort(byId),
      snapshots: snapshots.map(({ id, sha256: digest, verdict: own }) => ({ id, digest, verdict: own })).sort(byId),
      gaps: gaps.map(({ id, accepted }) => ({ id, accepted })).sort(byId),
    }),
  );
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Whoever accepts a gap signs as they like; where that is the name of one person of lastpost.yaml, it is that person. */
function idOf(by: string, people: readonly Person[]): string {
  const same = (a: string) => a.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  const found = people.find(({ id }) => id === by);
  if (found !== undefined) return found.id;
  const named = people.filter(({ id, name }) => same(name) === same(by) || same(id) === same(by));
  const [only] = named;
  return only !== undefined && named.length === 1 ? only.id : by;
}
