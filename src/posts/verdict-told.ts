import type { GapReason } from '../model/gap.ts';
import type { FactLanguage } from '../model/platform.ts';
import { type CountedThing, counted, listed } from './counted-words.ts';
import type { VerdictReason } from './verdict.ts';
import type { NextStep } from './wall-words.ts';

/** The numbers and words that a verdict is told with. */
export interface Told {
  readonly noun: CountedThing;
  readonly expected: number;
  readonly have: number;
  /** How many are missing, named or not. */
  readonly missing: number;
  readonly unnamed: number;
  readonly namedPosts: number;
  readonly mediaMissing: number;
  readonly mediaHad: number;
  readonly unreadable: number;
  readonly cutOff: number;
  readonly gaps: number;
  /** Own posts of kinds that nothing counts. */
  readonly unaccounted: number;
  /** The platform's number, where it is no exact one. */
  readonly inexact: { readonly count: number; readonly reach: 'rounded' | 'at-least' } | undefined;
  /** What stood in the way, where something did. */
  readonly wall: GapReason | undefined;
  readonly step: NextStep;
  readonly account: 'private' | 'suspended' | 'gone' | undefined;
}

/** Each reason as one language says it. */
export type Telling = Readonly<Record<VerdictReason, (told: Told) => string>>;

/** `2 posts, 1 picture or film and 3 gaps in the pages` */
export function missingParts(told: Told, language: FactLanguage): string {
  const parts: readonly (readonly [count: number, thing: CountedThing])[] = [
    [told.namedPosts, 'post'],
    [told.mediaMissing, 'medium'],
    [told.unreadable, 'unreadable'],
    [told.cutOff, 'cut-off'],
    [told.gaps, 'gap'],
  ];
  const there = parts.filter(([count]) => count > 0).map(([count, thing]) => counted(language, count, thing));
  return listed(language, there);
}
