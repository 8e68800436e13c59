import { isAddress } from './post-address.ts';

/** Whether an id was made for a post whose export gives none: it says nothing about another reading of the same post. */
export function isMadeId(id: string): boolean {
  return /^export-[0-9a-f]{24}(-\d+)?$/.test(id);
}

const SCHEME_LENGTH = 24;

/**
 * What kind of id it is that a platform gave, by its look: a number, a word, a number in a `urn:li:share:`. Two ids of one
 * form that differ are two posts, whatever else is alike; ids of two forms (LinkedIn's shares and activities) may be names
 * of one. null for what no platform gave: a made id, or an address.
 */
export function idForm(id: string): string | null {
  if (isMadeId(id) || isAddress(id)) return null;
  const end = Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')) + 1;
  return `${id.slice(0, Math.min(end, SCHEME_LENGTH))}${/^\d+$/.test(id.slice(end)) ? '#' : 'w'}`;
}
