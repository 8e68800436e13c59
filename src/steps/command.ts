import { resolve, sep } from 'node:path';
import type { JsonObject, JsonValue } from '../model/playbook/json.ts';
import type { ProbeResult, StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { type EndedProgram, type Program, runProgram } from './processes/run-program.ts';
import { cannotTell, looking } from './results/looked.ts';
import { execution, failed, succeeded } from './results/step-result.ts';
import { timeIsUp, withinTime } from './results/within-time.ts';
import { hiderOf } from './secrets/hide-secrets.ts';
import { oneLine } from './values/one-line.ts';
import { badValue, durationMs, isText, optionalText, textMap, textValue, yesOrNo } from './values/step-values.ts';

/** The last words of a program that failed, for the sentence that says so. */
const LAST_WORDS = 120;

interface Ended extends EndedProgram {
  readonly seconds: number;
}

function programOf({ with: values, ports, reveal }: StepContext): Program {
  const name = textValue(values, 'run', 'the name of a program');
  const environment = Object.entries(textMap(values, 'env', 'names with their values'));
  return {
    file: reveal(name),
    args: argsOf(values).map(reveal),
    folder: folderOf(values, ports.folder),
    environment: {
      ...ports.environment,
      ...Object.fromEntries(environment.map(([key, value]) => [key, reveal(value)])),
    },
    name: oneLine(name),
  };
}

function argsOf({ args = [] }: JsonObject): readonly string[] {
  if (!Array.isArray(args)) throw badValue('args', args, 'a list of arguments');
  return args.map((one: JsonValue, at) => {
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return String(one);
    throw badValue(`args[${at}]`, one, 'some text');
  });
}

function folderOf(values: JsonObject, workspace: string): string {
  const below = optionalText(values, 'folder', 'a folder of the workspace');
  if (below === null) return workspace;
  const folder = resolve(workspace, below);
  if (folder === workspace || folder.startsWith(workspace + sep)) return folder;
  throw badValue('folder', below, 'a folder below that of the workspace');
}

function exitsOf({ expect_exit = 0 }: JsonObject): readonly number[] {
  const list: readonly JsonValue[] = Array.isArray(expect_exit) ? expect_exit : [expect_exit];
  const isExit = (one: JsonValue): one is number => Number.isInteger(one) && Number(one) >= 0 && Number(one) <= 255;
  if (list.length > 0 && list.every(isExit)) return list;
  throw badValue('expect_exit', expect_exit, 'an exit code from 0 to 255, or a list of them');
}

/** @returns `timeIsUp` when it took longer than it may; all of it has ended by then */
async function run(context: StepContext): Promise<Ended | typeof timeIsUp> {
  const { with: values, reveal, signal } = context;
  const program = programOf(context);
  const hider = hiderOf(values, reveal);
  const began = performance.now();
  const ended = await withinTime(signal, durationMs(values, 'timeout', '10m'), (until) =>
    runProgram(program, hider, until),
  );
  if (ended === timeIsUp) return ended;
  return { ...ended, seconds: Math.round((performance.now() - began) / 100) / 10 };
}

function isIdempotent({ idempotent }: JsonObject): boolean {
  return idempotent === true;
}

async function execute(context: StepContext): Promise<StepResult> {
  const { with: values } = context;
  const isRetryable = yesOrNo(values, 'idempotent');
  const wanted = exitsOf(values);
  const ended = await run(context);
  if (ended === timeIsUp) {
    const message = `${target(values)} ran longer than ${values.timeout ?? '10m'} and was ended.`;
    return failed('command.timeout', message, {
      isRetryable,
      hint: 'Give it more with timeout, or look why it hangs.',
    });
  }
  const { exit, endedBy, stdout, stderr, seconds } = ended;
  const [out, err] = [stdout.ends(), stderr.ends()];
  if (exit === null || !wanted.includes(exit)) {
    const how = exit === null ? `was ended by ${endedBy}` : `ended with ${exit}, not with ${wanted.join(' or ')}`;
    const words = (err.tail.trim() || out.tail.trim()).slice(-LAST_WORDS).replace(/^[\udc00-\udfff]/, '');
    const last = words === '' ? 'It wrote nothing.' : `Its last words: ${oneLine(words)}`;
    return failed('command.failed', `${target(values)} ${how}. ${last}`, { isRetryable });
  }
  return succeeded({
    exit,
    stdout_head: out.head,
    stdout_tail: out.tail,
    stderr_head: err.head,
    stderr_tail: err.tail,
    seconds,
    sha256: stdout.sha256(),
  });
}

async function probe(context: StepContext): Promise<ProbeResult> {
  const { with: values } = context;
  const ended = await run(context);
  if (ended === timeIsUp) return cannotTell(`${target(values)} gave no answer in time.`);
  const { exit, endedBy } = ended;
  const because = `${target(values)} ${exit === null ? `was ended by ${endedBy}` : `ended with ${exit}`}.`;
  if (exit === 0) return { says: 'done', because };
  return exit === 1 ? { says: 'not-done', because } : cannotTell(because);
}

function target({ run: program, args }: JsonObject): string {
  const words = [program, ...(Array.isArray(args) ? args : [])].map((word) => String(word ?? ''));
  return oneLine(words.map((word) => (isText(word) && !/\s/.test(word) ? word : JSON.stringify(word))).join(' '));
}

/**
 * Runs a program, without a shell, in the workspace's folder, with the environment the step gives it and PATH, HOME and LANG.
 * Outputs: `{exit, stdout_head, stdout_tail, stderr_head, stderr_tail, seconds, sha256}`: the first and the last 8,000
 * characters (the head is empty where the tail has all), secrets taken out, and the digest of the whole standard output.
 * As a probe, 0 is done and 1 is not; everything else cannot tell.
 */
export const commandStep: StepType = {
  name: 'command',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent,
  target,
  execute: execution(isIdempotent, execute),
  probe: looking(probe),
};
