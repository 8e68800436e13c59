import { type ProbeTypeName, probeTypes, type StepTypeName } from '../model/playbook/playbook.ts';
import type { StepType } from '../model/run/step-type.ts';
import { approvalStep } from './approval.ts';
import { certificateStep } from './certificate.ts';
import { checkDraftsStep } from './check-drafts.ts';
import { commandStep } from './command.ts';
import { completeStep } from './complete.ts';
import { dnsStep } from './dns.ts';
import { draftStep } from './draft.ts';
import { footprintStep } from './footprint.ts';
import { gateStep } from './gate.ts';
import { httpStep } from './http.ts';
import { manualStep } from './manual.ts';
import { notifyStep } from './notify.ts';
import { publishStep } from './publish.ts';
import { scoreStep } from './score.ts';
import { snapshotStep } from './snapshot.ts';
import { verifyStep } from './verify.ts';
import { waitStep } from './wait.ts';

/** Every type of step; `uses` is none, as its steps stand in the plan themselves. A test compares this table with the folder. */
export const stepRegistry: Readonly<Record<StepTypeName, StepType>> = {
  manual: manualStep,
  approval: approvalStep,
  wait: waitStep,
  snapshot: snapshotStep,
  verify: verifyStep,
  complete: completeStep,
  draft: draftStep,
  'check-drafts': checkDraftsStep,
  publish: publishStep,
  http: httpStep,
  dns: dnsStep,
  footprint: footprintStep,
  command: commandStep,
  notify: notifyStep,
  gate: gateStep,
  score: scoreStep,
  certificate: certificateStep,
};

export function stepTypeOf(name: StepTypeName): StepType {
  return stepRegistry[name];
}

/** What looks whether something was done; all of `probeTypes` can. */
export function probeOf(name: ProbeTypeName): NonNullable<StepType['probe']> {
  const { probe } = stepRegistry[name];
  if (probe === undefined) throw new TypeError(`"${name}" is one of ${probeTypes.join(', ')} and has no probe.`);
  return probe;
}
