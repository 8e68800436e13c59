import { escapePattern } from '../../base/escape-pattern.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import { secretReference } from '../../model/run/expressions.ts';

/** Puts the references back where secrets came out of a request or a command. */
export interface SecretHider {
  hide(text: string): string;
  /** No secret, in none of the forms that are looked for, is longer. */
  readonly longestBytes: number;
}

const LEAST_LINE_LENGTH = 8;

/**
 * Knows the secrets that `values` name, as they are and as programs write them: each line of them, in JSON, in an address,
 * in Base64.
 * @throws KnownError `secret.missing`
 */
export function hiderOf(values: JsonValue, reveal: (text: string) => string): SecretHider {
  const references = new Map<string, string>();
  for (const name of namesIn(values)) {
    const reference = secretReference(name);
    for (const form of formsOf(reveal(reference))) references.set(form, reference);
  }
  // The longest first: one may be a part of another.
  const forms = [...references.keys()].sort((a, b) => b.length - a.length);
  if (forms.length === 0) return { hide: (text) => text, longestBytes: 0 };
  const pattern = new RegExp(forms.map(escapePattern).join('|'), 'g');
  return {
    hide: (text) => text.replace(pattern, (form) => references.get(form) ?? ''),
    longestBytes: Math.max(...forms.map((form) => Buffer.byteLength(form))),
  };
}

function namesIn(value: JsonValue): ReadonlySet<string> {
  // JSON leaves the brackets as they are, and a name that it would write otherwise is no name of a secret.
  const found = JSON.stringify(value).matchAll(/⟦secret:([^⟧]+)⟧/g);
  return new Set([...found].map(([, name = '']) => name));
}

function formsOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= LEAST_LINE_LENGTH);
  const written = [secret, secret.trim(), ...lines].flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    ...inAddresses(text),
    Buffer.from(text).toString('base64'),
  ]);
  return [...new Set(written)].filter((form) => form !== '');
}

/** Each part of an address writes other characters with a %, and some programs write that in small letters. */
function inAddresses(text: string): readonly string[] {
  const url = new URL('https://x/');
  url.pathname = text;
  url.search = text;
  const form = new URLSearchParams({ x: text }).toString().slice('x='.length);
  const written = [encodeURIComponent(text), encodeURI(text), form, url.pathname.slice(1), url.search.slice(1)];
  return written.flatMap((one) => [one, one.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())]);
}
