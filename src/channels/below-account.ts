import { escapePattern } from '../base/escape-pattern.ts';

/**
 * Every page at or below an account's address, for hosts that many accounts share: a crawl by `prefix` would take in the
 * whole host there, for it cuts the address at its last slash.
 * @param origins all of which are the same site
 * @param path of the account, `/@name`, without a slash at its end; in which case it is written makes no difference
 */
export function belowAccount(origins: readonly string[], path: string): RegExp {
  return new RegExp(`^(?:${origins.map(escapePattern).join('|')})${escapePattern(path)}(?:[/?#]|$)`, 'i');
}
