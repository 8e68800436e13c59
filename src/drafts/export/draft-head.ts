import { zonedMomentIn } from '../../base/zoned-format.ts';
import { localToInstant } from '../../base/zoned-time.ts';
import { wantsNativeReview } from '../../model/farewell/locale.ts';
import { kindTitles } from '../kind-titles.ts';
import { type ExportedDraft, type ExportKit, languageFor } from './export-kit.ts';
import { exportWords } from './export-words.ts';

/** `Ankündigung – Mastodon` */
export function draftTitle({ draft, place }: ExportedDraft): string {
  const title = kindTitles[languageFor(draft.locale)][draft.kind];
  return place === null ? title : `${title} – ${place}`;
}

/** `Fr., 29. Januar 2027, 10:00 Uhr (Berlin)` */
export function whenText({ draft }: Pick<ExportedDraft, 'draft'>, { facts }: ExportKit): string {
  const language = languageFor(draft.locale);
  if (draft.publishAt === null) return exportWords[language].whenNeeded;
  return zonedMomentIn(language, localToInstant(draft.publishAt, facts.timezone), facts.timezone);
}

export function approvalText({ draft, state, approval }: ExportedDraft, { facts }: ExportKit): string {
  const language = languageFor(draft.locale);
  const at = approval === null ? '' : zonedMomentIn(language, approval.at, facts.timezone);
  const said = exportWords[language].state[state](approval?.name ?? '', at);
  return wantsNativeReview(draft.locale) ? `${said}; ${exportWords[language].nativeReview}` : said;
}

/** `Betreff`, in English `Subject`. */
export function fieldTitle({ draft }: Pick<ExportedDraft, 'draft'>, name: string): string {
  return exportWords[languageFor(draft.locale)].fields[name] ?? name;
}

/** `Text: 45 von 160`, one for each limit. */
export function lengthTexts(exported: ExportedDraft): readonly string[] {
  const words = exportWords[languageFor(exported.draft.locale)];
  return exported.counts.map(({ part, count, most, counting }) => {
    // Of a text, only its hashtags are counted in pieces.
    if (part === 'text' && counting === 'pieces') return words.counted('Hashtags', count, most);
    const post = /^post (\d+)$/.exec(part)?.[1];
    const posts = exported.counts.filter((one) => /^post \d+$/.test(one.part)).length;
    const name = post === undefined ? fieldTitle(exported, part) : words.post(Number(post), posts);
    return words.counted(part === 'text' ? words.text : name, count, most);
  });
}

/** What stands above a text, name and value: when, for whom, approval, length, file, and its fields. */
export function headOf(exported: ExportedDraft, kit: ExportKit): readonly (readonly [string, string])[] {
  const { draft, file } = exported;
  const words = exportWords[languageFor(draft.locale)];
  const lengths = lengthTexts(exported);
  return [
    [words.when, whenText(exported, kit)],
    [words.to, words.audience[draft.audience]],
    [words.approval, approvalText(exported, kit)],
    ...(lengths.length === 0 ? [] : [[words.length, lengths.join(' · ')] as const]),
    [words.file, file],
    ...Object.entries(draft.fields).map(([name, value]) => [fieldTitle(exported, name), value] as const),
  ];
}
