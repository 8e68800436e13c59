/** What has to be so before something irreversible may begin, or drafts may go out. */
export const gateNames = ['archive-complete', 'archive-verified', 'staff-told', 'drafts-approved', 'approved'] as const;

export type GateName = (typeof gateNames)[number];

export interface GateFinding {
  readonly gate: GateName;
  /** null where the gate is about the whole run. */
  readonly channel: string | null;
  readonly isOpen: boolean;
  /** What is so, in one sentence. */
  readonly says: string;
  /** What opens it; null when it is open. */
  readonly hint: string | null;
  /** Two people may go through it all the same, with a reason. */
  readonly canBeOverridden: boolean;
}
