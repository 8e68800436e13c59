import type { CompletenessReport, MissingPost } from '../model/completeness.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { ArchivePlace, PostKind } from '../model/post.ts';
import { completenessWords, countOf, countText } from './completeness-words.ts';
import { formatCount, plural } from './format.ts';
import type { Style } from './style.ts';

/** So many are named unless all are asked for. */
export const FIRST_MISSING = 20;

/** `24 articles, 9 pages, 61 pictures and films`: most first, comments of others last. */
export function whatIsThere(report: CompletenessReport, language: FactLanguage): string {
  const { kinds, media, comments } = completenessWords[language];
  const parts = [
    ...countedKinds(report.byKind, language),
    [report.media.had, media] as const,
    [report.comments, comments] as const,
  ].filter(([count]) => count > 0);
  if (parts.length === 0) return countOf(0, kinds.post, language);
  return parts.map(([count, forms]) => countOf(count, forms, language)).join(', ');
}

type Counted = readonly [count: number, forms: readonly [one: string, many: string]];

function countedKinds(byKind: Readonly<Record<string, number>>, language: FactLanguage): readonly Counted[] {
  const { kinds } = completenessWords[language];
  const most = Object.entries(byKind).sort(([, a], [, b]) => b - a);
  return most.map(([kind, count]) => [count, kinds[kind as PostKind] ?? kinds.post]);
}

/** `40 posts, 12 replies`: most first. */
export function kindsText(byKind: Readonly<Record<string, number>>, language: FactLanguage): string {
  const parts = countedKinds(byKind, language).filter(([count]) => count > 0);
  return parts.map(([count, forms]) => countOf(count, forms, language)).join(', ');
}

/** `24 of 24`, `40`, `40 of 4,812` */
export function haveOfExpected({ have, expected }: CompletenessReport, language: FactLanguage): string {
  const there = countText(have, language);
  if (expected === null) return there;
  return `${there} ${language === 'de' ? 'von' : 'of'} ${countText(expected, language)}`;
}

function firstOf<T>(items: readonly T[], most: number, line: (item: T) => string): readonly string[] {
  const more = items.length - most;
  const cut = more > 0 ? [`    and ${formatCount(more)} more; all of them with --missing`] : [];
  return [...items.slice(0, most).map(line), ...cut];
}

function nameOf({ url, id }: Pick<MissingPost, 'url' | 'id'>): string {
  return url ?? id ?? '(without a name)';
}

function recordText(archive: ArchivePlace | null): string {
  return archive === null ? '' : `  ${archive.record.replace('urn:uuid:', '')}`;
}

/** Everything that is missing, with why; the first of each kind, or all. */
function missingLines(report: CompletenessReport, most: number): readonly string[] {
  const { missingPosts, media, unreadable, cutOff = [], gone } = report;
  const section = <T>(items: readonly T[], title: string, line: (item: T) => string): readonly string[] =>
    items.length === 0 ? [] : [`  ${title}`, ...firstOf(items, most, line)];
  return [
    ...section(missingPosts, `${plural(missingPosts.length, 'post')} missing:`, (post) => {
      return `    ${nameOf(post)}${recordText(post.archive)}\n      named by ${post.list}. ${post.why}`;
    }),
    ...section(
      media.missing,
      `${plural(media.missing.length, 'picture or film', 'pictures and films')} missing:`,
      ({ url, post, why }) => {
        return `    ${url}\n      of post ${post}. ${why}`;
      },
    ),
    ...section(unreadable, `${plural(unreadable.length, 'post')} that could not be read:`, ({ id, where, message }) => {
      return `    ${id ?? where}\n      ${message}`;
    }),
    ...section(
      cutOff,
      `${plural(cutOff.length, 'post')} of which only a part is there:`,
      (post) => `    ${nameOf(post)}`,
    ),
    ...section(
      gone,
      `${plural(gone.length, 'post')} that the platform says ${gone.length === 1 ? 'is' : 'are'} gone:`,
      (post) => {
        return `    ${nameOf(post)}\n      ${post.message}`;
      },
    ),
  ];
}

/** The verdict with its colour: green is only what is complete. */
export function verdictText({ verdict }: CompletenessReport, language: FactLanguage, style: Style): string {
  const words = completenessWords[language].verdicts[verdict];
  if (verdict === 'complete') return style.green(words);
  return verdict === 'incomplete' ? style.red(words) : style.yellow(words);
}

/** The report for people: verdict, reason, numbers, what is missing, and what stands behind each number. */
export function describeCompleteness(report: CompletenessReport, style: Style, most: number): readonly string[] {
  const missing = report.missing === null ? '' : `, ${formatCount(report.missing)} missing`;
  const lines = missingLines(report, most);
  return [
    `${style.bold('Completeness:')} ${verdictText(report, 'en', style)}`,
    `  ${report.because.en}`,
    `  Posts: ${haveOfExpected(report, 'en')}${missing}. In the snapshot: ${whatIsThere(report, 'en')}.`,
    `  Pictures and films: ${formatCount(report.media.had)} of ${formatCount(report.media.known)}.`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    ...(report.notes.length === 0 ? [] : ['', '  Notes:', ...report.notes.map((note) => `    ${note}`)]),
    '',
    '  Evidence, with the record that proves it:',
    ...report.evidence.map(({ says, archive }) => `    ${says}${recordText(archive)}`),
  ];
}
