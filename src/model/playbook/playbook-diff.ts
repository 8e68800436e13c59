import type { JsonValue } from './json.ts';

/** A stretch of a text: in both forms of it, or in one alone. */
export interface MarkedWords {
  readonly text: string;
  readonly isOnly: boolean;
}

/** One thing that is different between two forms of a playbook. */
export interface PlaybookChange {
  /** Of a step: it came in, went, or stands elsewhere. Of a field: it came in, went, or says something else. */
  readonly what: 'added' | 'removed' | 'moved' | 'changed';
  /** null: the playbook itself. */
  readonly step: string | null;
  /** `due`, `with.url`, `instructions.de`; null where the whole step is meant. */
  readonly field: string | null;
  /** null where nothing stood. Of a step that moved: the id of the one before it. */
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** Of a text that says something else: both forms, with the words marked that the other has not. */
  readonly words?: { readonly before: readonly MarkedWords[]; readonly after: readonly MarkedWords[] };
}

/** Both changed the same, and not alike. */
export interface PlaybookConflict {
  readonly mine: PlaybookChange;
  readonly theirs: PlaybookChange;
}

export interface ComparedPlaybooks {
  /** From what it is based on to what it is now. */
  readonly mine: readonly PlaybookChange[];
  /** What the other one has changed since then and mine has not. */
  readonly theirs: readonly PlaybookChange[];
  readonly conflicts: readonly PlaybookConflict[];
}
