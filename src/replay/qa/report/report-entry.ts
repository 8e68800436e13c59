import { escapeHtml } from '../../../base/escape-html.ts';
import { isUnderTheLine, type QaPage } from '../../../model/qa.ts';
import type { CheckedPage } from '../check-pages.ts';
import { countText, InLanguages } from './report-page.ts';
import { percentText, type ReportLanguage, type ReportTexts } from './report-texts.ts';

/** Pictures of one page as they stand in the report, WebP in base64; undefined where there is none. */
export interface EntryPictures {
  readonly captured: string | undefined;
  readonly replayed: string | undefined;
  /** undefined when nothing differs. */
  readonly difference: string | undefined;
}

const mostMissing = 30;

/** One page of the report, closed when it is good. Without `pictures` it says that they were left out. */
export function reportEntry(
  page: QaPage,
  textDifference: CheckedPage['textDifference'],
  pictures: EntryPictures | undefined,
  languages: readonly ReportLanguage[],
): string {
  const inAll = new InLanguages(languages);
  const { verdict, url, title, resources, reasons } = page;
  const low = (kind: string) => reasons.some((reason) => reason.kind === kind);
  const parts = resources.expected === 0 ? null : `${resources.found}/${resources.expected}`;
  const why = reasons.map(
    (reason) =>
      `<li>${inAll.html((texts, language) => escapeHtml(texts.reason(reason, (value) => percentText(value, language))))}</li>`,
  );
  return `<details class="page" data-verdict="${verdict}"${isUnderTheLine(verdict) ? ' open' : ''}>
<summary><span class="chip ${verdict}">${inAll.html((texts) => texts.verdicts[verdict])}</span>
<span class="name"><b>${escapeHtml(title || readable(url))}</b><small>${escapeHtml(readable(url))}</small></span>
${score('picture', scoreText(page.picture, inAll), low('picture'), inAll)}${score('text', scoreText(page.text, inAll), low('text'), inAll)}${score('parts', parts, low('parts'), inAll)}</summary>
<div class="inside">
${why.length === 0 ? `<p>${inAll.html((texts) => texts.verdictMeans[verdict])}</p>` : `<ul class="reasons">${why.join('')}</ul>`}
${missingList(resources.missing, inAll)}${textWords(textDifference, inAll)}${pictureRow(pictures, inAll)}
</div>
</details>
`;
}

function scoreText(value: number | null, inAll: InLanguages): string | null {
  return value === null ? null : inAll.html((_texts, language) => percentText(value, language));
}

function score(column: 'picture' | 'text' | 'parts', value: string | null, isLow: boolean, inAll: InLanguages): string {
  const label = `<span class="label">${inAll.html((texts) => texts[column])} </span>`;
  if (value === null) return `<span class="score none num">${label}–</span>`;
  return `<span class="score num${isLow ? ' low' : ''}">${label}${value}</span>`;
}

function missingList(missing: readonly string[], inAll: InLanguages): string {
  if (missing.length === 0) return '';
  const items = missing.slice(0, mostMissing).map((url) => `<li>${escapeHtml(url)}</li>`);
  const more = missing.length - items.length;
  if (more > 0) items.push(`<li>${inAll.html((texts, language) => texts.more(countText(more, language)))}</li>`);
  return `<h3>${inAll.html((texts) => texts.missingParts)}</h3><ul class="missing">${items.join('')}</ul>`;
}

function textWords(difference: CheckedPage['textDifference'], inAll: InLanguages): string {
  if (difference === undefined) return '';
  const words = (text: string) =>
    text === '' ? inAll.html((texts) => `<em>${texts.textNothing}</em>`) : escapeHtml(text);
  return `<h3>${inAll.html((texts) => texts.textParts)}</h3><dl class="words">
<div><dt>${inAll.html((texts) => texts.captured)}</dt><dd>${words(difference.captured)}</dd></div>
<div><dt>${inAll.html((texts) => texts.replayed)}</dt><dd>${words(difference.replayed)}</dd></div></dl>`;
}

function pictureRow(pictures: EntryPictures | undefined, inAll: InLanguages): string {
  if (pictures === undefined) return `<p class="note">${inAll.html((texts) => texts.leftOut)}</p>`;
  const { captured, replayed, difference } = pictures;
  const nothing = captured !== undefined && replayed !== undefined ? 'same' : 'noPicture';
  return `<button type="button" class="pictures" aria-pressed="false"${inAll.label('aria-label', (texts) => texts.enlarge)}>
${figure('captured', captured, 'notKept', inAll)}
${figure('replayed', replayed, 'noPicture', inAll)}
${figure('difference', difference, nothing, inAll)}</button>`;
}

type Caption = Extract<keyof ReportTexts, 'captured' | 'replayed' | 'difference'>;
type Empty = Extract<keyof ReportTexts, 'same' | 'noPicture' | 'notKept'>;

/** Spans, because nothing else may stand in a button. */
function figure(caption: Caption, picture: string | undefined, empty: Empty, inAll: InLanguages): string {
  const inside =
    picture === undefined
      ? `<span class="empty">${inAll.html((texts) => texts[empty])}</span>`
      : `<img src="data:image/webp;base64,${picture}" loading="lazy" decoding="async"${inAll.label('alt', (texts) => texts[caption])}>`;
  return `<span class="figure"><span class="caption">${inAll.html((texts) => texts[caption])}</span>${inside}</span>`;
}

/** An address as people write it; a broken escape stays as it is. */
function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
