import { canonicalJson } from '../../base/canonical-json.ts';
import type { Sha256 } from '../../base/digest.ts';
import { sha256 } from '../../base/digest.ts';
import type { Draft } from './draft.ts';
import type { FarewellLocale } from './locale.ts';

/** That a person has read a draft and stands by every word of it, as it was then. */
export interface DraftApproval {
  readonly locale: FarewellLocale;
  readonly draft: string;
  /** Of the text and the fields. */
  readonly digest: Sha256;
  /** Id of a person of lastpost.yaml. */
  readonly by: string;
  /** UTC ISO 8601 */
  readonly at: string;
}

/** The ledger's page about approvals; nothing in it is ever changed or taken out. */
export interface DraftApprovalStore {
  approve(approval: DraftApproval): Promise<void>;
  /** The newest of each draft, by language and draft. */
  newest(): Promise<readonly DraftApproval[]>;
  /** All of one draft, the oldest first. */
  ofDraft(locale: FarewellLocale, draft: string): Promise<readonly DraftApproval[]>;
}

export type ApprovalState = 'approved' | 'changed' | 'none';

/** What an approval is bound to: every word that others will read. When and where it goes out is planned, not written. */
export function draftDigest({ fields, text }: Pick<Draft, 'fields' | 'text'>): Sha256 {
  return sha256(canonicalJson({ fields, text }));
}

/** @param approval the newest of this draft */
export function approvalState(
  draft: Pick<Draft, 'fields' | 'text'>,
  approval: Pick<DraftApproval, 'digest'> | undefined,
): ApprovalState {
  if (approval === undefined) return 'none';
  return approval.digest === draftDigest(draft) ? 'approved' : 'changed';
}
