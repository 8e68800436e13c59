/** A way into a playbook file: `['steps', 3, 'with', 'url']`. */
export type FilePath = readonly (string | number)[];

/** Something that is wrong with a playbook, before anybody has looked where that stands in its file. */
export interface Remark {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: FilePath;
  /** Whether the name at `path` is meant, or what stands behind it. */
  readonly at: 'key' | 'value';
  /** The words amid a text that are meant, where it is not all of it. */
  readonly words?: string;
  readonly message: string;
  /** What to do, as a sentence. */
  readonly fix: string;
  /** What would have to stand there instead, where that is plain. */
  readonly swap?: { readonly wrong: string; readonly right: string };
}

type Details = Partial<Pick<Remark, 'at' | 'words' | 'swap'>>;

/** @param code without `playbook.` */
export function error(code: string, path: FilePath, message: string, fix: string, more: Details = {}): Remark {
  return { code: `playbook.${code}`, severity: 'error', path, at: 'value', message, fix, ...more };
}

/** The same for what a run would not fail of. */
export function warning(code: string, path: FilePath, message: string, fix: string, more: Details = {}): Remark {
  return { ...error(code, path, message, fix, more), severity: 'warning' };
}

const MOST_SHOWN = 16;

/** `Did you mean "…"?`, or the choice when nothing is near. */
export function meant(near: string | undefined, noun: string, candidates: readonly string[]): string {
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (candidates.length === 0) return `There is no ${noun} at all.`;
  const all = [...new Set(candidates)];
  const shown = all.slice(0, MOST_SHOWN).join(', ');
  return `Choose one of: ${shown}${all.length > MOST_SHOWN ? ' …' : '.'}`;
}
