import type { SessionCookie } from '../../model/session.ts';
import { isOfALogin } from './session-watch.ts';

const shortestSecret = 12;

/**
 * The values that let somebody in, to be taken out of addresses and headers. Words and plain numbers stay: `accepted` and an
 * account's number stand in many an address, which would lead nowhere without them.
 */
export function secretValues(cookies: readonly SessionCookie[]): readonly string[] {
  const values = cookies.filter(isOfALogin).map(({ value }) => value);
  return values.filter((value) => value.length >= shortestSecret && /\d/.test(value) && /[a-z]/i.test(value));
}
