/** What somebody says in a rehearsal when a step waits for them. */
export interface Reply {
  /** `later` and `cannot` with `after`: it is done so much later. `cannot` without: never. */
  readonly says: 'done' | 'later' | 'cannot';
  /** A duration as playbooks write it. */
  readonly after: string | null;
  readonly because: string | null;
  /** Id of a person; null: whoever would do it. */
  readonly by: string | null;
}

/** A line of a script. */
export interface ScriptedReply extends Reply {
  /** Whole id. */
  readonly step: string;
  /** Where it stands, such as `answers.yaml:3`; absent in one that was never written. */
  readonly place?: string;
}

export const doneReply: Reply = { says: 'done', after: null, because: null, by: null };
