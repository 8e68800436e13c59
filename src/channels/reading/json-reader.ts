/** JSON of somebody else's: read field by field, and believed only where the type is right. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The items of a list; [] for whatever is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text that is not empty; numbers, which some platforms give as ids, become text. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A number, also one that came as text, as counts often do. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}

/** What stands at the end of a path of keys and places; undefined when a step is missing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof step === 'number') here = asList(here)[step];
    else here = asObject(here)?.[step];
  }
  return here;
}

/** A date in any form Date understands → UTC ISO 8601; null for anything else, and for dates without a year that can be. */
export function asTime(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return timeOf(Date.parse(value));
}

/** Seconds (or milliseconds, told by their size) since 1970 → UTC ISO 8601. */
export function asUnixTime(value: unknown): string | null {
  const number = asNumber(value);
  if (number === null || number <= 0) return null;
  // Seconds reach 1e11 in the year 5138; milliseconds were past it in 1973.
  return timeOf(number < 1e11 ? number * 1000 : number);
}

function timeOf(ms: number): string | null {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  // What is no date, or out of a date's bounds, has no year that compares with any.
  return year >= 1990 && year <= 2100 ? date.toISOString() : null;
}

/** An absolute http(s) address; null for anything else. */
export function asUrl(value: unknown, base?: string): string | null {
  if (typeof value !== 'string' || value.trim() === '' || !URL.canParse(value.trim(), base)) return null;
  const url = new URL(value.trim(), base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
