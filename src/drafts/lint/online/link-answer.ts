/** What came of asking for an address that stands in a draft. */
export interface LinkAnswer {
  /** As it was asked for, with its scheme. */
  readonly asked: string;
  /** Where one ends up. */
  readonly url: string;
  /** Addresses that only led on, the one asked for first. */
  readonly hops: readonly string[];
  /** 0: no answer, and `problem` says why. */
  readonly status: number;
  /** One English sentence; null where there was an answer. */
  readonly problem: string | null;
  /** Of a page that is the signpost of the exit; null of others. */
  readonly head: SignpostHead | null;
}

/** What a signpost says of itself when it is shared. */
export interface SignpostHead {
  readonly language: string | null;
  readonly title: string;
  readonly openGraph: Readonly<Record<string, string>>;
  readonly isHidden: boolean;
}
