/** A page of a snapshot that is to be looked at in replay. */
export interface QaTarget {
  readonly url: string;
  /** Fourteen digits, as replay addresses want them; '' when the page list names no time. */
  readonly timestamp: string;
  readonly title: string;
}

/** What a snapshot keeps of how one page looked when it was captured; null where it keeps nothing. */
export interface CapturedLook {
  /** `urn:view`, PNG. */
  readonly picture: Buffer | null;
  /** `urn:text`. */
  readonly text: string | null;
  /** `urn:pageinfo`: what the page was made of. */
  readonly resources: readonly CapturedResource[] | null;
}

export interface CapturedResource {
  readonly url: string;
  /** 0 when no response came at the capture. */
  readonly status: number;
  /** Lower case as DevTools names it; '' when it is not said. */
  readonly type: string;
}

/** What a page looks like in replay. */
export interface ReplayedLook {
  /** Status of the page's own answer; 0 when none came. */
  readonly status: number;
  /** First screen, PNG, of the size that was asked for. */
  readonly picture: Buffer;
  /** Visible text after scrolling to the end. */
  readonly text: string;
  /** What the page asked for by GET while it was drawn and scrolled, itself left out. */
  readonly answers: readonly ReplayAnswer[];
}

export interface ReplayAnswer {
  readonly url: string;
  readonly status: number;
}

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** One tab with the replay in it. Shows one page after another, each within the time its maker has set. */
export interface ReplayTab {
  /** @throws Error when the page cannot be shown in time; the tab may be used again */
  show(target: QaTarget, screen: ScreenSize): Promise<ReplayedLook>;
  /** Status that the replay gives for each address when a page asks for it, in the order of `urls`. */
  ask(urls: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/**
 * `good`: compared, and alike. `loads`: nothing to compare with, but it loads, has text, and its parts are there.
 * `differs`: picture or text under the line. `incomplete`: parts missing. `broken`: it does not load.
 */
export type QaVerdict = 'good' | 'loads' | 'differs' | 'incomplete' | 'broken';

/** From the worst to the best. */
export const qaVerdicts = ['broken', 'differs', 'incomplete', 'loads', 'good'] as const satisfies readonly QaVerdict[];

export interface QaPage {
  readonly url: string;
  readonly title: string;
  readonly timestamp: string;
  /** 0 to 1; null when there was nothing to compare with. */
  readonly picture: number | null;
  readonly text: number | null;
  readonly resources: {
    readonly expected: number;
    readonly found: number;
    /** Addresses, in the order the page names them. */
    readonly missing: readonly string[];
  };
  readonly verdict: QaVerdict;
  /** Why it is not good; [] when it is. */
  readonly reasons: readonly QaReason[];
}

/** One thing that keeps a page from being good; the doors put it into words. */
export type QaReason =
  /** The replay answers the page itself with an error, or with nothing (0). */
  | { readonly kind: 'answer'; readonly status: number }
  /** The browser could not show it; `words` are its own, English. */
  | { readonly kind: 'shown'; readonly words: string }
  | { readonly kind: 'picture' | 'text'; readonly score: number; readonly least: number }
  /** No text, and nothing to compare with. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'parts'; readonly missing: number; readonly expected: number };

/** Pages of each verdict. */
export type QaCounts = Readonly<Record<QaVerdict, number>>;

export interface QaLimits {
  /** 0 to 1; a page below is under the line. */
  readonly minPicture: number;
  readonly minText: number;
}

export interface QaReport {
  /** True when every page that was to be looked at was, and none is under the line. */
  readonly ok: boolean;
  readonly stopped: boolean;
  /** In the order of the snapshot. */
  readonly pages: readonly QaPage[];
  /** Pages that were to be looked at. */
  readonly wanted: number;
  /** Pages in the snapshot. */
  readonly known: number;
  readonly counts: QaCounts;
  readonly limits: QaLimits;
  /** How many pages had nothing to compare with, of each kind. */
  readonly uncompared: { readonly picture: number; readonly text: number; readonly resources: number };
  /** Requests that something in the browser made to anywhere but the replay. All of them were refused. */
  readonly refused: readonly string[];
}

/** True for the verdicts that make a snapshot fail its check. */
export function isUnderTheLine(verdict: QaVerdict): boolean {
  return verdict === 'broken' || verdict === 'differs' || verdict === 'incomplete';
}
