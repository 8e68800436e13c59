import { createHmac } from 'node:crypto';

/**
 * What a webhook's receiver checks: HMAC-SHA256 over the time of sending, a dot and the body, as lower-case hex. The time is
 * in it so that nobody can send an old one again.
 * @param at UTC ISO 8601, as it is in `X-Lastpost-Time`
 */
export function webhookSignature(secret: string, at: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${at}.${body}`, 'utf8').digest('hex')}`;
}
