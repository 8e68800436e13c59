import { plainLine } from '../base/text-columns.ts';
import type { ChannelHistory, HistoryBar, HistoryChange, HistoryStep } from '../model/channel-history.ts';
import type { CommandContext } from './command-spec.ts';
import { cutText } from './cut-text.ts';
import { formatCount, plural } from './format.ts';
import { goneWords } from './gone-text.ts';

type Drawn = Pick<CommandContext, 'style' | 'width' | 'outIsTerminal'>;

/** Of each kind; all of them with --json or --html. */
const SHOWN = 10;
/** So many empty bars in a row are drawn as one line. */
const MOST_EMPTY = 3;
const MOST_WIDTH = 100;
const COLUMNS = [
  { name: 'posts', title: 'PUBLISHED', share: 0.5 },
  { name: 'edited', title: 'EDITED', share: 0.25 },
  { name: 'deleted', title: 'DELETED', share: 0.25 },
] as const;
type Column = (typeof COLUMNS)[number];

/** What `channel history` says: the totals, a bar for each step of time, and the newest changes by name. */
export function describeHistory(history: ChannelHistory, context: Drawn): string {
  const { style } = context;
  return [
    style.bold(headline(history)),
    ...sources(history).map((line) => style.dim(line)),
    ...(history.bars.length === 0 ? [] : ['', ...drawing(history, context)]),
    ...changeList('Deleted after publication, kept here', 'gone', history, context),
    ...changeList('Edited', 'edited', history, context),
    ...changeList('Back again', 'back', history, context),
  ].join('\n');
}

function headline({ title, totals }: ChannelHistory): string {
  const { posts, edited, deleted, gone, back, undated } = totals;
  if (posts + edited + deleted + undated === 0) return `${plainLine(title)}: no posts.`;
  const kept =
    deleted === 0 ? '' : gone === deleted ? ', kept here' : `, ${formatCount(gone)} of them not back, kept here`;
  const parts = [
    plural(posts, 'post'),
    plural(edited, 'edit'),
    `${plural(deleted, 'deletion')}${kept}`,
    ...(back === 0 ? [] : [`${formatCount(back)} back again`]),
    ...(undated === 0 ? [] : [`${plural(undated, 'post')} without a date in no bar`]),
  ];
  return `${plainLine(title)}: ${parts.join('; ')}.`;
}

function sources({ snapshots: { count, firstAt, lastAt, unread } }: ChannelHistory): readonly string[] {
  if (count === 0 && unread === 0) return ['No snapshot tells of edits or deletions yet.'];
  const span = `${firstAt?.slice(0, 10)} to ${lastAt?.slice(0, 10)}`;
  return [
    ...(count === 0
      ? []
      : [`Seen by ${plural(count, 'snapshot')}, ${span}. An edit or a deletion stands where one first showed it.`]),
    ...(unread === 0
      ? []
      : [`${plural(unread, 'older snapshot')} could not be read for this: no file at hand, or no list of posts.`]),
  ];
}

const STEPS: Readonly<Record<HistoryStep, { readonly title: string; readonly label: (from: string) => string }>> = {
  day: { title: 'DAY (UTC)', label: (from) => from },
  week: { title: 'WEEK FROM', label: (from) => from },
  month: { title: 'MONTH', label: (from) => from.slice(0, -3) },
  year: { title: 'YEAR', label: (from) => from.slice(0, -6) },
};

function drawing({ bars, step }: ChannelHistory, context: Drawn): readonly string[] {
  const { title, label } = STEPS[step];
  const labelWidth = Math.max(title.length, ...bars.map(({ from }) => label(from).length));
  const columns = COLUMNS.map((column) => columnOf(column, bars, Math.min(context.width, MOST_WIDTH) - labelWidth));
  const line = (first: string, cells: readonly string[]) =>
    `${first.padEnd(labelWidth)}  ${cells.join('  ')}`.trimEnd();
  const head = line(
    title,
    columns.map(({ column, width }) => column.title.padEnd(width)),
  );
  const rows = withoutEmpty(bars).map((bar) => {
    if (typeof bar === 'number') return context.style.dim(`${' '.repeat(labelWidth)}  (${bar} ${step}s without)`);
    return line(
      label(bar.from),
      columns.map((column) => cell(bar, column, context)),
    );
  });
  return [head, ...rows];
}

interface DrawnColumn {
  readonly column: Column;
  readonly width: number;
  /** Signs of the longest bar, and what it stands for. */
  readonly longest: number;
  readonly most: number;
}

function columnOf(column: Column, bars: readonly HistoryBar[], room: number): DrawnColumn {
  const most = Math.max(1, ...bars.map((bar) => bar[column.name]));
  const width = Math.max(column.title.length, Math.floor((room - 6) * column.share));
  return { column, most, width, longest: Math.max(1, Math.min(most * 2, width - formatCount(most).length - 1)) };
}

/** Signs that are told apart without colours, and outside a terminal without a font. */
const SIGNS = { posts: ['█', '#'], edited: ['▓', '~'], deleted: ['▒', 'x'] } as const;

function cell(bar: HistoryBar, { column, width, longest, most }: DrawnColumn, { style, outIsTerminal }: Drawn): string {
  const count = bar[column.name];
  if (count === 0) return ' '.repeat(width);
  const length = Math.max(1, Math.round((count / most) * longest));
  const signs = SIGNS[column.name][outIsTerminal ? 0 : 1].repeat(length);
  const number = formatCount(count);
  const rest = ' '.repeat(Math.max(0, width - length - 1 - number.length));
  const paint = { posts: style.green, edited: style.yellow, deleted: style.red }[column.name];
  return `${paint(signs)} ${number}${rest}`;
}

/** The bars, and for many empty ones in a row how many there are. */
function withoutEmpty(bars: readonly HistoryBar[]): readonly (HistoryBar | number)[] {
  const rows: (HistoryBar | number)[] = [];
  let empty: HistoryBar[] = [];
  const flush = () => {
    rows.push(...(empty.length > MOST_EMPTY ? [empty.length] : empty));
    empty = [];
  };
  for (const bar of bars) {
    if (bar.posts + bar.edited + bar.deleted === 0) empty.push(bar);
    else {
      flush();
      rows.push(bar);
    }
  }
  flush();
  return rows;
}

function changeList(
  title: string,
  kind: HistoryChange['change']['kind'],
  { changes }: ChannelHistory,
  { style, width }: Drawn,
): readonly string[] {
  const list = changes.filter(({ change }) => change.kind === kind);
  if (list.length === 0) return [];
  const more = list.length - SHOWN;
  return [
    '',
    style.bold(`${title} (${formatCount(list.length)})`),
    ...list.slice(0, SHOWN).flatMap((one) => changeLines(one, width, style)),
    ...(more > 0 ? [`  and ${formatCount(more)} more; all of them with --json or --html`] : []),
  ];
}

function changeLines({ post, change }: HistoryChange, width: number, style: Drawn['style']): readonly string[] {
  const says = cutText(plainLine(post.says) || '(no text)', Math.max(20, width - 14));
  const since = (change.kind === 'gone' ? change.mark.lastSeenAt : change.sinceAt).slice(0, 10);
  const how = {
    gone: () => (change.kind === 'gone' ? `last seen ${since}; ${goneWords[change.mark.because]}` : ''),
    edited: () => `seen in another version on ${since}`,
    back: () => `had been gone since ${since}`,
  }[change.kind]();
  return [
    `  ${change.at.slice(0, 10)}  ${says}`,
    style.dim(`              ${plainLine(post.url ?? post.id)}`),
    style.dim(`              ${how}`),
  ];
}
