/** One thing wrong with a WACZ, exact enough to find the byte. */
export interface VerifyProblem {
  /** Stable dotted rule id: `zip.crc`, `warc.payload-digest`, `cdxj.order` … */
  readonly rule: string;
  /** Path inside the WACZ; '' for the ZIP itself. */
  readonly file: string;
  /** First bad byte: in `file` if that is set, else in the WACZ. null when no byte can be named. */
  readonly offset: number | null;
  /** WARC-Record-ID, CDXJ line number or page id; null where there is none. */
  readonly record: string | null;
  readonly message: string;
}

export interface VerifyCounts {
  readonly files: number;
  readonly bytes: number;
  readonly warcRecords: number;
  readonly cdxjLines: number;
  readonly pages: number;
}

export interface VerifyReport {
  /** True when there is no problem. */
  readonly ok: boolean;
  readonly problems: readonly VerifyProblem[];
  readonly counts: VerifyCounts;
  /** `none` is no problem in itself: a snapshot without a workspace is unsigned. */
  readonly signature: { readonly state: 'valid' | 'invalid' | 'none'; readonly signer: string | null };
  readonly software: string | null;
}
