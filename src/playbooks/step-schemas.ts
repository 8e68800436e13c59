import type { z } from 'zod';
import type { StepTypeName } from '../model/playbook/playbook.ts';
import { approvalWith } from './step-schemas/approval.ts';
import { certificateWith } from './step-schemas/certificate.ts';
import { checkDraftsWith } from './step-schemas/check-drafts.ts';
import { commandWith } from './step-schemas/command.ts';
import { completeWith } from './step-schemas/complete.ts';
import { dnsWith } from './step-schemas/dns.ts';
import { draftWith } from './step-schemas/draft.ts';
import { footprintWith } from './step-schemas/footprint.ts';
import { gateWith } from './step-schemas/gate.ts';
import { httpWith } from './step-schemas/http.ts';
import { manualWith } from './step-schemas/manual.ts';
import { notifyWith } from './step-schemas/notify.ts';
import { publishWith } from './step-schemas/publish.ts';
import { scoreWith } from './step-schemas/score.ts';
import { snapshotWith } from './step-schemas/snapshot.ts';
import { verifyWith } from './step-schemas/verify.ts';
import { waitWith } from './step-schemas/wait.ts';

export interface StepSchema {
  /** What may stand under `with`. */
  readonly with: z.ZodType;
  /** A step makes no sense without it. */
  readonly needsWith: boolean;
  /** Looks, asks or waits, and brings about nothing that could be irreversible. */
  readonly onlyLooks: boolean;
  /** The texts below `with` that are durations. */
  readonly durations: readonly string[];
}

const looks = { needsWith: false, onlyLooks: true, durations: [] };
const acts = { needsWith: false, onlyLooks: false, durations: [] };

/** What each type of step takes. A test compares this table with the folder. */
export const stepSchemas: Readonly<Record<StepTypeName, StepSchema>> = {
  manual: { with: manualWith, ...acts },
  approval: { with: approvalWith, ...looks },
  wait: { with: waitWith, ...looks },
  snapshot: { with: snapshotWith, ...looks },
  verify: { with: verifyWith, ...looks },
  complete: { with: completeWith, ...looks },
  draft: { with: draftWith, ...looks },
  'check-drafts': { with: checkDraftsWith, ...looks },
  publish: { with: publishWith, ...acts },
  http: { with: httpWith, ...acts, needsWith: true, durations: ['timeout'] },
  dns: { with: dnsWith, ...looks, needsWith: true },
  footprint: { with: footprintWith, ...looks },
  command: { with: commandWith, ...acts, needsWith: true, durations: ['timeout'] },
  notify: { with: notifyWith, ...acts, needsWith: true },
  gate: { with: gateWith, ...looks, needsWith: true },
  score: { with: scoreWith, ...looks, needsWith: true },
  certificate: { with: certificateWith, ...looks },
};
