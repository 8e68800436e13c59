import { escapeHtml } from '../../base/escape-html.ts';
import { whatIsSeen } from '../counting/what-is-seen.ts';
import { markdownHtml } from '../markdown/markdown-html.ts';
import { type Framing, initials } from './frames.ts';
import type { PreviewDraft } from './preview-draft.ts';

/** A draft on no channel: a mail, a card, a line above a website, or a plain page. */
export function pageFrame(one: PreviewDraft, framing: Framing): string {
  const { kind, text } = one.draft;
  if (kind === 'newsletter') return mail(one, framing);
  if (kind === 'image-card') return imageCard(one);
  if (kind === 'banner') return `<div class="banner says">${quietMarkup(text)}</div>`;
  const title = text.startsWith('# ') ? '' : textOf(one, 'title', 'h');
  const line = textOf(one, 'line', 'lead');
  return `<div class="page says">${title}${line}${quietMarkup(text)}</div>`;
}

/**
 * Markdown that is looked at and not used: its links lead nowhere, and its headings are none of the page around it, which has
 * the same text three times.
 */
function quietMarkup(markdown: string): string {
  return markdownHtml(markdown)
    .replace(/<a(?: href="[^"]*")?>/g, '<span class="mark link">')
    .replaceAll('</a>', '</span>')
    .replace(/<h[1-4]>/g, (tag) => `<p class="h h${tag.charAt(2)}">`)
    .replace(/<\/h[1-4]>/g, '</p>')
    .replace(/\n(?=[^<\n])/g, '<br>');
}

function textOf({ draft }: PreviewDraft, name: string, className: string): string {
  const value = draft.fields[name];
  return value === undefined ? '' : `<p class="${className}">${escapeHtml(value)}</p>`;
}

/** A line of the inbox, where a telephone cuts subject and preheader off, and the mail when it is open. */
function mail(one: PreviewDraft, { brand, device, language, words }: Framing): string {
  const cut = (name: string): string => {
    const value = one.draft.fields[name] ?? '';
    const limit = one.cuts[name];
    const { seen, rest } =
      limit === undefined || device.id === 'desk' ? { seen: value, rest: '' } : whatIsSeen(value, limit);
    const hidden = rest === '' ? '' : `<span class="fold">…</span><span class="rest">${escapeHtml(rest)}</span>`;
    return `<p class="${name}">${escapeHtml(seen)}${hidden}</p>`;
  };
  const sender = `<p class="who"><span class="avatar" aria-hidden="true">${escapeHtml(initials(brand))}</span><span class="names"><span class="quiet" lang="${language}">${words.from}</span> <bdi class="name">${escapeHtml(brand)}</bdi></span></p>`;
  return `<div class="mail">${sender}${cut('subject')}${cut('preheader')}<div class="says body">${quietMarkup(one.draft.text)}</div></div>`;
}

/** The words of the picture; how it looks, `draft cards` shows. */
function imageCard(one: PreviewDraft): string {
  const parts = [textOf(one, 'headline', 'h h1'), textOf(one, 'line', 'lead'), textOf(one, 'date_line', 'date')];
  return `<div class="card">${parts.join('')}</div><div class="page says">${quietMarkup(one.draft.text)}</div>`;
}
