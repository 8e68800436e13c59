import type { HttpHeaders } from '../model/http.ts';

/**
 * Header names whose values let someone act as the person who took the snapshot. They are left out of requests and
 * responses alike: some servers echo a token back. Challenges (`WWW-Authenticate`) carry no secret and stay.
 */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'authentication-info',
  'proxy-authentication-info',
  'cookie',
  'cookie2',
  'set-cookie',
  'set-cookie2',
  'dpop',
  'api-key',
  'apikey',
  'x-api-key',
  'x-goog-api-key',
  'x-functions-key',
  'x-csrf-token',
  'x-csrftoken',
  'csrf-token',
  'x-xsrf-token',
  'xsrf-token',
  'x-auth',
  'x-auth-token',
  'x-auth-key',
  'x-access-token',
  'x-refresh-token',
  'x-id-token',
  'x-session-token',
  'x-session-id',
  'x-guest-token',
  'x-user-token',
  'x-amz-security-token',
  'x-goog-iap-jwt-assertion',
  'x-ms-token-aad-access-token',
  'x-forwarded-access-token',
]);

/** The headers an archive may keep, in their order. */
export function withoutSecrets(headers: HttpHeaders): HttpHeaders {
  return headers.filter(([name]) => !SECRET_HEADERS.has(name.toLowerCase()));
}
