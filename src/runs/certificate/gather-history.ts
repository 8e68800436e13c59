import type { JournalEntry } from '../../model/run/journal-entry.ts';
import type { PlaybookSource } from '../../model/run/run-plan.ts';

export type EntryOf<Type extends JournalEntry['type']> = Extract<JournalEntry, { type: Type }>;

/** From an entry "in doubt" to the one that settled it. */
export interface DoubtHistory {
  readonly opened: EntryOf<'step.in-doubt'>;
  readonly said: EntryOf<'step.resolved'>[];
  settled: { readonly seq: number; readonly at: string; readonly as: 'done' | 'not-done' | 'failed' } | null;
}

/** What a certificate tells and a folded state has no place for, because it is over. */
export interface RunHistory {
  entries: number;
  /** By the number of the entry that brought them: the start, and each amendment. */
  readonly sources: Map<number, readonly PlaybookSource[]>;
  /** Of irreversible steps, oldest first. */
  readonly releases: Map<string, EntryOf<'step.intent'>[]>;
  /** The last one of each step. */
  readonly outcomes: Map<string, EntryOf<'step.outcome'>>;
  readonly doubts: DoubtHistory[];
  readonly jumps: EntryOf<'clock.jumped'>[];
  /** By the number of the approval. */
  readonly voidings: Map<number, EntryOf<'approval.voided'>>;
  readonly pauses: (EntryOf<'run.paused'> | EntryOf<'run.resumed'>)[];
  readonly reopened: EntryOf<'step.reopened'>[];
  readonly letGo: EntryOf<'step.released'>[];
}

export function emptyHistory(): RunHistory {
  return {
    entries: 0,
    sources: new Map(),
    releases: new Map(),
    outcomes: new Map(),
    doubts: [],
    jumps: [],
    voidings: new Map(),
    pauses: [],
    reopened: [],
    letGo: [],
  };
}

/** Takes one more entry in. Keeps what is rare and irreversible, so that a run of years stays small in memory. */
export function noteEntry(history: RunHistory, entry: JournalEntry): void {
  history.entries += 1;
  switch (entry.type) {
    case 'run.started':
    case 'run.amended':
      history.sources.set(entry.seq, entry.body.sources);
      return;
    case 'run.paused':
    case 'run.resumed':
      history.pauses.push(entry);
      return;
    case 'clock.jumped':
      history.jumps.push(entry);
      return;
    case 'step.reopened':
      history.reopened.push(entry);
      return;
    case 'step.released':
      history.letGo.push(entry);
      return;
    case 'approval.voided':
      for (const seq of entry.body.approvals) history.voidings.set(seq, entry);
      return;
    case 'step.intent':
      noteRelease(history, entry);
      return;
    case 'step.in-doubt':
      history.doubts.push({ opened: entry, said: [], settled: null });
      return;
    case 'step.resolved':
      noteResolution(history, entry);
      return;
    case 'step.outcome':
      noteOutcome(history, entry);
      return;
    default:
  }
}

function noteRelease({ releases }: RunHistory, entry: EntryOf<'step.intent'>): void {
  if (!entry.body.isIrreversible || entry.step === null) return;
  const before = releases.get(entry.step);
  if (before === undefined) releases.set(entry.step, [entry]);
  else before.push(entry);
}

function noteResolution(history: RunHistory, entry: EntryOf<'step.resolved'>): void {
  const doubt = openDoubt(history, entry.step);
  if (doubt === undefined) return;
  doubt.said.push(entry);
  if (entry.body.decision === 'agreed-not-done') doubt.settled = { seq: entry.seq, at: entry.at, as: 'not-done' };
}

function noteOutcome(history: RunHistory, entry: EntryOf<'step.outcome'>): void {
  if (entry.step !== null) history.outcomes.set(entry.step, entry);
  const doubt = openDoubt(history, entry.step);
  if (doubt === undefined) return;
  doubt.settled = { seq: entry.seq, at: entry.at, as: entry.body.result === 'succeeded' ? 'done' : 'failed' };
}

function openDoubt({ doubts }: RunHistory, step: string | null): DoubtHistory | undefined {
  return doubts.findLast(({ opened, settled }) => settled === null && opened.step === step);
}
