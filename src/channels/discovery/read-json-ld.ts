import type { CheerioAPI } from 'cheerio';
import { asList, asObject, asText, type JsonObject, parseJson } from '../reading/json-reader.ts';
import type { Sighting } from './sighting.ts';

/** What hangs below these belongs to somebody, not to the site. */
const people = new Set(
  'author creator contributor editor employee founder founders member performer reviewedBy review reviews comment mentions about sponsor worksFor alumni actor director'.split(
    ' ',
  ),
);
const MAX_DEPTH = 12;

interface Found {
  readonly sightings: Sighting[];
  name: string | null;
}

/** `sameAs` of the organisation behind the site, and of whoever else is described. Damaged JSON says nothing. */
export function readJsonLd($: CheerioAPI): { readonly sightings: readonly Sighting[]; readonly name: string | null } {
  const found: Found = { sightings: [], name: null };
  for (const script of $('script[type="application/ld+json" i]')) walk(parseJson($(script).text()), false, found, 0);
  return found;
}

function walk(value: unknown, isOthers: boolean, found: Found, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const item of asList(value)) walk(item, isOthers, found, depth + 1);
  const thing = asObject(value);
  if (thing === undefined) return;
  const isPerson = isOthers || typesOf(thing).includes('Person');
  for (const address of [thing.sameAs].flat()) {
    const text = asText(address);
    if (text !== null) found.sightings.push({ how: 'JSON-LD sameAs', address: text, isOthers: isPerson });
  }
  if (!isPerson && typesOf(thing).some((type) => /Organization|WebSite|Business|Corporation|Brand$/.test(type))) {
    found.name ??= asText(thing.name);
  }
  for (const [name, below] of Object.entries(thing)) {
    if (name !== 'sameAs') walk(below, isOthers || people.has(name), found, depth + 1);
  }
}

function typesOf(thing: JsonObject): readonly string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}
