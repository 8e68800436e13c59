import { plainLine } from '../base/text-columns.ts';
import type {
  BrokenLink,
  ChangedPage,
  Comparison,
  LookChange,
  MovedCount,
  PostName,
  TextHunk,
  Unfairness,
  WordRun,
} from '../model/comparison.ts';
import { isUnchanged } from '../model/comparison.ts';
import type { CommandContext } from './command-spec.ts';
import { formatCount, formatTime, plural, shorten } from './format.ts';

type Styled = Pick<CommandContext, 'style'>;

/** Of each kind; all of them with --json or --html. */
const SHOWN = 15;
const URL_WIDTH = 90;
const SAYS_WIDTH = 70;
const RUN_WIDTH = 160;

/** The first line: what a person wants to know. */
export function compareHeadline(comparison: Comparison): string {
  const { counts, posts, pages, links } = comparison;
  const part = (list: readonly (readonly [number, string])[]) =>
    list.filter(([count]) => count > 0).map(([count, words]) => `${formatCount(count)} ${words}`);
  const ofPosts = part([
    [counts.newPosts, counts.newPosts === 1 ? 'new post' : 'new posts'],
    [counts.editedPosts, 'edited'],
    [counts.gonePosts, 'gone'],
    [posts?.back.length ?? 0, 'back again'],
    [posts?.foundLate.length ?? 0, 'older, found now'],
  ]);
  const ofPages = part([
    [counts.newPages, counts.newPages === 1 ? 'new page' : 'new pages'],
    [counts.changedPages, counts.changedPages === 1 ? 'page changed' : 'pages changed'],
    [counts.gonePages, counts.gonePages === 1 ? 'page gone' : 'pages gone'],
    [pages?.back.length ?? 0, pages?.back.length === 1 ? 'page back again' : 'pages back again'],
    [pages?.moved.length ?? 0, 'moved'],
  ]);
  const ofLinks = part([
    [counts.brokenLinks, counts.brokenLinks === 1 ? 'link newly broken' : 'links newly broken'],
    [links?.mended.length ?? 0, 'mended'],
  ]);
  const all = [ofPosts, ofPages, ofLinks].filter((list) => list.length > 0).map((list) => list.join(', '));
  if (all.length > 0) return `${all.join('; ')}.`;
  return isUnchanged(comparison) ? 'Nothing changed.' : 'Only what is on all pages changed.';
}

/** What `snapshot compare` says: the headline, what was not fair, then every kind of change. */
export function describeComparison(comparison: Comparison, context: Styled): string {
  const { before, after, unfair } = comparison;
  const when = (takenAt: string | null) => (takenAt === null ? 'an unknown time' : formatTime(takenAt));
  return [
    context.style.bold(compareHeadline(comparison)),
    `From ${when(before.takenAt)} to ${when(after.takenAt)}: ${plainLine(after.title ?? after.file)}`,
    ...unfair.map((one) => context.style.yellow(`Careful: ${unfairWords(one)}`)),
    ...describePosts(comparison, context),
    ...describePages(comparison, context),
    ...describeLinks(comparison, context),
  ].join('\n');
}

export function unfairWords(unfair: Unfairness): string {
  switch (unfair.kind) {
    case 'other-channel':
      return `the snapshots are of two channels, ${unfair.before} and ${unfair.after}. Nothing is said to be gone.`;
    case 'other-address':
      return `they began at ${unfair.before} and at ${unfair.after}. Nothing is said to be gone.`;
    case 'other-viewer':
      return `they were seen by two viewers: ${unfair.what} was "${unfair.before}" and is "${unfair.after}". What differs may differ for that, and nothing is said to be gone.`;
    case 'other-scope':
      return `they did not take in the same: ${unfair.before}, then ${unfair.after}. Nothing is said to be gone.`;
    case 'narrower-scope':
      return `the later crawl took in less: ${scopeWords(unfair)}. No page is said to be gone for being linked nowhere.`;
    case 'partial':
      return `the ${unfair.side === 'before' ? 'earlier' : 'later'} snapshot is partial (${plural(unfair.gaps, 'gap')}). What is merely missing from it is "not seen", not gone.`;
    case 'no-report':
      return `the ${unfair.side === 'before' ? 'earlier' : 'later'} file has no report of its crawl, so nobody can tell what it left out. Nothing is said to be gone.`;
    case 'backwards':
      return `the first was taken after the second (${formatTime(unfair.before)}, ${formatTime(unfair.after)}). They are compared in the order given; what is new here was taken away in truth.`;
  }
}

