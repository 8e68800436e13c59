import type { MadeClaim } from '../../model/completeness.ts';
import type { ExportReport } from '../../model/official-export.ts';
import type { StatementClaim } from '../../model/statement.ts';
import { seriesOf } from '../claim-log.ts';

/** What the platform says, the last time it said it, and what its exports say of themselves. */
export function platformSays(
  claims: readonly MadeClaim[],
  exports: readonly ExportReport[],
): readonly StatementClaim[] {
  const last = [...new Map(claims.map((claim) => [seriesOf(claim), claim])).values()];
  return [
    ...last.map(({ name, count, reach, archive }) => ({ name, count, at: archive.at, reach, proof: archive.record })),
    ...exports.flatMap(({ claims: own, madeAt, importedAt }) =>
      own.map(({ name, count, reach, file }) => ({ name, count, at: madeAt ?? importedAt, reach, proof: file })),
    ),
  ];
}
