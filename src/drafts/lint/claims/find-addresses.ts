import twitter from 'twitter-text';

export interface FoundAddress {
  readonly kind: 'link' | 'mail' | 'handle' | 'phone';
  readonly said: string;
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

const MARKS = /[\u2066-\u2069\u200e\u200f]/g;
const LINK = /https?:\/\/[^\s<>"„“”‚‘«»\u2066-\u2069\u200e\u200f]+/giu;
const PUNCTUATION = /[.,;:!?،؛؟'’)\]}…*_]+$/u;
const MAIL = /(?<![\p{L}\p{N}._%+@/-])[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const HANDLE =
  /(?<![\p{L}\p{N}._/@])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*[\p{L}\p{N}_](?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/giu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00?(?=\d))\d[\d\s()/-]{4,}\d(?!\p{N})/gu;

/** Every address in a text: of pages, mails, accounts and telephones. What is one is not looked at as another. */
export function findAddresses(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  const add = (kind: FoundAddress['kind'], said: string, from: number, value: string): void => {
    const to = from + said.length;
    if (found.some((other) => from < other.to && other.from < to)) return;
    found.push({ kind, said, from, to, value });
  };
  for (const match of text.matchAll(LINK)) {
    const said = match[0].replace(PUNCTUATION, '');
    add('link', said, match.index, linkValue(said));
  }
  for (const match of text.matchAll(MAIL)) add('mail', match[0], match.index, match[0].toLowerCase());
  for (const match of text.matchAll(HANDLE)) add('handle', match[0], match.index, match[0].toLowerCase());
  for (const { url, indices } of twitter.extractUrlsWithIndices(text)) add('link', url, indices[0], linkValue(url));
  for (const { said, from } of bareLinks(text)) add('link', said, from, linkValue(said));
  for (const match of text.matchAll(PHONE)) add('phone', match[0], match.index, match[0].replace(/[^\d+]/g, ''));
  return found.sort((a, b) => a.from - b.from);
}

/** `www.…` with an ending that no list of endings has. */
const WWW = /(?<![\p{L}\p{N}@./-])www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/[^\s<>"„“”‚‘«»)\u2066-\u2069]*)?/giu;

/** `host.ending/path`: one with a letter of its www wrong is an address still. */
const HOST_AND_PATH =
  /(?<![\p{L}\p{N}@./-])[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]{2,}){1,4}\/[\p{L}\p{N}][^\s<>"„“”‚‘«»)\u2066-\u2069]*/giu;

function bareLinks(text: string): readonly { readonly said: string; readonly from: number }[] {
  return [WWW, HOST_AND_PATH].flatMap((bare) =>
    [...text.matchAll(bare)].map((match) => ({ said: match[0].replace(PUNCTUATION, ''), from: match.index })),
  );
}

/** An address for comparing: without scheme, utm_…, and the slash at its end. */
export function linkValue(said: string): string {
  const bare = said.replace(MARKS, '').replace(/^https?:\/\//i, '');
  const [whole = '', query] = bare.split('?');
  const kept = (query ?? '').split('&').filter((one) => one !== '' && !/^utm_/i.test(one));
  const [host = '', ...path] = whole.replace(/\/+$/, '').split('/');
  return [host.toLowerCase(), ...path].join('/') + (kept.length === 0 ? '' : `?${kept.join('&')}`);
}
