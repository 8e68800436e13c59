import type { LocalText } from '../model/platform.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/playbook/json.ts';
import { ancestorsOf } from '../model/run/ancestors.ts';
import { answersOf } from '../model/run/answers.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { execution, failed, succeeded } from './results/step-result.ts';
import { badValue, isText, textList } from './values/step-values.ts';

type Points = Readonly<Record<string, number>>;

/** What one step has to say. */
interface Counted {
  readonly step: string;
  readonly answer: string | null;
  readonly points: number;
  readonly of: number;
}

async function execute(context: StepContext): Promise<StepResult> {
  const worth = pointsOf(context.with);
  const enough = passOf(context.with);
  const todos = todosOf(context.with);
  const counted = namesOf(context).flatMap((name) => countedOf(name, worth, context));
  if (counted.length === 0) {
    const hint = 'All were skipped: let this step be skipped as well where they are, with the same if.';
    return failed('score.nothing', 'No step that counts was answered.', { hint });
  }
  const points = sum(counted.map((one) => one.points));
  const of = sum(counted.map((one) => one.of));
  const pass = enough ?? of;
  return succeeded({
    points,
    of,
    // Rounded down, so that 100 are all points and nothing less.
    percent: of === 0 ? 100 : Math.floor((points / of) * 100 + 1e-9),
    pass,
    passed: points >= pass,
    gaps: counted.filter((one) => one.points < one.of).map((one) => gapOf(one, todos)),
  });
}

/** Tenths of points are added without the dust of binary numbers. */
function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((all, one) => all + one, 0) * 1000) / 1000;
}

function isPoints(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function pointsOf({ points }: JsonObject): Points {
  if (!isJsonObject(points) || Object.keys(points).length === 0)
    throw badValue('points', points, 'answers with points');
  const all = Object.entries(points).map(([answer, value]) => {
    if (!isPoints(value)) throw badValue(`points.${answer}`, value, 'a number of points, 0 or more');
    return [answer, value] as const;
  });
  return Object.fromEntries(all);
}

function passOf({ pass }: JsonObject): number | null {
  if (pass === undefined) return null;
  if (!isPoints(pass)) throw badValue('pass', pass, 'a number of points, 0 or more');
  return pass;
}

/** Those that are named, or all before this one that have an answer; called as in this step's own playbook. */
function namesOf({ with: values, plan, step }: StepContext): readonly string[] {
  const named = textList(values, 'of', 'the id of a step');
  if (named.length > 0) return [...new Set(named)];
  return ancestorsOf(plan, step.id)
    .filter((one) => one.id.startsWith(step.scope) && answersOf(one).length > 0)
    .map(({ id }) => id.slice(step.scope.length));
}

/** [] for a step that was skipped: it asked nothing. */
function countedOf(name: string, worth: Points, { state, step: { scope } }: StepContext): readonly Counted[] {
  const step = state.steps.get(scope + name);
  const [spec] = step === undefined ? [] : answersOf(step.plan);
  if (step === undefined || spec === undefined) throw badValue('of', name, 'a step whose evidence has choices');
  if (step.state === 'skipped') return [];
  const most = Math.max(...spec.choices.map((choice) => pointsFor(choice, worth)));
  const answer = step.outputs[spec.id];
  if (!isText(answer)) return [{ step: name, answer: null, points: 0, of: most }];
  return [{ step: name, answer, points: pointsFor(answer, worth), of: most }];
}

function pointsFor(choice: string, worth: Points): number {
  const points = worth[choice];
  if (points === undefined) throw badValue(`points.${choice}`, points, 'there, as it can be answered');
  return points;
}

function gapOf({ step, answer, points }: Counted, todos: ReadonlyMap<string, LocalText>): JsonObject {
  const todo = todos.get(step);
  return { step, answer, points, todo: todo === undefined ? null : { ...todo } };
}

function todosOf({ gaps = {} }: JsonObject): ReadonlyMap<string, LocalText> {
  if (!isJsonObject(gaps)) throw badValue('gaps', gaps, 'steps, each with what to do');
  return new Map(Object.entries(gaps).map(([step, said]) => [step, todoOf(said, step)]));
}

/** In one language alone it is the same in the other. */
function todoOf(said: JsonValue | undefined, step: string): LocalText {
  if (isText(said)) return { de: said, en: said };
  const { de, en } = isJsonObject(said) ? said : {};
  const [german, english] = [de ?? en, en ?? de];
  if (isText(german) && isText(english)) return { de: german, en: english };
  throw badValue(`gaps.${step}`, said, 'what to do, as a text or as {en: …, de: …}');
}

/** Counts answers. Outputs: `{points, of, percent, pass, passed, gaps: [{step, answer, points, todo}]}`, see `Score`. */
export const scoreStep: StepType = {
  name: 'score',
  nature: 'looks',
  byHandBecause: null,
  isIdempotent: () => true,
  target: ({ of }) => {
    const count = Array.isArray(of) ? of.length : typeof of === 'string' ? 1 : 0;
    if (count === 0) return 'all answers before it';
    return count === 1 ? 'one answer' : `${count} answers`;
  },
  execute: execution(() => true, execute),
};
