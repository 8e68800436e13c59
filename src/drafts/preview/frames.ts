import { escapeHtml } from '../../base/escape-html.ts';
import type { Limit } from '../../model/channel.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { smsParts } from '../counting/sms-parts.ts';
import { postsOf } from '../templates/parse-template.ts';
import { foldedHtml, markedHtml } from './marked-text.ts';
import type { Device, PreviewAccount, PreviewDraft } from './preview-draft.ts';
import type { PreviewWords } from './preview-words.ts';

/** What a frame is drawn from. */
export interface Framing {
  readonly brand: string;
  readonly language: FactLanguage;
  readonly words: PreviewWords;
  readonly device: Device;
}

/** Where a text stands below a picture or a film. */
const besideSomething: Readonly<Record<string, 'picture' | 'film'>> = {
  instagram: 'picture',
  pinterest: 'picture',
  tiktok: 'film',
  youtube: 'film',
};

/** A draft on a channel, in a plain frame of the kind that its platform has. */
export function channelFrame(one: PreviewDraft, account: PreviewAccount, framing: Framing): string {
  const { draft } = one;
  if (account.platform === 'sms') return smsFrame(draft.text, account, framing);
  if (draft.kind === 'auto-reply') return bubble(account, markedHtml(draft.text));
  if (draft.kind === 'bio') return profile(one, account, framing);
  const fold = foldOn(one, framing.device);
  if (account.platform === 'telegram' || account.platform === 'whatsapp') {
    return bubble(account, folded(draft.text, fold, framing));
  }
  const posts = postsOf(draft.text);
  const pin = draft.kind === 'pinned-post' ? `<p class="pin">${framing.words.pinned}</p>` : '';
  const media = besideSomething[account.platform];
  const above = media === undefined ? '' : `<p class="media ${media}">${framing.words[media]}</p>`;
  const title = fieldHtml(one, 'title', 'title');
  const drawn = posts.map(
    (post) =>
      `<li class="post">${head(account)}${above}${title}<p class="says">${folded(post, fold, framing)}</p></li>`,
  );
  return `${pin}<ol class="${posts.length > 1 ? 'thread' : 'single'}">${drawn.join('')}</ol>`;
}

/** On a telephone a text is folded where least is seen, at a desk where most is. */
function foldOn({ folds }: PreviewDraft, { id }: Device): Limit | null {
  return (id === 'desk' ? folds.at(-1) : folds[0]) ?? null;
}

function folded(text: string, fold: Limit | null, { words, language }: Framing): string {
  return foldedHtml(text, fold, `<bdi lang="${language}">… ${words.more}</bdi>`);
}

function fieldHtml({ draft }: PreviewDraft, name: string, className: string): string {
  const value = draft.fields[name];
  return value === undefined ? '' : `<p class="${className}">${escapeHtml(value)}</p>`;
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word === undefined ? '' : ([...word][0] ?? '')))
    .join('')
    .toUpperCase();
}

function head({ name, handle, platformName }: PreviewAccount): string {
  const known = handle === null ? '' : ` <bdi class="quiet" dir="ltr">${escapeHtml(handle)}</bdi>`;
  return `<p class="who"><span class="avatar" aria-hidden="true">${escapeHtml(initials(name))}</span><span class="names"><bdi class="name">${escapeHtml(name)}</bdi>${known}<span class="quiet">${escapeHtml(platformName)}</span></span></p>`;
}

function profile(one: PreviewDraft, account: PreviewAccount, framing: Framing): string {
  const text = folded(one.draft.text, foldOn(one, framing.device), framing);
  return `<div class="profile"><p class="cover" aria-hidden="true"></p>${head(account)}<p class="says">${text}</p></div>`;
}

function bubble(account: PreviewAccount, html: string): string {
  return `<div class="chat">${head(account)}<p class="bubble says">${html}</p></div>`;
}

/** The parts as a telephone gets them; between two of them, a word may be divided. */
function smsFrame(text: string, account: PreviewAccount, { words, language }: Framing): string {
  const { parts } = smsParts(text);
  const drawn = parts.map(
    ({ text: part }, at) =>
      `<p class="bubble says">${markedHtml(part)}</p><p class="quiet part" lang="${language}">${words.sms(at + 1, parts.length)}</p>`,
  );
  return `<div class="chat">${head(account)}${drawn.join('')}</div>`;
}
