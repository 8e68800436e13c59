/** Where sealed snapshots live. */
export interface Vault {
  /**
   * A path in the vault for a channel's snapshot begun at `startedAt`, free at the time of asking. Its folder exists.
   * A second snapshot in the same second gets `-2`, a third `-3`: nothing in a vault is ever replaced.
   */
  pathFor(channel: string, startedAt: Date): Promise<string>;
}
