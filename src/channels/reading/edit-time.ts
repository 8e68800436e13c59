/** Many systems store a post twice while it is published; the second time is no edit. */
const sameMomentMs = 60_000;

/**
 * When a post was edited, from its time of change: null when that is the time it was published at.
 * @param published UTC ISO 8601; without it, a change is all that is known
 */
export function reallyLater(published: string | null, changed: string | null): string | null {
  if (changed === null || published === null) return changed;
  return Date.parse(changed) - Date.parse(published) > sameMomentMs ? changed : null;
}
