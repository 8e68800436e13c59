import { randomBytes, randomUUID } from 'node:crypto';

/** Where new ids come from; passed in, so that golden files can have fixed ones. */
export interface IdSource {
  /** A UUID, lower case, without braces. */
  uuid(): string;
}

export const randomIds: IdSource = { uuid: () => randomUUID() };

/** A short id a person can read out: `length` characters of 0-9a-z without i, l, o and u. */
export function shortId(length = 8): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  return [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('');
}
