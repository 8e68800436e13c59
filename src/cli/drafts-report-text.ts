import type { DraftsReport, WrittenDraft } from '../journeys/drafts/write-drafts.ts';
import { wantsNativeReview } from '../model/farewell/locale.ts';
import { type DraftTextPlace, nativeReviewText, troubleLines } from './draft-text.ts';
import { plural } from './format.ts';

const said: readonly (readonly [WrittenDraft['fate'], string, string])[] = [
  ['new', 'written', 'to be written'],
  ['updated', 'brought up to date', 'to be brought up to date'],
  ['merged', 'brought up to date, with your words kept', 'to be brought up to date, with your words kept'],
  ['edited', 'with your words, and nothing new', 'with your words, and nothing new'],
  ['same', 'unchanged', 'unchanged'],
  ['deleted', 'deleted by you, and not written again', 'deleted by you, and not to be written again'],
  ['clash', 'not touched: you and the facts changed the same', 'not to be touched: you and the facts changed the same'],
];

/** What a writing did, for people: how many drafts of which fate, what is left out, and what is left to do. */
export function draftsReportText(report: DraftsReport, context: DraftTextPlace): string {
  const { drafts, stale, leftOut, isDryRun } = report;
  const counts = said.flatMap(([fate, done, planned]) => {
    const number = drafts.filter((draft) => draft.fate === fate).length;
    return number === 0 ? [] : [`${plural(number, 'draft')} ${isDryRun ? planned : done}.`];
  });
  const gone = stale.map(({ id, locale, isKept }) =>
    isKept
      ? `${locale}/${id} is planned no more; it was kept, as you edited it.`
      : `${locale}/${id} is planned no more, and ${isDryRun ? 'would be' : 'was'} taken away.`,
  );
  const reasons = leftOutLines(leftOut);
  const foreign = [...new Set(drafts.map(({ locale }) => locale))].filter(wantsNativeReview);
  return [
    ...(counts.length === 0 ? ['No draft.'] : counts),
    ...gone,
    ...(reasons.length === 0 ? [] : ['', 'Left out:', ...reasons]),
    ...(foreign.length === 0 ? [] : ['', nativeReviewText(foreign)]),
    ...troubleLines(drafts, context),
  ].join('\n');
}

/** Templates that there are not are told in one line a language: most languages have few kinds. */
function leftOutLines(leftOut: DraftsReport['leftOut']): readonly string[] {
  const lacking = leftOut.filter(({ because }) => because === 'no-template');
  const locales = [...new Set(lacking.map(({ locale }) => locale))];
  const others = leftOut.filter(({ because }) => because !== 'no-template');
  return [
    ...new Set(
      others.map(({ kind, channel, message }) => `  ${kind}${channel === null ? '' : ` on ${channel}`}: ${message}`),
    ),
    ...locales.map((locale) => {
      const kinds = lacking.filter((one) => one.locale === locale).map(({ kind }) => kind);
      return `  in ${locale}, for want of a template: ${kinds.join(', ')}`;
    }),
  ];
}
