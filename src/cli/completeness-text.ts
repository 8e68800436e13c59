import type { CompletenessReport } from '../model/completeness.ts';
import { whatIsThere } from './completeness-report.ts';
import { completenessWords } from './completeness-words.ts';
import { formatCount } from './format.ts';

type Facts = readonly (readonly [label: string, value: string])[];

function postsText(report: CompletenessReport): string {
  const { posts, expected, have } = report;
  const of =
    expected === null ? formatCount(posts) : `${formatCount(have)} of the ${formatCount(expected)} there should be`;
  return posts + report.comments === 0 ? of : `${of}: ${whatIsThere(report, 'en')}`;
}

/** Posts, their media and the verdict, as lines of a list of facts; none for a site that has no posts and names none. */
export function completenessFacts(report: CompletenessReport): Facts {
  if (report.posts + report.comments === 0 && report.expected === null && report.platform === 'website') return [];
  const { known, had } = report.media;
  return [
    ['Posts', postsText(report)],
    ...(known === had ? [] : [['Media', `${formatCount(had)} of ${formatCount(known)}`] as const]),
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
