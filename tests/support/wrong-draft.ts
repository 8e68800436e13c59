import { readFileSync } from 'node:fs';
import type { DraftChanges } from './lint-demo.ts';

/** A wrong draft of the corpus in place of the right one. */
export function wrongDraft(locale: string, rule: string, id: string): DraftChanges {
  return { [`${locale}/${id}`]: readFileSync(`tests/fixtures/lint/wrong/${locale}/${rule}--${id}.md`, 'utf8') };
}

/** A draft that somebody wrote by hand: its text begins in line 8. */
export function byHand(text: string, kind = 'reminder-1', audience = 'public', publishAt = '2026-12-20T10:00'): string {
  return `---\nkind: ${kind}\nchannel: x\naudience: ${audience}\npublish_at: ${publishAt}\n---\n\n${text}\n`;
}

/** Of something that stands on no channel. */
export function pageByHand(text: string, kind = 'blog-post', audience = 'public'): string {
  return byHand(text, kind, audience).replace('channel: x\n', '');
}