function scopeWords({ what, before, after }: Extract<Unfairness, { readonly kind: 'narrower-scope' }>): string {
  if (what === 'include') return `it no longer includes ${plainLine(before)}`;
  if (what === 'exclude') return `it excludes ${plainLine(after)} as well`;
  if (what === 'sitemaps') return 'it did not look for sitemaps';
  return what === 'depth' ? `depth ${before}, then ${after}` : `scope "${before}", then "${after}"`;
}

function section<T>(
  title: string,
  list: readonly T[],
  context: Styled,
  lines: (one: T) => readonly string[],
): string[] {
  if (list.length === 0) return [];
  const more = list.length - SHOWN;
  return [
    '',
    context.style.bold(`${title} (${formatCount(list.length)})`),
    ...list.slice(0, SHOWN).flatMap(lines),
    ...(more > 0 ? [`  and ${formatCount(more)} more; all of them with --json or --html`] : []),
  ];
}

function postLine({ published, says, url, id }: PostName): string {
  const day = published?.slice(0, 10) ?? 'no date   ';
  return `  ${day}  ${shorten(plainLine(says) || '(no text)', SAYS_WIDTH)}\n              ${shorten(plainLine(url ?? id), URL_WIDTH)}`;
}

function describePosts({ posts }: Comparison, context: Styled): readonly string[] {
  if (posts === null) return [];
  const moved = posts.counts.map(
    (post) => `  ${shorten(plainLine(post.says) || post.id, 50)}: ${countsText(post.moved)}`,
  );
  const unreadable = posts.unreadable.before + posts.unreadable.after;
  return [
    ...section('New posts', posts.added, context, (post) => [postLine(post)]),
    ...section('Posts that are back again', posts.back, context, (post) => [postLine(post)]),
    ...section('Older posts that the earlier snapshot did not have', posts.foundLate, context, (post) => [
      postLine(post),
    ]),
    ...section('Edited posts', posts.edited, context, (post) => [
      postLine(post),
      ...(post.title === null ? [] : [`    title  ${runsText(post.title, context)}`]),
      ...(post.text === null ? [] : [`    text   ${runsText(post.text, context)}`]),
      ...(post.mediaAdded.length > 0 ? [`    media  ${formatCount(post.mediaAdded.length)} added`] : []),
      ...(post.mediaRemoved.length > 0 ? [`    media  ${formatCount(post.mediaRemoved.length)} removed`] : []),
    ]),
    ...section('Posts that are gone', posts.gone, context, (post) => [
      postLine(post),
      `    ${goneWords[post.because]}`,
    ]),
    ...section('Posts not seen; whether they are gone cannot be told', posts.notSeen, context, (post) => [
      postLine(post),
    ]),
    ...(posts.profile.length > 0 ? ['', `Account: ${countsText(posts.profile)}`] : []),
    ...section('Counts that moved', moved, context, (line) => [line]),
    ...(unreadable > 0 ? ['', `${plural(unreadable, 'line')} of the lists of posts cannot be read; left out.`] : []),
  ];
}

const goneWords = {
  'platform-says': 'the platform says that it is gone',
  'not-found': 'its page answers "not found"',
  'complete-list': 'the later snapshot has every post that there is, and not this one',
} as const;

function countsText(moved: readonly MovedCount[]): string {
  return moved
    .map(
      ({ name, from, to, isRounded }) =>
        `${name} ${isRounded ? 'about ' : ''}${formatCount(from)} → ${formatCount(to)}`,
    )
    .join(', ');
}

/** Brackets, not colours alone: `[-taken out-]{+put in+}`, as in a word diff of Git. */
function runsText(runs: readonly WordRun[], { style }: Styled): string {
  const cut = (text: string) => {
    const line = plainLine(text);
    return line.length > RUN_WIDTH ? `${line.slice(0, 60)} … ${line.slice(-60)}` : line;
  };
  return runs
    .map(({ kind, text }) => {
      if (kind === 'same') return cut(text);
      return kind === 'added' ? style.green(`{+${cut(text)}+}`) : style.red(`[-${cut(text)}-]`);
    })
    .join(' ');
}

