import type { LocalText } from '../platform.ts';
import type { JsonObject } from '../playbook/json.ts';
import type { PlaybookMode, PlaybookStep } from '../playbook/playbook.ts';

/** A condition with the scope in which its names are looked up. */
export interface ScopedCondition {
  /** See `PlannedStep.scope`. */
  readonly scope: string;
  readonly expression: string;
}

/**
 * One step of a run. Steps of a playbook that another one uses are called `<id of the step that uses it>/<their id>`, and so
 * on downwards; `needs` are whole ids.
 */
export interface PlannedStep extends Omit<PlaybookStep, 'if'> {
  /** What stands before its id: `''`, or `x/` in a playbook used by step `x`. Expressions see steps of the same scope by short ids. */
  readonly scope: string;
  /** Its own `if` and those of the steps whose playbook it stands in; all of them have to be true. */
  readonly conditions: readonly ScopedCondition[];
}

/** A used playbook, or the outer one as `''`. */
export interface PlannedScope {
  readonly name: string;
  readonly version: number;
  readonly title: LocalText;
  /** Checked values; those of a used playbook may hold expressions over the scope around it. */
  readonly inputs: JsonObject;
  /** The scope in which `inputs` are worked out; null for the outer one. */
  readonly around: string | null;
  readonly secrets: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A run's own copy of its playbook: used playbooks unrolled, inputs checked, in an order in which each step follows what it needs. */
export interface RunPlan {
  readonly playbook: string;
  readonly version: number;
  readonly title: LocalText;
  readonly mode: PlaybookMode;
  /** IANA name. */
  readonly timezone: string;
  readonly holidays: string | null;
  readonly inputs: JsonObject;
  /** The channels that inputs name, as the workspace had them, by id; plans of older runs have none. See `ExpressionNames`. */
  readonly channels?: JsonObject;
  /** What was known, when the run was planned, of the platforms that its texts name, by platform; plans of older runs have none. */
  readonly facts?: JsonObject;
  readonly roles: readonly string[];
  /** Of the playbook and all it uses, worked out. */
  readonly concurrencyGroups: readonly string[];
  /** By scope. */
  readonly scopes: Readonly<Record<string, PlannedScope>>;
  readonly steps: readonly PlannedStep[];
}

/** A file as it was when the run began. */
export interface PlaybookSource {
  readonly name: string;
  readonly text: string;
}
