/** One thing that somebody should do or read. `command` is typed as it stands; of `long` only the beginning may be shown. */
export type Todo = { readonly says: string } | { readonly command: string } | { readonly long: string };

/** What a run waits for, as it is told to somebody who has never seen its playbook. */
export interface Explained {
  readonly headline: string;
  /** `loud`: somebody has to look now. */
  readonly tone: 'calm' | 'asks' | 'loud' | 'good';
  readonly says: readonly string[];
  readonly todo: readonly Todo[];
}
