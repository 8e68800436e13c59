import { numberIn } from '../../base/local-format.ts';
import { counted } from '../counted-words.ts';
import { dayOf, type Facts, gapList } from './because.ts';
import type { StatementReason } from './decide-statement.ts';

const n = (count: number): string => numberIn('en', count);
const are = (count: number): string => (count === 1 ? 'is' : 'are');
const posts = (count: number): string => counted('en', count, 'post');
const held = ({ holds }: Facts): string => `Export and crawl together hold ${posts(holds)}`;

/** Where what is held is held, in brackets. */
function where({ both, onlyExport, onlyCrawl, holds }: Facts): string {
  if (onlyExport + both === 0) return ' (all in the crawl)';
  if (onlyCrawl + both === 0) return ' (all in the export)';
  if (both === holds) return ' (all in both)';
  return ` (${n(both)} in both, ${n(onlyExport)} only in the export, ${n(onlyCrawl)} only in the crawl)`;
}

function exportOf({ exportAt }: Facts): string {
  return exportAt === null ? 'The official export' : `The official export of ${dayOf('en', exportAt)}`;
}

/** How the number of posts is proved. */
function proved(facts: Facts): string {
  const { holds, expected, exportSays, crawl } = facts;
  if (facts.proof === 'export') {
    return `${exportOf(facts)} says itself that it holds ${posts(exportSays ?? 0)}; all of it was read, and nothing that the crawl found on the public pages is absent from it. Together they hold ${posts(holds)}${where(facts)}.`;
  }
  if (facts.proof === 'number' || expected === holds) {
    return `The platform counts ${posts(expected ?? 0)}, and export and crawl together hold ${expected === holds ? 'exactly as many' : n(holds)}${where(facts)}.`;
  }
  const number = expected === null ? '' : `The platform counts ${posts(expected)}. `;
  return `${number}The crawl of ${dayOf('en', facts.crawlAt)} proved what was public and holds ${posts(crawl)}; with the export there are ${n(holds)}${where(facts)}.`;
}

/** A verdict's reason in English. */
export const becauseInEnglish: Readonly<Record<StatementReason, (facts: Facts) => string>> = {
  number: (facts) => `${proved(facts)} Nothing suggests that anything is missing.`,
  crawl: (facts) => `${proved(facts)} Nothing suggests that anything is missing.`,
  export: (facts) => `${proved(facts)} Nothing suggests that anything is missing.`,
  'nothing-there': () => 'The platform counts no posts, and its list is empty: there is nothing to keep.',
  named: (facts) => `${proved(facts)} What is open is known one by one: ${gapList('en', facts.gaps)}.`,
  lost: ({ lostFiles }) =>
    `${lostFiles === 1 ? 'A file' : `${n(lostFiles)} files`} that this statement rests on ${are(lostFiles)} no longer in the vault: what is gone there counts as missing.`,
  short: (facts) =>
    `The platform counts ${posts(facts.expected ?? 0)}; export and crawl together hold ${n(facts.holds)}${where(facts)}. ${n(facts.missing)} ${are(facts.missing)} missing${facts.newer > 0 ? `, as ${n(facts.newer)} ${are(facts.newer)} newer than the platform’s number` : ''}${facts.named > 0 ? `; ${n(facts.named)} of them can be named` : ''}.`,
  hidden: (facts) =>
    `The platform counts ${posts(facts.expected ?? 0)}; export and crawl together hold ${n(facts.holds)}${where(facts)}, and all that could be seen is among them. The other ${n(facts.missing)} ${are(facts.missing)} hidden, deleted or lost: the platform’s number cannot tell.`,
  'known-missing': (facts) =>
    `${held(facts)}${where(facts)}. Known, but not here: ${gapList('en', facts.gaps)}; and nothing proves that this is all.`,
  walled: (facts) =>
    `The crawl holds ${posts(facts.holds)}, something stood in its way, and there is no official export.`,
  'no-crawl': (facts) =>
    `The export holds ${posts(facts.holds)}. No snapshot was taken in which posts were read, so that nothing says how many were public.`,
  'no-export': (facts) =>
    `The crawl holds ${posts(facts.holds)}. Nothing public proves that this is all, and there is no official export.`,
  empty: () => 'Neither export nor crawl holds a post, and nothing proves that there is none.',
  contradiction: (facts) =>
    `${held(facts)}${where(facts)}, as one number of the platform says; another of its numbers says there are more.`,
  'newer-than-crawl': (facts) =>
    `${held(facts)}${where(facts)}. ${n(facts.newer)} of them ${are(facts.newer)} newer than the crawl of ${dayOf('en', facts.crawlAt)}, and nothing proves that no others are: take a snapshot again.`,
  'other-kinds': (facts) =>
    `${held(facts)}${where(facts)}. ${n(facts.others)} of them ${are(facts.others)} of kinds that the platform’s number does not count, so that nothing says how many of these there are.`,
  'count-too-low': (facts) =>
    `${held(facts)}${where(facts)}, and the platform counts only ${n(facts.expected ?? 0)}: some were deleted since, or its number is wrong. Either way it proves nothing.`,
  inexact: (facts) =>
    `${held(facts)}${where(facts)}. The platform gives no exact number${facts.inexact === null ? '' : `, only about ${n(facts.inexact)}`}, and that proves nothing.`,
  'nothing-says': (facts) =>
    `${held(facts)}${where(facts)}. Neither the platform nor the export says how many there are.`,
};
