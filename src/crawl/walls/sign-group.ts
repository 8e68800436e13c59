import type { WallKind } from './wall.ts';

/**
 * One thing a wall can be recognised by. Ten points make a wall: 10 is proof by itself, 6 to 9 needs something beside it,
 * 5 and less are words or traits that an honest page may have too.
 */
export type Sign = { readonly weight: number } & (
  | { readonly status: number }
  /** Over `host/path` of the final address, when the asked one does not match it as well. */
  | { readonly address: RegExp }
  | { readonly header: string; readonly value: RegExp }
  | { readonly title: RegExp }
  /** Over one sentence of the visible text, lower case, with straight apostrophes. */
  | { readonly text: RegExp }
  | { readonly selector: string }
  | { readonly loginForm: true }
);

/** Signs of one origin, with where they were learned and when. No date, no fact. */
export interface SignGroup {
  readonly kind: WallKind;
  /** '' for what anybody's wall may show: it counts beside every named one. */
  readonly by: string;
  /** Only on these hosts: elsewhere the words could be anybody's. */
  readonly host?: RegExp;
  /** The platform's own hosts: its sentences count more there, whatever else stands on the page. */
  readonly home?: RegExp;
  /** `documented` by who puts the wall up, `code` of public programs that recognise it, `reported` by people. */
  readonly certainty: 'documented' | 'code' | 'reported';
  readonly source: string;
  /** Day the source was read. */
  readonly checkedOn: string;
  readonly signs: readonly Sign[];
}
