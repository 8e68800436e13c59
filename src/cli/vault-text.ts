import type { StampedVault } from '../journeys/vault/stamp-vault.ts';
import type { VaultStatus } from '../journeys/vault/vault-status.ts';
import type { VaultReport } from '../model/vault-report.ts';
import type { CommandContext } from './command-spec.ts';
import { formatCount, formatSize, formatTable, formatTime, plural } from './format.ts';
import { shownPath } from './snapshot-text.ts';

const SHOWN_PROBLEMS = 50;

type Words = Pick<CommandContext, 'cwd' | 'style'>;

/** A folder as people see it from where they are; an address as it is. */
export function shownPlace(place: string, cwd: string): string {
  return place.startsWith('s3://') ? place : shownPath(place, cwd);
}

function headsTable(heads: VaultReport['heads']): readonly string[] {
  if (heads.length === 0) return [];
  const rows = heads.map(({ channel, seq, timestamps, entered_at, digest }) => [
    channel,
    formatCount(seq),
    formatCount(timestamps),
    formatTime(entered_at),
    digest,
  ]);
  const titles = [
    { title: 'CHANNEL' },
    { title: 'ENTRIES', align: 'right' as const },
    { title: 'TIMESTAMPS', align: 'right' as const },
    { title: 'LAST ENTERED' },
    { title: 'HEAD' },
  ];
  return ['', formatTable(titles, rows)];
}

export function describeVault(report: VaultReport, isQuick: boolean, { cwd, style }: Words): string {
  const { ok, problems, counts, heads, place, unchained, timestamps, bucket } = report;
  const verdict = ok ? style.green('sound') : style.red(plural(problems.length, 'problem'));
  const read = isQuick
    ? 'no file read'
    : `${formatCount(counts.read)} read now, ${formatCount(counts.known)} found sound before and not touched since`;
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    `${style.bold(shownPlace(place, cwd))}: ${verdict}`,
    `  ${plural(counts.channels, 'channel')}, ${formatCount(counts.entries)} entries, ${plural(counts.files, 'file')}, ${formatSize(counts.bytes)}; ${read}`,
    ...problems
      .slice(0, SHOWN_PROBLEMS)
      .map(({ rule, file, message }) => `  ${rule}  ${shownPlace(file, cwd)}\n    ${message}`),
    ...(more > 0 ? [`  and ${formatCount(more)} more; all of them with --json`] : []),
    ...(unchained > 0
      ? [
          `  ${plural(unchained, 'file')} without an entry yet: the next snapshot of the channel, or "vault copy", enters them.`,
        ]
      : []),
    ...timestampLines(timestamps),
    ...bucketLines(bucket, style),
    ...headsTable(heads),
  ].join('\n');
}

function bucketLines(bucket: VaultReport['bucket'], style: Words['style']): readonly string[] {
  if (bucket === null) return [];
  const overwriting =
    `  ${style.red('warning')}  This server ignores If-None-Match: two machines could overwrite each other here. ` +
    'Let only one of them write into this bucket.';
  const versions = {
    on: 'on: what is overwritten or deleted can be brought back',
    off: 'off: what is deleted is gone; the server’s owner can turn it on',
    unknown: 'not known: the server does not say, or the credential may not ask',
  };
  return [
    ...(bucket.keeps_names === false ? [overwriting] : []),
    `  versioning of the bucket ${versions[bucket.versioning]}`,
  ];
}

function timestampLines({ tokens, without, authorities }: VaultReport['timestamps']): readonly string[] {
  if (tokens === 0) return [];
  const lines = authorities.map(({ name, tokens: own, trust }) =>
    trust === 'root'
      ? `    ${formatCount(own)} by ${name}, which leads to a trusted root`
      : `    ${formatCount(own)} by "${name}", not held against any root: archive.vault.timestamp.ca names those that you trust`,
  );
  const rest = without === 0 ? '' : `; ${plural(without, 'entry', 'entries')} without one`;
  return [`  ${plural(tokens, 'sound timestamp')}${rest}`, ...lines];
}

/** Of each channel what was fetched, or, where nothing was asked for, what is missing. */
export function describeStamped({ authority, channels }: StampedVault, isDryRun: boolean): string {
  const fetched = channels.reduce((sum, one) => sum + one.fetched, 0);
  const missing = channels.reduce((sum, one) => sum + one.missing, 0);
  const head = isDryRun
    ? `${plural(missing, 'timestamp')} missing; nobody was asked. They would come from ${authority}`
    : `${plural(fetched, 'timestamp')} fetched from ${authority}`;
  const rows = channels.map((one) => [
    one.channel,
    formatCount(one.entries),
    formatCount(one.fetched),
    formatCount(one.missing),
  ]);
  const number = (title: string) => ({ title, align: 'right' as const });
  const titles = [{ title: 'CHANNEL' }, number('ENTRIES'), number('FETCHED'), number('MISSING')];
  return rows.length === 0 ? head : [head, '', formatTable(titles, rows)].join('\n');
}

export function describeVaultStatus(status: VaultStatus, { cwd, style }: Words): string {
  const { place, isEncrypted, files, bytes, heads, waiting, bucket } = status;
  return [
    `${style.bold(shownPlace(place, cwd))}: ${plural(files, 'file')}, ${formatSize(bytes)}${isEncrypted ? ', encrypted with age' : ''}`,
    ...waiting.map(
      ({ id, channel, file }) => `  ${style.red('waits')}  snapshot ${id} of ${channel}: ${shownPath(file, cwd)}`,
    ),
    ...(waiting.length === 0 ? [] : ['  The next "snapshot take" of the channel brings them in.']),
    ...bucketLines(bucket, style),
    ...headsTable(heads),
  ].join('\n');
}
