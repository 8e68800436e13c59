import mjml2html from 'mjml';
import { escapeHtml } from '../../base/escape-html.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { isRightToLeft } from '../../model/farewell/locale.ts';
import { markdownHtml } from '../markdown/markdown-html.ts';
import { markdownText } from '../markdown/markdown-text.ts';
import { type MailWords, mailWords } from './mail-words.ts';

/** The kinds that are sent as mail. */
export const mailKinds: readonly DraftKind[] = [
  'newsletter',
  'partner-notice',
  'influencer-notice',
  'staff-memo',
  'press-release',
];

/** What goes to people outside names who is behind it. */
const internal: readonly DraftKind[] = ['staff-memo'];

export interface DraftMail {
  readonly subject: string;
  /** Without a line break at its end. */
  readonly text: string;
  readonly html: string;
}

export interface MailMaterial {
  readonly brand: string;
  readonly facts: Pick<ExitFacts, 'voice' | 'imprintUrl' | 'privacyUrl'>;
  /** An address or a merge tag of the mail tool, as the link of a newsletter's last line; null: the tool adds its own. */
  readonly unsubscribe: string | null;
}

/** What a mail says, in the order of its parts; Markdown. */
interface MailParts {
  readonly subject: string;
  readonly body: string;
  readonly links: readonly { readonly name: string; readonly href: string }[];
}

/**
 * A draft as a mail: text, and the same as HTML in the colours of the brand. Imprint and privacy stand at the end where the text
 * itself does not link to them.
 * @returns undefined for a draft without a subject
 */
export async function draftMail(draft: Draft, material: MailMaterial): Promise<DraftMail | undefined> {
  const words = mailWords[draft.locale];
  const parts = partsOf(draft, material, words);
  if (parts === undefined) return undefined;
  const { subject, body, links } = parts;
  const { html } = await mjml2html(mjmlOf(draft, material, parts), { fonts: {}, validationLevel: 'strict' });
  const footer = links.map(({ name, href }) => `${name}: ${href}`).join('\n');
  const text = markdownText(body);
  return { subject, text: footer === '' ? text : `${text}\n\n${footer}`, html };
}

function partsOf(draft: Draft, material: MailMaterial, words: MailWords): MailParts | undefined {
  const { fields, text, kind } = draft;
  const subject = fields.subject ?? fields.headline;
  if (subject === undefined || subject.trim() === '') return undefined;
  const body = kind === 'press-release' ? pressBody(draft, words) : text;
  return { subject: oneLine(subject), body, links: linksOf(draft, material, words) };
}

/** A press release has its lead, its contact and the lines on the house beside its text. */
function pressBody({ fields, text }: Draft, { pressContact }: MailWords): string {
  const { headline, lead, contact, boilerplate } = fields;
  return [
    headline === undefined ? '' : `# ${escapedMarkdown(headline)}`,
    lead === undefined ? '' : `**${escapedMarkdown(lead)}**`,
    text,
    contact === undefined ? '' : `**${pressContact}**\n${escapedMarkdown(contact)}`,
    boilerplate === undefined ? '' : escapedMarkdown(boilerplate),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function linksOf({ kind, text }: Draft, { facts, unsubscribe }: MailMaterial, words: MailWords): MailParts['links'] {
  const own = [
    { name: words.imprint, href: facts.imprintUrl },
    { name: words.privacy, href: facts.privacyUrl },
  ].filter(({ href }) => !internal.includes(kind) && !text.includes(href));
  const out = kind === 'newsletter' && unsubscribe !== null ? [{ name: words.unsubscribe, href: unsubscribe }] : [];
  return [...own, ...out];
}

function mjmlOf(
  draft: Draft,
  { brand, facts, unsubscribe }: MailMaterial,
  { subject, body, links }: MailParts,
): string {
  const { paper, ink, accent } = facts.voice.colours;
  const isRight = isRightToLeft(draft.locale);
  const [direction, align] = isRight ? ['rtl', 'right'] : ['ltr', 'left'];
  const preheader = draft.fields.preheader ?? '';
  const preview = preheader === '' ? '' : `<mj-preview>${escapeHtml(oneLine(preheader))}</mj-preview>`;
  const footer = links.map(({ name, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`).join(' · ');
  const place =
    draft.kind === 'newsletter' && unsubscribe === null
      ? '<mj-raw><!-- UNSUBSCRIBE: the mail tool puts its own link to unsubscribe here --></mj-raw>'
      : '';
  return `<mjml lang="${draft.locale}" dir="${direction}">
<mj-head>
<mj-title>${escapeHtml(subject)}</mj-title>
${preview}
<mj-attributes>
<mj-all font-family="'Segoe UI', Helvetica, Arial, 'Noto Sans Arabic', sans-serif" />
<mj-text color="${ink}" font-size="16px" line-height="1.55" align="${align}" padding="0" />
</mj-attributes>
<mj-style>
a { color: ${accent}; word-break: break-word; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 16px; }
h2 { font-size: 18px; line-height: 1.35; margin: 24px 0 8px; }
h3, h4 { font-size: 16px; margin: 20px 0 8px; }
p { margin: 0 0 14px; }
ul, ol { margin: 0 0 14px; padding: 0; padding-${isRight ? 'right' : 'left'}: 22px; }
blockquote { margin: 0 0 14px; padding-${isRight ? 'right' : 'left'}: 14px; border-${isRight ? 'right' : 'left'}: 3px solid ${accent}; }
</mj-style>
</mj-head>
<mj-body background-color="${paper}" width="600px">
<mj-section padding="28px 24px 12px" border-bottom="3px solid ${accent}" direction="${direction}">
<mj-column><mj-text font-size="18px" font-weight="bold">${escapeHtml(brand)}</mj-text></mj-column>
</mj-section>
<mj-section padding="24px" direction="${direction}">
<mj-column><mj-text>${directed(markdownHtml(body, 'as-written'), direction)}</mj-text></mj-column>
</mj-section>
${footer === '' ? '' : footerSection(directed(footer, direction), accent, direction)}
${place}
</mj-body>
</mjml>`;
}

function footerSection(footer: string, accent: string, direction: string): string {
  return `<mj-section padding="0 24px 28px" direction="${direction}">
<mj-column border-top="1px solid ${accent}" padding="14px 0 0"><mj-text font-size="14px">${footer}</mj-text></mj-column>
</mj-section>`;
}

/** Some mail programs take away what stands on html and body. */
function directed(html: string, direction: string): string {
  return direction === 'rtl' ? `<div dir="rtl">${html}</div>` : html;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
