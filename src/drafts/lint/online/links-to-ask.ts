import { linkValue } from '../claims/find-addresses.ts';
import type { LintKit } from '../lint-kit.ts';
import { allClaims } from '../rules/mismatch.ts';

/**
 * Every address of a page that the drafts name, once, with a scheme: the least that has to be asked for. Of those that differ by
 * utm_… alone one is enough.
 */
export function linksToAsk(kit: LintKit): readonly string[] {
  const found = new Map<string, string>();
  for (const { claim } of allClaims(kit)) {
    if (claim.kind !== 'link') continue;
    const value = linkValue(claim.said);
    const url = withScheme(claim.said);
    if (URL.canParse(url) && !(found.get(value)?.startsWith('https:') ?? false)) found.set(value, withoutTracking(url));
  }
  return [...found.values()];
}

export function withScheme(said: string): string {
  return /^https?:\/\//i.test(said) ? said : `https://${said}`;
}

function withoutTracking(url: string): string {
  const parsed = new URL(url);
  for (const key of [...parsed.searchParams.keys()]) if (key.startsWith('utm_')) parsed.searchParams.delete(key);
  return parsed.href;
}
