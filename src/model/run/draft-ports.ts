import type { Sha256 } from '../../base/digest.ts';

/** Whether drafts can be written from what lastpost.yaml says of the exit. */
export interface PortExit {
  /** There is an `exit:` in lastpost.yaml. */
  readonly isThere: boolean;
  /** What is missing for the drafts, and what to type, in a sentence each; null when nothing is. */
  readonly lacks: string | null;
}

/** What writing the drafts came to. */
export interface PortWrittenDrafts {
  /** How many there are now. */
  readonly drafts: number;
  /** How many of their files this has changed or made. */
  readonly changed: number;
  /** `de/announcement-x`: in which a person's words and new facts clash, so that they were left as they were. */
  readonly clashes: readonly string[];
  /** `de/announcement-x`: longer than the place that they are for takes. */
  readonly tooLong: readonly string[];
}

/** One draft that cannot go out as it is. */
export interface DraftProblem {
  /** `de/announcement-x` */
  readonly draft: string;
  /** In one sentence. */
  readonly says: string;
  /** The command that settles it. */
  readonly hint: string;
}

export interface PortDraftCheck extends PortExit {
  /** `de/announcement-x`: all that were looked at. */
  readonly drafts: readonly string[];
  readonly problems: readonly DraftProblem[];
  /** Ids of those who approved what was looked at. */
  readonly approvedBy: readonly string[];
  /** Of every word of what was looked at. */
  readonly digest: Sha256;
}

/** What a run asks of the drafts of the workspace's exit. */
export interface DraftPorts {
  exit(): Promise<PortExit>;
  /** As `lastpost draft write`: words that people edited stay. @throws KnownError of facts, templates and drafts */
  write(): Promise<PortWrittenDrafts>;
  /**
   * Whether drafts are there as the facts have them, fit, and are approved as they are.
   * @param names kinds (`announcement`) or drafts (`announcement-x`, `de/announcement-x`); [] is all that go out on a day
   */
  check(names: readonly string[]): Promise<PortDraftCheck>;
  /**
   * What `lastpost draft check` finds that must not go out, held against a run: all drafts are read together, and it is told of some.
   * @param drafts `de/announcement-x`
   * @param run its id
   * @throws KnownError of facts, templates, drafts and ledger
   */
  lint(drafts: readonly string[], run: string): Promise<readonly DraftProblem[]>;
}
