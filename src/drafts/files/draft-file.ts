import { Document, isScalar } from 'yaml';
import type { Draft } from '../../model/farewell/draft.ts';
import { type DraftKind, draftKinds } from '../../model/farewell/draft-kinds.ts';
import { type Audience, audiences } from '../../model/farewell/exit-facts.ts';
import { type AddressForm, addressForms, type FarewellLocale, wantsNativeReview } from '../../model/farewell/locale.ts';
import { type FrontMatter, fieldsOf, frontMatterError, knownValues, splitFrontMatter } from '../front-matter.ts';

const KEYS = ['kind', 'channel', 'audience', 'publish_at', 'address', 'template', 'fields'];

/** In the language of the draft, so far as people who are asked for a signature read no English. */
const MAY_EDIT: Readonly<Partial<Record<FarewellLocale, string>>> = {
  de: ' Dieser Text darf bearbeitet werden: Ihre Worte bleiben stehen, auch wenn sich Fakten ändern.',
};
const NATIVE_REVIEW = ' Native review needed: have somebody read it whose language this is, before it goes out.';
const MAY_EDIT_ELSEWHERE = ' You may edit this text: your words stay as they are, also when facts change.';

/** A draft as its file has it: front matter, an empty line, the text. */
export function draftFileText(draft: Draft): string {
  const { kind, channel, audience, publishAt, address, template, fields, text, locale } = draft;
  const document = new Document({
    kind,
    ...(channel === null ? {} : { channel }),
    audience,
    ...(publishAt === null ? {} : { publish_at: publishAt }),
    address,
    template,
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  });
  document.commentBefore = MAY_EDIT[locale] ?? MAY_EDIT_ELSEWHERE;
  if (wantsNativeReview(locale)) document.commentBefore += `\n${NATIVE_REVIEW}`;
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${text}\n`;
}

/**
 * Reads a draft's file, as people left it. Whatever was written by `draftFileText` comes back as it was.
 * @param id the file's name without its ending
 * @throws KnownError `draft.front-matter` with file and line
 */
export function readDraftFile(file: string, id: string, locale: FarewellLocale, source: string): Draft {
  const head = splitFrontMatter(file, source);
  const values = knownValues(head, KEYS);
  const text = (key: string): string | null => textOf(head, key, values[key]);
  return {
    id,
    kind: oneOf<DraftKind>(head, 'kind', text('kind'), draftKinds),
    locale,
    address: oneOf<AddressForm>(head, 'address', text('address') ?? 'formal', addressForms),
    channel: text('channel'),
    audience: oneOf<Audience>(head, 'audience', text('audience'), audiences),
    publishAt: momentOf(head, text('publish_at')),
    fields: fieldsOf(head, values.fields),
    text: head.body.replace(/^(?:[ \t]*\n)+|\n[\s]*$/g, ''),
    template: text('template') ?? '',
  };
}

function textOf(head: FrontMatter, key: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  // 2027 alone is a number in YAML, and means the same.
  const node: unknown = head.document.get(key, true);
  if (isScalar(node) && typeof node.source === 'string') return node.source;
  throw frontMatterError(head.file, head.lineOf([key]), `${key} is no text.`, `Write it as: ${key}: …`);
}

function oneOf<T extends string>(head: FrontMatter, key: string, value: string | null, all: readonly T[]): T {
  const found = all.find((one) => one === value);
  if (found !== undefined) return found;
  const message = value === null ? `${key} is missing.` : `${key} is "${value}".`;
  throw frontMatterError(head.file, head.lineOf([key]), message, `It is one of: ${all.join(', ')}.`);
}

function momentOf(head: FrontMatter, value: string | null): string | null {
  if (value === null) return null;
  const moment = value.replace(' ', 'T');
  const isMoment = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(moment);
  const day = moment.slice(0, 10);
  if (isMoment && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) return moment;
  const hint = 'Write it like 2027-01-29T10:00; it is in the time zone of the exit.';
  throw frontMatterError(head.file, head.lineOf(['publish_at']), `publish_at "${value}" is no moment.`, hint);
}
