import { numberIn } from '../../base/local-format.ts';
import type { LocalText } from '../../model/platform.ts';
import type { StatementInput } from './statement-input.ts';
import type { StatementNumbers } from './weigh-statement.ts';

const DAY_MS = 86_400_000;
/** A brand that still posts has said something new by then. */
const OLD_AFTER_DAYS = 7;

const n = { en: (count: number) => numberIn('en', count), de: (count: number) => numberIn('de', count) };

/** What is worth knowing and is no gap, each in a sentence. */
export function notesOnStatement(input: StatementInput, numbers: StatementNumbers): readonly LocalText[] {
  const { exports, posts } = input;
  const own = [
    onAge(input),
    onLowCount(numbers),
    posts.newerThanExport === 0 ? undefined : onNewerThanExport(posts.newerThanExport),
    numbers.newer === 0 ? undefined : onNewerThanCrawl(numbers.newer),
  ];
  return [...own.filter((note) => note !== undefined), ...exports.flatMap((report) => report.notes)];
}

/** The newest of what was looked at: nothing speaks of the days after it. */
function onAge({ crawl, exports, now }: StatementInput): LocalText | undefined {
  const times = [crawl?.startedAt, ...exports.map(({ madeAt }) => madeAt)].map((time) => Date.parse(time ?? ''));
  const newest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  const days = Math.floor((now.getTime() - newest) / DAY_MS);
  if (!Number.isFinite(days) || days < OLD_AFTER_DAYS) return undefined;
  return {
    en: `The newest export or crawl is ${n.en(days)} days old: what was published since then is not in this statement.`,
    de: `Der neueste Export oder die neueste Sicherung ist ${n.de(days)} Tage alt: Was seither veröffentlicht wurde, steht nicht in dieser Erklärung.`,
  };
}

function onLowCount({ isCountedTooLow, expected, holds }: StatementNumbers): LocalText | undefined {
  if (!isCountedTooLow || expected === null) return undefined;
  return {
    en: `More posts are held than the platform counts (${n.en(holds)} and ${n.en(expected)}): some were deleted since, or are not shown any more.`,
    de: `Es sind mehr Beiträge da, als die Plattform zählt (${n.de(holds)} und ${n.de(expected)}): Einige wurden seither gelöscht oder werden nicht mehr gezeigt.`,
  };
}

function onNewerThanExport(count: number): LocalText {
  return {
    en: `${n.en(count)} of the posts that only the crawl holds ${count === 1 ? 'is' : 'are'} newer than the export.`,
    de: `Von den Beiträgen, die nur die Sicherung enthält, ${count === 1 ? 'ist einer' : `sind ${n.de(count)}`} neuer als der Export.`,
  };
}

function onNewerThanCrawl(count: number): LocalText {
  return {
    en: `${n.en(count)} of the posts that only the export holds ${count === 1 ? 'is' : 'are'} newer than the crawl and its numbers.`,
    de: `Von den Beiträgen, die nur der Export enthält, ${count === 1 ? 'ist einer' : `sind ${n.de(count)}`} neuer als die Sicherung und ihre Zahlen.`,
  };
}
