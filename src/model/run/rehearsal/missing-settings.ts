import type { Person } from '../people.ts';
import type { RunState, StepState } from '../run-state.ts';

/** A secret that a step was given, by its reference such as `env:TOKEN`. */
export interface UsedSecret {
  readonly step: string;
  readonly reference: string;
}

/** Something that the rehearsal pretended and a real run would not have had. */
export interface MissingSetting {
  readonly what: 'mail-server' | 'address' | 'secret';
  /** The people without an address, or the reference of the secret; null for the mail server. */
  readonly which: string | null;
  /** Ids of the steps that would have failed. */
  readonly steps: readonly string[];
}

/** What the workspace has of it. */
export interface Settings {
  readonly hasMailServer: boolean;
  /** Its reference; null where the server wants none. */
  readonly mailPassword: string | null;
  isSet(reference: string): boolean;
}

/** What would have failed in a real run for want of settings; [] when nothing would. */
export function missingSettings(
  state: RunState,
  used: readonly UsedSecret[],
  people: readonly Person[],
  settings: Settings,
): readonly MissingSetting[] {
  const mailed = [...state.steps.values()].filter(isMail);
  const { mailPassword } = settings;
  const forMail = mailPassword === null ? [] : mailed.map(({ plan }) => ({ step: plan.id, reference: mailPassword }));
  const unset = [...forMail, ...used].filter(({ reference }) => !settings.isSet(reference));
  return [
    ...(settings.hasMailServer || mailed.length === 0 ? [] : [withoutServer(mailed)]),
    ...people.filter(({ email }) => email === null).flatMap((person) => withoutAddress(person, mailed)),
    ...[...new Set(unset.map(({ reference }) => reference))].map((which) => ({
      what: 'secret' as const,
      which,
      steps: [...new Set(unset.filter(({ reference }) => reference === which).map(({ step }) => step))],
    })),
  ];
}

/** Of those that were told by mail in the rehearsal. */
function isMail({ plan, state, outputs }: StepState): boolean {
  return plan.type === 'notify' && state === 'succeeded' && outputs.message_id !== undefined;
}

function withoutServer(mailed: readonly StepState[]): MissingSetting {
  return { what: 'mail-server', which: null, steps: mailed.map(({ plan }) => plan.id) };
}

function withoutAddress({ id, name }: Person, mailed: readonly StepState[]): readonly MissingSetting[] {
  const steps = mailed.filter(({ outputs }) => Array.isArray(outputs.told) && outputs.told.includes(id));
  return steps.length === 0 ? [] : [{ what: 'address', which: name, steps: steps.map(({ plan }) => plan.id) }];
}
