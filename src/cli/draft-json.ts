import type { ChangedDraft } from '../journeys/drafts/diff-drafts.ts';
import type { KeptDraft } from '../journeys/drafts/kept-drafts.ts';
import type { Draft } from '../model/farewell/draft.ts';
import { wantsNativeReview } from '../model/farewell/locale.ts';

/** A draft for a script; the text as it is in its file. */
export function draftJson({ id, kind, locale, channel, audience, publishAt, address, fields, text, template }: Draft) {
  const native_review = wantsNativeReview(locale);
  return { id, locale, native_review, kind, channel, audience, publish_at: publishAt, address, template, fields, text };
}

export function clashJson({ part, base, mine, fresh }: ChangedDraft['clashes'][number]) {
  return { part, base, mine, new: fresh };
}

export function keptJson({ draft, file, isEdited, state, approval }: KeptDraft) {
  const approved = approval && { by: approval.by, at: approval.at, digest: approval.digest };
  return { ...draftJson(draft), file, edited: isEdited, approval: { state, newest: approved } };
}
