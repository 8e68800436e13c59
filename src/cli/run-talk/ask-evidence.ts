import { KnownError } from '../../base/known-error.ts';
import { plainLine } from '../../base/text-columns.ts';
import type { EvidenceKind, EvidenceSpec } from '../../model/playbook/playbook.ts';
import type { EvidenceInput } from '../../model/run/run-requests.ts';
import type { StepView } from '../../model/run/run-view.ts';
import type { Ask } from '../ask.ts';
import { type EvidencePlace, readValue } from '../read-evidence.ts';

const kindWords: Readonly<Record<EvidenceKind, string>> = { file: 'a file', url: 'an address', text: 'a text' };

/** Asks for each piece of evidence that a step wants and has not. undefined: later. */
export async function askEvidence(
  { evidenceWanted, evidence, attempt }: StepView,
  ask: Ask,
  place: EvidencePlace,
): Promise<readonly EvidenceInput[] | undefined> {
  // What was handed in for an earlier attempt shows nothing of this one.
  const ofThis = evidence.filter((one) => one.attempt === null || one.attempt >= attempt);
  const has = new Set(ofThis.map(({ id }) => id));
  const handedIn: EvidenceInput[] = [];
  for (const wanted of evidenceWanted.filter(({ id }) => !has.has(id))) {
    const answer = await askOne(wanted, ask, place);
    if (answer === 'later') return undefined;
    if (answer !== 'none') handedIn.push(answer);
  }
  return handedIn;
}

type Answered = EvidenceInput | 'none' | 'later';

/** One of what the playbook offers. A word of its own is never taken for ours. */
async function askChoice({ id, required, description, choices }: EvidenceSpec & Chosen, ask: Ask): Promise<Answered> {
  const says = description === null ? '' : `: ${plainLine(description.en)}`;
  const own = [
    ...(required ? [] : [{ key: 'none', says: 'leave it open' }]),
    { key: 'later', says: 'leave the step for now' },
  ].filter(({ key }) => !choices.some((choice) => choice.toLowerCase() === key));
  const answer = await ask.choice(`Answer ${id}${says}`, [...choices.map((key) => ({ key, says: '' })), ...own]);
  if (answer === undefined) return 'later';
  const [word] = own.filter(({ key }) => key === answer);
  if (word !== undefined) return word.key === 'none' ? 'none' : 'later';
  return { id, kind: 'text', value: answer };
}

type Chosen = { readonly choices: readonly string[] };

async function askOne(wanted: EvidenceSpec, ask: Ask, place: EvidencePlace): Promise<Answered> {
  if (wanted.choices !== undefined) return askChoice({ ...wanted, choices: wanted.choices }, ask);
  ask.show(describeWanted(wanted));
  for (;;) {
    const answer = await ask.question(`${wanted.id}: `);
    if (answer === undefined || answer.toLowerCase() === 'later') return 'later';
    if (answer === '' && !wanted.required) return 'none';
    const read =
      answer === '' ? 'This one is needed. Type later to leave the step for now.' : readAnswer(answer, wanted, place);
    if (typeof read !== 'string') return read;
    ask.show(read);
  }
}

function describeWanted({ id, kind, required, description }: EvidenceSpec): string {
  const what = kind === null ? 'a file, an address or a text' : kindWords[kind];
  const says = description === null ? '' : `: ${plainLine(description.en)}`;
  return `Evidence ${id}, ${what}${required ? '' : '; Enter for none'}${says}`;
}

/** The evidence, or what is wrong with it. */
function readAnswer(answer: string, { id, kind }: EvidenceSpec, place: EvidencePlace): EvidenceInput | string {
  if (kind === 'text') return { id, kind, value: answer.replace(/^text:\s*/i, '') };
  try {
    const value = readValue(asPath(answer, place), place);
    if (kind === null || value.kind === kind) return { id, ...value };
    return `That is ${kindWords[value.kind]}, and ${kindWords[kind]} is wanted.`;
  } catch (error) {
    if (error instanceof KnownError) return `${error.message} ${error.hint ?? ''}`.trimEnd();
    throw error;
  }
}

/** A file that is drawn into a terminal comes in quotes, or with a backslash before each space. */
function asPath(answer: string, { look }: EvidencePlace): string {
  const [, quoted] = /^'(.*)'$/.exec(answer) ?? /^"(.*)"$/.exec(answer) ?? [];
  if (quoted !== undefined) return quoted;
  const plain = answer.replace(/\\(.)/g, '$1');
  return plain !== answer && look(plain) === 'file' ? plain : answer;
}
