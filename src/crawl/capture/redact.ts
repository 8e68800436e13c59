import { escapePattern } from '../../base/escape-pattern.ts';
import type { HttpHeaders } from '../../model/http.ts';

/** Query parameters that hold a way in rather than an address. The workspace can name more. */
const alwaysSecret = ['access_token', 'refresh_token', 'id_token', 'client_secret', 'password'];

/** Takes the values of secret query parameters out of anything that holds an address. */
export class Redactor {
  readonly #pattern: RegExp;
  readonly #values = new Set<string>();

  constructor(secretParameters: readonly string[]) {
    const names = [...alwaysSecret, ...secretParameters].map(escapePattern);
    // A value ends where a query would: at & # ; or white space, quotes and angle brackets of the text round it.
    this.#pattern = new RegExp(`((?:^|[?&;#]|%3F|%26)(?:${names.join('|')})(?:=|%3D))([^&#;\\s"'<>]*)`, 'gi');
  }

  /** From now on these values are taken out wherever they stand, as the cookies of a login. */
  learn(values: readonly string[]): void {
    for (const value of values) this.#values.add(value).add(encodeURIComponent(value));
  }

  text(text: string): string {
    let clean = text.replace(this.#pattern, '$1REDACTED');
    for (const value of this.#values) clean = clean.replaceAll(value, 'REDACTED');
    return clean;
  }

  headers(headers: HttpHeaders): HttpHeaders {
    return headers.map(([name, value]) => [name, this.text(value)]);
  }
}
