const DAY_MS = 86_400_000;

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

export const MOMENT_EXAMPLES = '2025-01-31 or 2025-01-31T18:00Z';

/**
 * `2025-01-31`, `2025-01-31T18:00`, `2025-01-31T18:00:00+01:00` → UTC ISO 8601; what names no time zone is UTC. A day alone is
 * its first moment, or as an `end` the first moment after it. undefined for what is no date, such as 30 February.
 */
export function parseMoment(text: string, edge: 'start' | 'end'): string | undefined {
  const match = MOMENT.exec(text.trim());
  if (match === null) return undefined;
  const [, day = '', minutes, seconds = ':00', zone = 'Z'] = match;
  const dayMs = Date.parse(`${day}T00:00:00Z`);
  // JavaScript makes 1 March of 29 February, where that is none.
  if (Number.isNaN(dayMs) || new Date(dayMs).toISOString().slice(0, 10) !== day) return undefined;
  if (minutes === undefined) return new Date(edge === 'end' ? dayMs + DAY_MS : dayMs).toISOString();
  const ms = Date.parse(`${day}T${minutes}${seconds}${zone}`);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
