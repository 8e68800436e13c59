import { escapeHtml } from '../../base/escape-html.ts';
import { zonedMomentIn } from '../../base/zoned-format.ts';
import { localToInstant } from '../../base/zoned-time.ts';
import { isRightToLeft, wantsNativeReview } from '../../model/farewell/locale.ts';
import { kindTitles } from '../kind-titles.ts';
import { channelFrame } from './frames.ts';
import { pageFrame } from './page-frames.ts';
import { devices, type PreviewDraft, type PreviewFrame } from './preview-draft.ts';
import { previewWords } from './preview-words.ts';

/** Fields that the frames show where they belong. */
const inFrames: readonly string[] = ['title', 'subject', 'preheader', 'headline', 'line', 'date_line'];

/** Also of a file whose name has blanks: an id must not, and a link leads to it as it is. */
export function articleId({ draft: { locale, id } }: PreviewDraft): string {
  return encodeURI(`${locale}/${id}`);
}

/** `Ankündigung auf X` */
export function articleName({ draft, account }: PreviewDraft, { language }: PreviewFrame): string {
  const kind = kindTitles[language][draft.kind];
  return account === null ? kind : `${kind} · ${account.platformName}`;
}

/** A draft with its facts, once on each device. @param filter attributes by which the page picks it out */
export function draftArticle(one: PreviewDraft, frame: PreviewFrame, filter: string): string {
  const { draft, account } = one;
  const { brand, language } = frame;
  const words = previewWords[language];
  const id = escapeHtml(articleId(one));
  const direction = isRightToLeft(draft.locale) ? 'rtl' : 'ltr';
  const columns = devices.map((device) => {
    const framing = { brand, language, words, device };
    const drawn = account === null ? pageFrame(one, framing) : channelFrame(one, account, framing);
    return `<figure class="device" data-device="${device.id}"><figcaption>${words.devices[device.id]}</figcaption>
<div class="screen" lang="${draft.locale}" dir="${direction}">${drawn}</div></figure>`;
  });
  return `<article id="${id}" ${filter} aria-labelledby="${id}-name">
<h3 id="${id}-name">${escapeHtml(articleName(one, frame))} <span class="quiet">${escapeHtml(`${draft.locale}/${draft.id}`)}</span></h3>
<dl class="facts">${facts(one, frame).join('')}</dl>
<div class="devices">${columns.join('\n')}</div>
</article>`;
}

function facts(one: PreviewDraft, { language, zone }: PreviewFrame): readonly string[] {
  const { draft, file, counts, state, approvedBy } = one;
  const words = previewWords[language];
  const fact = (name: string, html: string, className = ''): string =>
    `<div${className === '' ? '' : ` class="${className}"`}><dt>${escapeHtml(name)}</dt><dd>${html}</dd></div>`;
  const at = draft.publishAt;
  const moment = at === null ? words.whenNeeded : zonedMomentIn(language, localToInstant(at, zone), zone);
  const shown = counts.filter(({ counting }) => counting !== 'pieces');
  const lengths = shown.map(({ part, count, most }) => {
    const over = count > most ? ` <strong class="over">(${words.tooLong(count - most)})</strong>` : '';
    return `${escapeHtml(words.part(part))} ${words.of(count, most)}${over}`;
  });
  const review = wantsNativeReview(draft.locale) ? `; ${words.nativeReview}` : '';
  const others = Object.entries(draft.fields).filter(([name]) => !inFrames.includes(name));
  return [
    fact(words.goesOut, escapeHtml(moment)),
    fact(words.to, words.audiences[draft.audience]),
    fact(words.length, lengths.join(', ') || words.noLimit),
    fact(words.approval, escapeHtml(`${words.states[state](approvedBy ?? '')}${review}`), state),
    fact(words.file, `<code>${escapeHtml(file)}</code>`),
    ...others.map(([name, value]) => fact(name, `<span lang="${draft.locale}" dir="auto">${escapeHtml(value)}</span>`)),
  ];
}
