import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import { kindSpecs } from '../../model/farewell/draft-kinds.ts';
import type { UtmRule } from '../../model/farewell/exit-facts.ts';

/** Mails, which stand on no channel and still lead from elsewhere to the page. */
const mails: readonly DraftKind[] = ['newsletter', 'partner-notice', 'influencer-notice'];

/** A bio and an SMS show the address in full, and every letter counts. Replies are answers to one person. */
const untracked: readonly DraftKind[] = ['bio', 'auto-reply'];

/** Whether links of such a draft say where they were followed: in posts and mails; never in print, press, staff or on own pages. */
export function isTracked(kind: DraftKind, channel: string | null): boolean {
  if (mails.includes(kind)) return true;
  if (kindSpecs[kind].place === 'once' || channel === 'sms') return false;
  return !untracked.includes(kind);
}

/** The page with utm_… as the rule has them; what it carries already stays. */
export function trackedPage(page: string, rule: UtmRule, kind: DraftKind, channel: string | null): string {
  const url = new URL(page);
  const filled = (text: string): string => text.replaceAll('{channel}', channel ?? kind).replaceAll('{kind}', kind);
  for (const name of ['source', 'medium', 'campaign'] as const) {
    const key = `utm_${name}`;
    if (!url.searchParams.has(key)) url.searchParams.set(key, filled(rule[name]));
  }
  return url.href;
}
