/** What one ZIP of an export may hold, so that none can fill the memory or keep the machine busy for days. */
export interface ExportLimits {
  /** All that the ZIP lists. */
  readonly maxEntries: number;
  /** Unpacked, all files of the ZIP. */
  readonly maxTotalBytes: number;
  /** Unpacked to packed, of a file and of all files together. */
  readonly maxRatio: number;
  /** Below this unpacked size no ratio is looked at. */
  readonly ratioFromBytes: number;
}

/**
 * An entry costs about 250 bytes of memory, so that two million stay below what Node has by itself. The largest exports known
 * are of a few hundred gigabytes, in parts of at most 50 GB (Google). Deflate packs 1032 to 1 at best; JSON that repeats
 * itself a great deal comes to 100 to 1, and so 250 to 1 over a quarter of a gigabyte is nothing that anybody wrote.
 */
export const exportLimits: ExportLimits = {
  maxEntries: 2_000_000,
  maxTotalBytes: 2e12,
  maxRatio: 250,
  ratioFromBytes: 256e6,
};
