/** Why something that should be in the snapshot is not. Reported, counted, never hidden. */
export type GapReason =
  | 'no-such-host'
  | 'connection-failed'
  | 'tls-error'
  | 'timeout'
  | 'redirect-loop'
  | 'forbidden'
  | 'rate-limited'
  | 'server-error'
  | 'login-wall'
  | 'bot-wall'
  | 'content-unavailable'
  | 'age-gate'
  | 'country-gate'
  | 'logged-out'
  | 'robots'
  | 'empty'
  | 'not-html'
  | 'resource-failed'
  | 'not-kept'
  | 'crashed'
  | 'unreadable'
  | 'page-budget'
  | 'not-public'
  | 'script-stopped'
  | 'limit-body'
  | 'limit-ratio'
  | 'limit-requests'
  | 'limit-frames'
  | 'limit-popups'
  | 'limit-links'
  | 'limit-sockets'
  | 'limit-segments'
  | 'live-media'
  | 'behaviour-failed'
  | 'limit-pages'
  | 'limit-time'
  | 'limit-bytes'
  | 'interrupted';

export interface Gap {
  readonly reason: GapReason;
  readonly url: string;
  /** What happened, with the value, one sentence. */
  readonly message: string;
  /** What the person can do about it. */
  readonly hint: string;
  /** UTC ISO 8601 */
  readonly at: string;
  /** How many things are missing because of this one gap, 1 unless said. */
  readonly count?: number;
}
