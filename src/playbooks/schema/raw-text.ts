import type { LocalText } from '../../model/platform.ts';

export type RawText = string | { readonly en?: string; readonly de?: string };
export type RawConcurrency = string | { readonly group: string };

/** What was said in one language alone is said so in the other. */
export function toLocal(text: RawText): LocalText {
  if (typeof text === 'string') return { en: text, de: text };
  return { en: text.en ?? text.de ?? '', de: text.de ?? text.en ?? '' };
}

export function toLocalOrNull(text: RawText | undefined): LocalText | null {
  return text === undefined ? null : toLocal(text);
}

export function toGroup(concurrency: RawConcurrency | undefined): string | null {
  if (concurrency === undefined) return null;
  return typeof concurrency === 'string' ? concurrency : concurrency.group;
}