function hunkText({ before, removed, added, after }: TextHunk, context: Styled): string {
  const runs: WordRun[] = [
    { kind: 'same', text: before },
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
    { kind: 'same', text: after },
  ];
  return runsText(
    runs.filter(({ text }) => text !== ''),
    context,
  );
}

function describePages({ pages }: Comparison, context: Styled): readonly string[] {
  if (pages === null) return [];
  const line = ({ url }: { readonly url: string }) => `  ${shorten(plainLine(url), URL_WIDTH)}`;
  const { uncompared, onlyEverywhere } = pages;
  return [
    ...section('New pages', pages.added, context, (page) => [line(page)]),
    ...section('Pages that are back again', pages.back, context, (page) => [line(page)]),
    ...section('Pages that are gone', pages.gone, context, (page) => [
      line(page),
      page.because === 'not-found' ? `    answers ${page.status}` : '    no longer found from any page',
    ]),
    ...section('Pages that moved', pages.moved, context, (page) => [
      line(page),
      `    to ${plainLine(page.to ?? 'an address that cannot be read')}`,
    ]),
    ...section('Changed pages', pages.changed, context, (page) => [line(page), ...changeLines(page, context)]),
    ...section('Changed alike on many pages', pages.everywhere, context, (hunk) => [
      `  on ${plural(hunk.pages, 'page')}: ${hunkText(hunk, context)}`,
    ]),
    ...(onlyEverywhere > 0 ? [`  ${plural(onlyEverywhere, 'page')} changed by nothing else.`] : []),
    ...section('Pages not seen; whether they are gone cannot be told', pages.notSeen, context, (page) => [line(page)]),
    ...(uncompared.text > 0 ? ['', `${plural(uncompared.text, 'page')} without text in both: not compared.`] : []),
    ...(uncompared.look > 0
      ? [`${plural(uncompared.look, 'page')} without a picture that can be read in both: not compared.`]
      : []),
  ];
}

function changeLines(page: ChangedPage, context: Styled): readonly string[] {
  const { titleBefore, title, statusBefore, statusAfter, text, moreText, look } = page;
  return [
    ...(titleBefore === null ? [] : [`    title  ${plainLine(titleBefore)} → ${plainLine(title)}`]),
    ...(statusBefore === null && statusAfter === null
      ? []
      : [`    status ${statusBefore ?? '?'} → ${statusAfter ?? '?'}`]),
    ...text.slice(0, 5).map((hunk) => `    text   ${hunkText(hunk, context)}`),
    ...(text.length + moreText > 5 ? [`    and ${formatCount(text.length + moreText - 5)} more places`] : []),
    ...(look === null ? [] : [`    look   ${lookWords(look, text.length > 0)}`]),
  ];
}

function lookWords({ alike, kind, movedBy, top, bottom }: LookChange, hasText: boolean): string {
  const share = `${(Math.floor(alike * 1000) / 10).toFixed(1)} % alike`;
  const same = hasText ? '' : '; its text is the same';
  if (kind === 'band') return `${share}: only a strip from pixel row ${top} to ${bottom}, such as a banner${same}`;
  if (kind === 'moved')
    return `${share}: the page stands ${Math.abs(movedBy)} pixels ${movedBy > 0 ? 'lower' : 'higher'}${same}`;
  return `${share}${same}`;
}

function describeLinks({ links }: Comparison, context: Styled): readonly string[] {
  if (links === null) return [];
  const lines = ({ url, before, after, on, pages }: BrokenLink): readonly string[] => [
    `  ${shorten(plainLine(url), URL_WIDTH)}`,
    `    ${statusWords(before)} → ${statusWords(after)}, on ${plural(pages, 'page')}: ${on.slice(0, 3).map(plainLine).join(', ')}${pages > 3 ? ' …' : ''}`,
  ];
  return [
    ...section('Links newly broken', links.broken, context, lines),
    ...section('Links mended', links.mended, context, lines),
  ];
}

function statusWords(status: number | null): string {
  if (status === null) return 'not asked for';
  return status === 0 ? 'no answer' : String(status);
}
