import type { MishapName } from '../../../model/run/rehearsal/mishap.ts';
import type { Trouble } from '../play.ts';
import { accountLocked } from './account-locked.ts';
import { approverIll } from './approver-ill.ts';
import { exportLate } from './export-late.ts';
import { pressCall } from './press-call.ts';
import { probeSaysAlive } from './probe-says-alive.ts';

const makers: Readonly<Record<MishapName, () => Trouble>> = {
  'export-late': exportLate,
  'approver-ill': approverIll,
  'account-locked': accountLocked,
  'press-call': pressCall,
  'probe-says-alive': probeSaysAlive,
};

/** Each anew: they remember whom they hit. */
export function troublesOf(names: readonly MishapName[]): readonly Trouble[] {
  return [...new Set(names)].map((name) => makers[name]());
}
