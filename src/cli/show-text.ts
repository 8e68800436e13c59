import type { ShownSnapshot } from '../journeys/show-snapshot.ts';
import type { CommandContext } from './command-spec.ts';
import { describeCompleteness } from './completeness-report.ts';
import { formatCount, formatFacts, formatSize, formatTable, formatTime, plural } from './format.ts';
import { describeGaps, describeMoved, leftOutText, shellWord, shownPath } from './snapshot-text.ts';

type Summary = ShownSnapshot['summary'];
type Facts = readonly (readonly [label: string, value: string])[];

const fact = (label: string, value: string | null | undefined): Facts =>
  value === null || value === undefined || value === '' ? [] : [[label, value]];

function signatureText({ signature }: Summary): string {
  if (signature === null) return 'none';
  const by = signature.domain ?? 'a key';
  const at = signature.created === null ? '' : `, ${formatTime(signature.created)}`;
  return `says it is signed by ${by}${at} ("verify" tells whether it is)`;
}

function facts({ file, snapshot, summary }: ShownSnapshot, cwd: string): string {
  const { crawl } = summary;
  return formatFacts([
    ['File', shownPath(file, cwd)],
    ...fact('Title', summary.title),
    ...fact('Address', snapshot?.url ?? summary.mainPageUrl),
    ...fact('Channel', snapshot?.channel),
    ...fact('Taken', summary.mainPageDate === null ? null : formatTime(summary.mainPageDate)),
    ...fact('State', snapshot?.state ?? crawl?.state),
    ['Pages', formatCount(summary.pageCount)],
    ...fact('Gaps', crawl === null ? null : formatCount(snapshot?.gaps ?? summary.gaps.length)),
    ...leftOutText(crawl?.leftOut ?? {}),
    ...fact('robots.txt', crawl?.robots),
    ['Size', formatSize(summary.bytes)],
    ...fact('Made by', summary.software),
    ['Signature', signatureText(summary)],
    ...fact('SHA-256', snapshot?.sha256.replace('sha256:', '')),
    ...fact('ID', snapshot?.id),
  ]);
}

function pageTable({ pages, pageCount }: Summary): string {
  const rows = pages.map(({ ts, status, url }) => [
    ts === null ? '-' : formatTime(ts),
    status === null ? '-' : String(status),
    url,
  ]);
  const table = formatTable([{ title: 'TAKEN' }, { title: 'STATUS', align: 'right' }, { title: 'PAGE' }], rows);
  const more = pageCount - pages.length;
  return more > 0 ? `${table}\nand ${plural(more, 'more page')}; all of them with --pages` : table;
}

/**
 * What `snapshot show` says: the facts, whether all posts are there, the first pages (or all), the gaps.
 * @param mostMissing how many missing posts are named, and pictures, and so on
 */
export function describeShown(
  shown: ShownSnapshot,
  { cwd, style }: Pick<CommandContext, 'cwd' | 'style'>,
  mostMissing: number,
): string {
  const { completeness } = shown.summary;
  const gaps = describeGaps(shown.summary.gaps, style);
  const file = shellWord(shownPath(shown.file, cwd));
  return [
    facts(shown, cwd),
    ...(completeness === null ? [] : ['', ...describeCompleteness(completeness, style, mostMissing)]),
    ...(shown.summary.pages.length === 0 ? [] : ['', pageTable(shown.summary)]),
    ...(gaps === '' ? [] : ['', style.bold('Gaps:'), gaps]),
    ...describeMoved(shown.summary.crawl?.movedByScript),
    '',
    style.bold('Next:'),
    `  lastpost snapshot verify ${file}`,
    `  lastpost snapshot replay ${file}`,
  ].join('\n');
}

/**
 * `{snapshot, completeness, pages, gaps, not_found, moved_by_script, left_out, files}`; in `snapshot` what the ledger does not know is null, and so is
 * `completeness` where no posts were read.
 */
export function shownJson({ file, snapshot, summary }: ShownSnapshot): object {
  const { crawl } = summary;
  return {
    snapshot: {
      id: snapshot?.id ?? null,
      channel: snapshot?.channel ?? null,
      url: snapshot?.url ?? summary.mainPageUrl,
      file,
      title: summary.title,
      description: summary.description,
      state: snapshot?.state ?? crawl?.state ?? null,
      pages: summary.pageCount,
      gaps: snapshot?.gaps ?? crawl?.gaps.length ?? null,
      bytes: summary.bytes,
      sha256: snapshot?.sha256 ?? null,
      created: summary.created,
      software: summary.software,
      wacz_version: summary.waczVersion,
      robots: crawl?.robots ?? null,
      signature:
        summary.signature === null
          ? null
          : {
              public_key: summary.signature.publicKey,
              domain: summary.signature.domain,
              created: summary.signature.created,
            },
    },
    completeness: summary.completeness,
    pages: summary.pages,
    gaps: summary.gaps,
    not_found: crawl?.notFound ?? [],
    moved_by_script: crawl?.movedByScript ?? [],
    left_out: crawl?.leftOut ?? {},
    files: summary.files.map(({ path, bytes, compressedBytes, stored }) => ({
      path,
      bytes,
      compressed_bytes: compressedBytes,
      stored,
    })),
  };
}
