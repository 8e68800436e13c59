import type { Limit } from '../../model/channel.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { ApprovalState } from '../../model/farewell/draft-approval.ts';
import type { Counted } from '../../model/farewell/draft-channel.ts';
import type { FactLanguage } from '../../model/platform.ts';

/** The account that a text stands on. */
export interface PreviewAccount {
  /** `x`, `mastodon`, `sms`, `google-business`: what decides how a text looks there. */
  readonly platform: string;
  readonly platformName: string;
  readonly name: string;
  readonly handle: string | null;
}

/** A draft with everything that its preview shows. */
export interface PreviewDraft {
  readonly draft: Draft;
  /** As it is told to people: below the workspace. */
  readonly file: string;
  /** null: it stands on no channel. */
  readonly account: PreviewAccount | null;
  /** Where the platform folds a text, the narrowest first; [] where nobody knows. */
  readonly folds: readonly Limit[];
  /** Where a telephone cuts a field off: `subject`, `preheader`. */
  readonly cuts: Readonly<Record<string, Limit>>;
  readonly counts: readonly (Counted & { readonly part: string })[];
  readonly state: ApprovalState;
  readonly approvedBy: string | null;
}

/** What is the same on the whole page. */
export interface PreviewFrame {
  readonly brand: string;
  /** IANA name, of every hour in the drafts. */
  readonly zone: string;
  /** Of all that is no draft. */
  readonly language: FactLanguage;
}

/** A width in CSS pixels that a draft is shown at, and how large its letters are there. */
export interface Device {
  readonly id: 'worst' | 'phone' | 'desk';
  readonly widthPx: number;
  /** 130: somebody set the letters of their phone to 130 %. */
  readonly percent: number;
}

/** The smallest telephone with enlarged letters comes first: what cannot be seen there is not seen by everybody. */
export const devices: readonly Device[] = [
  { id: 'worst', widthPx: 320, percent: 130 },
  { id: 'phone', widthPx: 390, percent: 100 },
  { id: 'desk', widthPx: 600, percent: 100 },
];
