import { isJsonObject, type JsonValue } from '../model/playbook/json.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { execution, succeeded } from './results/step-result.ts';
import { oneLine } from './values/one-line.ts';
import { badValue, isText } from './values/step-values.ts';

interface Condition {
  readonly isTrue: boolean;
  readonly say: string;
}

/**
 * A text is refused and not taken for true, as the expressions of GitHub would have it: it might be a condition that nobody
 * worked out, or the word "false".
 */
function conditionOf(given: JsonValue, at: number): Condition {
  if (!isJsonObject(given)) throw badValue(`require[${at}]`, given, '{that: expression, say: text}');
  const { that, say } = given;
  if (that !== null && typeof that !== 'boolean' && typeof that !== 'number') {
    throw badValue(`require[${at}].that`, that, 'a comparison, or another expression that is true or false');
  }
  const said = isJsonObject(say) ? (say.en ?? say.de) : say;
  if (!isText(said)) throw badValue(`require[${at}].say`, said, 'what is wrong when it is not true');
  return { isTrue: Boolean(that), say: oneLine(said) };
}

function requirementsOf({ require }: StepContext['with']): readonly JsonValue[] {
  const wanted = 'a list of {that: expression, say: text}';
  if (!Array.isArray(require) || require.length === 0) throw badValue('require', require, wanted);
  return require;
}

async function execute({ with: values }: StepContext): Promise<StepResult> {
  const conditions = requirementsOf(values).map(conditionOf);
  const open = conditions.filter(({ isTrue }) => !isTrue);
  if (open.length > 0) return { kind: 'waiting', reason: open.map(({ say }) => say).join(' · ') };
  return succeeded({ required: conditions.map(({ say }) => say) });
}

/** Waits, saying what is wrong, until all its conditions are true. Outputs: `{required}`, what each of them says. */
export const gateStep: StepType = {
  name: 'gate',
  nature: 'looks',
  byHandBecause: null,
  isIdempotent: () => true,
  target: ({ require }) => {
    const count = Array.isArray(require) ? require.length : 0;
    return count === 1 ? 'one condition' : `${count} conditions`;
  },
  execute: execution(() => true, execute),
};
