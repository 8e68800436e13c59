import type { ExitMode } from '../channel.ts';
import type { ExitFacts } from './exit-facts.ts';
import type { LintSettings } from './lint/lint-rules.ts';
import type { FarewellLocale } from './locale.ts';

/** The facts that somebody can be asked for, as they are written under `exit:` of lastpost.yaml. In the order of asking. */
export const factKeys = [
  'leaves',
  'mode',
  'last_day',
  'last_time',
  'timezone',
  'told',
  'locales',
  'reason.kind',
  'reason.sentence',
  'page',
  'successors',
  'fate.posts',
  'fate.comments',
  'fate.archive_url',
  'fate.messages.answered_until',
  'fate.messages.then',
  'fate.data',
  'fate.prizes',
  'contact',
  'contact.hours',
  'contact.press',
  'stays',
  'thanks',
  'duty',
  'voice.address',
  'voice.gender',
  'voice.claim',
  'voice.colours',
  'voice.logo',
  'voice.forbidden',
  'voice.hashtags',
  'imprint_url',
  'privacy_url',
  'utm',
  'also',
  'tools',
] as const;

export type FactKey = (typeof factKeys)[number];

/** A fact that nobody has given yet. */
export interface OpenFact {
  readonly key: FactKey;
  /** The languages in which it is wanting; [] where it is the same in all. */
  readonly locales: readonly FarewellLocale[];
  /** True: no draft can be written without it. False: something holds as long as nobody says otherwise. */
  readonly isNeeded: boolean;
}

type Known<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [Key in keyof T]?: Known<T[Key]> } : T;

/** As many of the facts as are there, with what holds where nobody said. */
export interface KnownFacts extends Omit<Known<ExitFacts>, 'leaves'> {
  /** mode: null where nobody said. */
  readonly leaves?: readonly { readonly channel: string; readonly mode: ExitMode | null }[];
}

/** `exit:` of lastpost.yaml, as far as it has been written. */
export interface ExitDraft {
  readonly facts: KnownFacts;
  /** In the order of `factKeys`. */
  readonly open: readonly OpenFact[];
  /** Absent where nothing is said of it. */
  readonly check?: LintSettings;
}

/** The facts of an exit of which nothing that is needed is open; undefined as long as something is. */
export function wholeFacts({ facts, open }: ExitDraft): ExitFacts | undefined {
  // What is needed has been read into `facts` one by one; `open` says whether that was all.
  return open.some(({ isNeeded }) => isNeeded) ? undefined : (facts as ExitFacts);
}
