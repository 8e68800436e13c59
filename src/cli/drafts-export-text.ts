import type { DraftsExport } from '../journeys/drafts/export-drafts.ts';
import type { CommandContext } from './command-spec.ts';
import { formatSize, plural } from './format.ts';
import { shownPath } from './snapshot-text.ts';

/** What was written, for people: the files, what is not in them and why, and what to know before they are handed on. */
export function draftsExportText(result: DraftsExport, { cwd }: Pick<CommandContext, 'cwd'>): string {
  const { files, older, notes } = result;
  const written = files.map(
    ({ file, drafts, bytes }) => `${shownPath(file, cwd)}: ${plural(drafts, 'draft')}, ${formatSize(bytes)}`,
  );
  const told = [...approvalLines(result), ...notes];
  return [
    ...(written.length === 0 ? ['No file was written.'] : written),
    ...block('Left out:', leftOutLines(result)),
    ...block(
      'From an earlier export, and not written anew:',
      older.map((file) => `  ${shownPath(file, cwd)}`),
    ),
    ...block('', told),
  ].join('\n');
}

function block(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return ['', ...(title === '' ? [] : [title]), ...lines];
}

/** What is no post is told in one line a format: most of the kit is none. */
function leftOutLines({ leftOut }: DraftsExport): readonly string[] {
  const formats = [...new Set(leftOut.map(({ format }) => format))];
  return formats.flatMap((format) => {
    const own = leftOut.filter((one) => one.format === format);
    const others = own.filter(({ reason }) => reason === 'no-post').length;
    return [
      ...own
        .filter(({ reason }) => reason !== 'no-post')
        .map(({ draft, message }) => `  ${draft} (${format}): ${message}`),
      ...(others === 0
        ? []
        : [`  ${plural(others, 'draft')} (${format}) that ${others === 1 ? 'is no post' : 'are no posts'}`]),
    ];
  });
}

function approvalLines({ drafts, unapproved, changed, held }: DraftsExport): readonly string[] {
  const open = [
    ...(unapproved === 0 ? [] : [`${unapproved} not approved`]),
    ...(changed === 0 ? [] : [`${changed} changed since`]),
  ];
  return [
    ...(open.length === 0 ? [] : [`Of ${plural(drafts, 'draft')}, ${open.join(' and ')}.`]),
    ...(held.length === 0
      ? []
      : [
          `Not exported, as nobody approved ${held.length === 1 ? 'it' : 'them'} as they are now: ${plural(held.length, 'draft')}.`,
        ]),
  ];
}

export function draftsExportJson({
  folder,
  files,
  drafts,
  unapproved,
  changed,
  held,
  leftOut,
  notes,
  older,
}: DraftsExport) {
  return { folder, files, drafts, unapproved, changed, not_approved: held, left_out: leftOut, notes, older };
}
