/** What can be true or false in a text. */
export const claimKinds = ['link', 'mail', 'handle', 'phone', 'date', 'time', 'zone', 'number'] as const;

export type ClaimKind = (typeof claimKinds)[number];

interface ClaimBase {
  /** As it is written. */
  readonly said: string;
  /** Offset in the text. */
  readonly from: number;
  /** Behind its last sign. */
  readonly to: number;
}

/** A day as somebody wrote it: it need not be one (31 June), nor its weekday right. */
export interface DateClaim extends ClaimBase {
  readonly kind: 'date';
  readonly day: number;
  /** 1 to 12; of a date in figures it may be anything. */
  readonly month: number;
  /** null where it is not said. */
  readonly year: number | null;
  /** 0 is Sunday; null where none is said. */
  readonly weekday: number | null;
}

export interface PlainClaim extends ClaimBase {
  readonly kind: Exclude<ClaimKind, 'date'>;
  /** For comparing: `15:00`, an address without its scheme and utm_…, a figure without its separators. */
  readonly value: string;
}

export type Claim = DateClaim | PlainClaim;
