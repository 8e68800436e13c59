import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { KnownError } from '../base/known-error.ts';
import { factLanguages } from '../model/platform.ts';
import type { EvidenceInput } from '../model/run/run-requests.ts';
import type { ArgumentSpec, CommandContext } from './command-spec.ts';
import { choiceOption, repeated, textOption } from './options.ts';
import { type EvidencePlace, readEvidence } from './read-evidence.ts';

export const asOption = textOption('PERSON', 'who you are: an id of a person in lastpost.yaml; required');

export const langOption = choiceOption(
  factLanguages,
  'the language of what the playbook says',
  'that of --as in lastpost.yaml, else en',
);

/** Of commands that only show: nobody has to say who they are. */
export const readerOption = textOption('PERSON', 'who you are: what the playbook says is shown in your language');

export const becauseOption = textOption('TEXT', 'why; it stays in the journal for ever; required');

export const evidenceOption = repeated(
  textOption(
    '[ID=]FILE|URL|TEXT',
    'what shows that it is done: a file, an address, or a text; file:, url: or text: in front says it outright',
  ),
);

export const textsOption = repeated(
  textOption('[ID=]WORDS', 'a text that shows it, or the answer to a question of the step: --text answer=yes'),
);

export const runArgument: ArgumentSpec = {
  name: 'RUN',
  description: 'id of a run, or its first letters; not needed while only one run has not ended',
  required: false,
};

/** After `runArgument`. It has to be there; commander knows no needed word behind one that may be left out. */
export const stepArgument: ArgumentSpec = {
  name: 'STEP',
  description: 'id of a step, as "run status" shows it; always needed, and taken for the last word',
  required: false,
};

/** @throws KnownError `run.no-person` */
export function requirePerson(person: string | undefined): string {
  if (person !== undefined) return person.trim();
  throw new KnownError('run.no-person', 'It is not said who you are.', {
    hint: 'Add --as PERSON, with an id of a person in lastpost.yaml.',
    exitCode: 2,
  });
}

/** @throws KnownError `run.no-reason` */
export function requireReason(reason: string | undefined): string {
  if (reason !== undefined && /[\p{L}\p{N}]/u.test(reason)) return reason.trim();
  throw new KnownError('run.no-reason', 'It is not said why.', {
    hint: 'Add --because TEXT. It is written into the journal, with your name.',
    exitCode: 2,
  });
}

/** Of `[RUN] WORD`: the last word is the one that is needed. @throws KnownError `usage.missing-argument` */
export function runAndWord(
  args: readonly string[],
  command: string,
  word: string,
): { readonly run: string | undefined; readonly word: string } {
  const last = args.at(-1);
  if (last !== undefined) return { run: args.length > 1 ? args[0] : undefined, word: last };
  throw new KnownError('usage.missing-argument', `"lastpost ${command}" needs <${word}>.`, {
    hint: `See: lastpost ${command} --help`,
    exitCode: 2,
  });
}

/** What `--input` says, as typed. @throws KnownError `usage.bad-value` */
export function readInputs(given: readonly string[]): Readonly<Record<string, string>> {
  const inputs = new Map<string, string>();
  for (const text of given) {
    const [, name, value] = /^([A-Za-z0-9_][A-Za-z0-9_-]*)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      throw badInput(
        `"${text}" is no input.`,
        'Write it like account=brandt, with the name from the playbook in front.',
      );
    }
    if (inputs.has(name)) throw badInput(`The input "${name}" is given twice.`, 'Give each input once.');
    inputs.set(name, value);
  }
  return Object.fromEntries(inputs);
}

function badInput(message: string, hint: string): KnownError {
  return new KnownError('usage.bad-value', message, { hint, exitCode: 2 });
}

/** @throws KnownError as `readEvidence` */
export function readAllEvidence(
  given: readonly string[],
  context: Pick<CommandContext, 'cwd'>,
): readonly EvidenceInput[] {
  const place = evidencePlace(context);
  return given.map((text) => readEvidence(text, place));
}

/** `answer=yes`, or a text that no name stands before. @throws KnownError `evidence.empty` */
export function readTexts(given: readonly string[]): readonly EvidenceInput[] {
  return given.map((text) => {
    const [, id = null, words = text] = /^([A-Za-z0-9_][A-Za-z0-9_-]*)=(.*)$/s.exec(text.trim()) ?? [];
    if (words.trim() !== '') return { id, kind: 'text', value: words.trim() };
    const hint = 'Say it: --text answer=yes';
    throw new KnownError('evidence.empty', `--text "${text}" says nothing.`, { hint, exitCode: 2 });
  });
}

export function evidencePlace({ cwd }: Pick<CommandContext, 'cwd'>): EvidencePlace {
  return { cwd, home: homedir(), look };
}

/** A text can be longer than any name may be, or hold what no name can: then there is no such file. */
function look(path: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

const workspaceErrors = {
  'workspace.not-found': 'there is no lastpost.yaml here or above',
  'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  'ledger.missing': 'the ledger is not there',
  'ledger.locked': 'another process is writing the ledger',
} as const;

/** What every command about a run may meet. */
export const runErrors = {
  'run.unknown': 'no run of the workspace has that id, or begins so',
  'run.ambiguous': 'several runs begin so; give more letters',
  'run.which': 'no run is named, and it is not one alone that has not ended',
  ...workspaceErrors,
} as const;

/** Of `run start`, which is about no run yet. */
export const startErrors = workspaceErrors;

/** What commands may meet by which a person says something about a run. */
export const personErrors = {
  'run.no-person': 'it is not said who you are',
  'person.unknown': 'lastpost.yaml has no such person',
  ...runErrors,
} as const;

/** The same about one of its steps. */
export const stepErrors = {
  'step.unknown': 'the run has no such step; the hint names those it has',
  'run.ended': 'the run has ended; nothing can be added to it',
  'run.paused': 'the run is paused: "run resume" lets it go on',
  'run.stopped': 'the run was cancelled',
  ...personErrors,
} as const;

export const evidenceErrors = {
  'evidence.not-found': 'the evidence looks like a file, and there is none; nothing was recorded',
  'evidence.not-a-file': 'the evidence is a folder',
  'evidence.bad-address': 'the evidence is no whole address',
  'evidence.empty': 'there is nothing in it',
  'evidence.no-choice': 'the step offers answers, and this is none of them; the hint names them',
} as const;
