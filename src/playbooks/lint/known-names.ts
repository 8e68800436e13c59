import { runFacts } from '../../model/run/names-for.ts';
import { rootNames } from '../expressions/look-up.ts';
import { error, type FilePath, type Remark, warning } from '../remark.ts';
import { factRemark } from './fact-names.ts';
import type { LintSubject } from './lint-subject.ts';
import { type InFile, missing } from './missing-name.ts';

/** From where names are looked at. */
export interface NamesSeen {
  readonly subject: LintSubject;
  /** The step in which they stand; null outside of steps. */
  readonly step: string | null;
  /**
   * Which steps may be named: those that are done by then. `beside`: those that may be done while this one waits. `none` where
   * only inputs are known.
   */
  readonly steps: 'before' | 'before-and-own' | 'beside' | 'all' | 'none';
}

/** What is wrong with one name, or undefined. */
export function nameRemark(words: readonly string[], path: FilePath, seen: NamesSeen): Remark | undefined {
  const [root = '', second] = words.map((word) => word.toLowerCase());
  const { inputs, secrets } = seen.subject.playbook;
  const inFile = { path, words: words.join('.') };
  if (root === 'inputs')
    return second === undefined ? undefined : missing('input', second, Object.keys(inputs), inFile);
  if (root === 'secrets') {
    return second === undefined ? undefined : missing('secret', second, Object.keys(secrets), inFile);
  }
  if (root === 'facts') return factRemark(words.slice(1), inFile, seen.subject);
  if (root === 'channels') return channelRemark(second, inFile);
  if (root === 'run') return runRemark(second, inFile, seen);
  if (root === 'steps') {
    return second === undefined
      ? undefined
      : (stepRemark(second, inFile, seen) ?? outputRemark(words.slice(1), inFile, seen));
  }
  return bareRemark([root, ...words.slice(1)], inFile, seen);
}

function runRemark(fact: string | undefined, inFile: InFile, { steps }: NamesSeen): Remark | undefined {
  if (steps === 'none') {
    const message = 'The run is named where only inputs are known: there is none yet.';
    return error('not-before', inFile.path, message, 'Use inputs here.', { words: inFile.words });
  }
  return fact === undefined ? undefined : missing('fact of the run', fact, runFacts, inFile);
}

/** Which channels there are, only the workspace of a run knows. */
function channelRemark(name: string | undefined, { path, words }: InFile): Remark | undefined {
  if (name === undefined) return undefined;
  const message = `A channel is named by its id, ${name}, which another workspace need not have.`;
  const fix = 'Make it an input of type channel: channels[inputs.channel].';
  return warning('channel-by-name', path, message, fix, { words });
}

function bareRemark(names: readonly string[], inFile: InFile, seen: NamesSeen): Remark | undefined {
  const { path, words } = inFile;
  const [root = ''] = names;
  const inputs = Object.keys(seen.subject.playbook.inputs);
  const steps = stepNames(seen.subject);
  const isInput = inputs.includes(root);
  if (isInput && steps.includes(root)) {
    const fix = `Write inputs.${root} or steps.${root}.`;
    return error('ambiguous-name', path, `"${root}" is an input and a step as well.`, fix, { words });
  }
  if (isInput) return undefined;
  if (steps.includes(root)) return stepRemark(root, inFile, seen) ?? outputRemark(names, inFile, seen);
  return missing('name', root, [...inputs, ...steps, ...rootNames], inFile);
}

function stepRemark(name: string, { path, words }: InFile, { subject, step, steps }: NamesSeen): Remark | undefined {
  const wrong = missing('step', name, stepNames(subject), { path, words });
  if (wrong !== undefined || steps === 'all') return wrong;
  if (steps === 'none') {
    const message = `The step "${name}" is named where only inputs are known: it is worked out when the run starts.`;
    return error('not-before', path, message, 'Use inputs here.', { words });
  }
  const { id } = subject.playbook.steps.find((one) => one.id === name || one.register === name) ?? { id: name };
  const isOwn = id === step;
  if ((isOwn && steps === 'before-and-own') || (!isOwn && subject.graph.ancestors(step ?? '').has(id)))
    return undefined;
  if (isOwn) {
    const message = `The step "${name}" names itself before it is done.`;
    return error('not-before', path, message, 'Use what comes before it.', { words });
  }
  if (subject.graph.ancestors(id).has(step ?? '')) {
    const message = `The step "${step}" names "${name}", which comes after it.`;
    return error('not-before', path, message, 'Use what comes before it.', { words });
  }
  if (steps === 'beside') return undefined;
  const message = `The step "${step}" names "${name}", which need not be done by then.`;
  return error('not-before', path, message, `Let "${step}" need "${id}".`, { words });
}

/** What a used playbook gives is known from its file; what other steps bring is known in the run. */
function outputRemark(
  [step = '', first, second]: readonly string[],
  inFile: InFile,
  seen: NamesSeen,
): Remark | undefined {
  const { playbook, resolved } = seen.subject;
  const { id } = playbook.steps.find((one) => one.id === step || one.register === step) ?? { id: step };
  const outputs = resolved.uses.get(id)?.playbook.outputs;
  if (outputs === undefined || first !== 'outputs' || second === undefined) return undefined;
  return missing('output', second, Object.keys(outputs), inFile);
}

function stepNames({ playbook }: LintSubject): readonly string[] {
  return playbook.steps.flatMap(({ id, register }) => (register === null ? [id] : [id, register]));
}
