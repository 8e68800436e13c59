import type { ChangeSummary } from './change-summary.ts';
import type { NoticeKind } from './schedule.ts';

/** What somebody is told, as it waits in the ledger: enough to write it in any language, long after. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly schedule: string;
  readonly channel: string;
  /** When it happened, UTC ISO 8601. */
  readonly at: string;
  /** IANA name of the zone in which times are told. */
  readonly zone: string;
  readonly snapshot: {
    readonly id: string;
    readonly state: 'complete' | 'partial';
    readonly pages: number;
    readonly gaps: number;
  } | null;
  readonly changes: ChangeSummary | null;
  readonly failure: {
    readonly code: string;
    readonly message: string;
    readonly hint: string | null;
    readonly attempts: number;
  } | null;
  readonly firstPost: { readonly url: string | null; readonly published: string; readonly silentSince: string } | null;
  /** When it is taken next, UTC ISO 8601. */
  readonly nextAt: string;
  /** Who is told: people and addresses, or the address of a webhook, `env:NAME` as it is. */
  readonly to: readonly string[];
  /** `env:NAME`; of webhooks. */
  readonly secret: string | null;
}
