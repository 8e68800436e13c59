import type { VerifiedSnapshot } from '../journeys/verify-snapshot.ts';
import type { VerifyCounts, VerifyProblem } from '../model/verify.ts';
import type { CommandContext } from './command-spec.ts';
import { formatCount, formatSize, plural, shorten } from './format.ts';
import { shownPath } from './snapshot-text.ts';

const SHOWN_PROBLEMS = 50;

function describeProblem({ rule, file, offset, record, message }: VerifyProblem): string {
  const place = [
    ...(file === '' ? [] : [file]),
    ...(offset === null ? [] : [`byte ${formatCount(offset)}`]),
    ...(record === null ? [] : [record]),
  ].join(', ');
  return place === '' ? `  ${rule}\n    ${message}` : `  ${rule}  ${place}\n    ${message}`;
}

function signatureLine({ report }: VerifiedSnapshot): string {
  const { state, signer } = report.signature;
  // A bare public key is 120 letters; its ends are enough to tell two keys apart, all of it is in --json.
  const by = signer === null ? '' : ` (${shorten(signer, 60)})`;
  if (state !== 'none') return state === 'valid' ? `signature valid${by}` : `signature INVALID${by}`;
  return report.ok
    ? 'unsigned: unchanged since it was sealed, but who sealed it cannot be shown'
    : 'no signature found';
}

function countsLine(counts: VerifyCounts): string {
  return [
    plural(counts.pages, 'page'),
    plural(counts.warcRecords, 'record'),
    plural(counts.cdxjLines, 'index line'),
    plural(counts.files, 'file'),
    formatSize(counts.bytes),
  ].join(', ');
}

/** One file's verdict, what was checked, and every problem with its rule and place. */
export function describeVerified(
  verified: VerifiedSnapshot,
  { cwd, style }: Pick<CommandContext, 'cwd' | 'style'>,
): string {
  const { file, report } = verified;
  const { problems } = report;
  const verdict = report.ok ? style.green('sound') : style.red(`${plural(problems.length, 'problem')}`);
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    `${style.bold(shownPath(file, cwd))}: ${verdict}`,
    `  ${countsLine(report.counts)}`,
    `  ${signatureLine(verified)}`,
    ...problems.slice(0, SHOWN_PROBLEMS).map(describeProblem),
    ...(more > 0 ? [`  and ${formatCount(more)} more; all of them with --json`] : []),
  ].join('\n');
}

const countsJson = ({ files, bytes, warcRecords, cdxjLines, pages }: VerifyCounts) => ({
  files,
  bytes,
  warc_records: warcRecords,
  cdxj_lines: cdxjLines,
  pages,
});

function addCounts(all: readonly VerifyCounts[]): VerifyCounts {
  return all.reduce(
    (sum, counts) => ({
      files: sum.files + counts.files,
      bytes: sum.bytes + counts.bytes,
      warcRecords: sum.warcRecords + counts.warcRecords,
      cdxjLines: sum.cdxjLines + counts.cdxjLines,
      pages: sum.pages + counts.pages,
    }),
    { files: 0, bytes: 0, warcRecords: 0, cdxjLines: 0, pages: 0 },
  );
}

/** `{ok, problems, counts}` over all files together, and the same for each in `snapshots`. */
export function verifiedJson(all: readonly VerifiedSnapshot[]): object {
  return {
    ok: all.every(({ report }) => report.ok),
    problems: all.flatMap(({ file, report }) => report.problems.map((problem) => ({ ...problem, snapshot: file }))),
    counts: countsJson(addCounts(all.map(({ report }) => report.counts))),
    snapshots: all.map(({ file, snapshot, report }) => ({
      snapshot: file,
      id: snapshot?.id ?? null,
      ok: report.ok,
      problems: report.problems,
      counts: countsJson(report.counts),
      signature: report.signature,
      software: report.software,
    })),
  };
}
