import { Liquid } from 'liquidjs';
import type { AddressForm, FarewellLocale } from '../../model/farewell/locale.ts';
import { listIn, quotedIn } from '../facts/language-of.ts';
import { SpareTag } from './spare-tag.ts';

/** A text of one language, addressed in one form. */
export interface Manner {
  readonly locale: FarewellLocale;
  readonly address: AddressForm;
}

/** Other files are phrases, and nothing else; blocks only make sense with layouts; a count that goes on by itself is no fact. */
const closedTags = ['include', 'render', 'layout', 'block', 'increment', 'decrement', 'tablerow'];

/** A day comes from the facts and never from the clock, and a text is the same each time. */
const closedFilters = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
];

const MOST_LETTERS = 200_000;
/** A real template takes a thousandth of it; a machine that does ten other things must not make it an endless one. */
const MOST_MS = 2_000;
const MOST_OBJECTS = 1_000_000;

const asTexts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .map((one) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : one))
    .filter((one) => one !== null && one !== undefined && one !== '')
    .map(String);

/** Without what every address begins with; a text that is none stays. */
function bare(value: unknown): string {
  return String(value ?? '')
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
}

/**
 * Liquid as templates have it: unknown names are errors, nothing is read from disk, and all of it has an end.
 * Filters: informal, and, or, quote, bare. Tag: spare.
 */
export function liquidEngine({ locale, address }: Manner): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: MOST_LETTERS,
    renderLimit: MOST_MS,
    memoryLimit: MOST_OBJECTS,
    // With templates in memory, the disk is never asked for one.
    templates: {},
  });
  for (const name of closedTags) delete engine.tags[name];
  for (const name of closedFilters) delete engine.filters[name];
  engine.registerTag('spare', SpareTag);
  engine.registerFilter('informal', (formal, informal) => (address === 'formal' ? formal : informal));
  engine.registerFilter('and', (value) => listIn(locale, asTexts(value), 'and'));
  engine.registerFilter('or', (value) => listIn(locale, asTexts(value), 'or'));
  engine.registerFilter('quote', (value) => quotedIn(locale, String(value ?? '')));
  engine.registerFilter('bare', bare);
  return engine;
}
