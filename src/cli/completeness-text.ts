import type { CompletenessReport } from '../model/completeness.ts';
import { completenessWords } from './completeness-words.ts';
import { formatCount, plural } from './format.ts';

type Facts = readonly (readonly [label: string, value: string])[];

function postsText({ posts, expected, have, byKind, comments }: CompletenessReport): string {
  const kinds = Object.entries(byKind);
  const split =
    kinds.length > 1 ? ` (${kinds.map(([kind, count]) => `${formatCount(count)} ${kind}`).join(', ')})` : '';
  const of =
    expected === null ? formatCount(posts) : `${formatCount(have)} of the ${formatCount(expected)} there should be`;
  const others = comments === 0 ? '' : `, ${plural(comments, 'comment')} by others`;
  return `${of}${split}${others}`;
}

function mediaText({ media: { known, had } }: CompletenessReport): string {
  return known === had ? formatCount(had) : `${formatCount(had)} of ${formatCount(known)}`;
}

/** Posts, their media and the verdict, as lines of a list of facts; none for a site that has no posts and names none. */
export function completenessFacts(report: CompletenessReport): Facts {
  if (report.posts + report.comments === 0 && report.expected === null && report.platform === 'website') return [];
  return [
    ['Posts', postsText(report)],
    ...(report.media.known === 0 ? [] : [['Media', mediaText(report)] as const]),
    ['Verdict', `${completenessWords.en.verdicts[report.verdict]}. ${report.because.en}`],
  ];
}

/** What `--json` says of it; the whole report is in the file, as reports/completeness.json. */
export function completenessJson(report: CompletenessReport): object {
  const { verdict, because, expected, have, missing, posts, byKind, comments, media, gaps } = report;
  return {
    verdict,
    because,
    expected,
    have,
    missing,
    posts,
    by_kind: byKind,
    comments,
    media: { known: media.known, had: media.had, missing: media.missing.length },
    unreadable: report.unreadable.length,
    gone: report.gone.length,
    gaps,
  };
}
