import { plainLine } from '../../base/text-columns.ts';
import type { LocalText } from '../../model/platform.ts';
import type { JsonValue } from '../../model/playbook/json.ts';
import type { ApprovalSpec, EvidenceSpec, PlaybookStep } from '../../model/playbook/playbook.ts';
import type { PlannedStep } from '../../model/run/run-plan.ts';
import { typeWords } from './draw-words.ts';
import { both, type KnownInputs, readable, readableDate, readableDuration, same, targetOf } from './readable-values.ts';
import type { StepFact } from './step-graph.ts';
import { kindOf } from './step-kind.ts';

type Facts = (step: PlannedStep, inputs: KnownInputs) => readonly StepFact[];

/** Everything that a person should know of a step before it begins, the most important first. */
export function factsOf(step: PlannedStep, inputs: KnownInputs): readonly StepFact[] {
  return all.flatMap((facts) => facts(step, inputs));
}

const does: Facts = (step, inputs) => {
  const { type, uses } = step;
  if (type === 'uses') {
    const says = { en: `all of the playbook ${uses ?? ''}`, de: `der ganze Ablauf ${uses ?? ''}` };
    return [{ name: 'does', text: says }];
  }
  if (type === 'manual' || type === 'approval' || type === 'wait') return [];
  const target = type === 'gate' ? requirements(step.with, inputs) : targetOf(step.with, inputs);
  const words = type === 'http' ? httpWords(step.with) : typeWords[type];
  const text = target === null ? words : both((language) => `${words[language]}: ${target}`);
  return [{ name: 'does', text }];
};

/** A question changes nothing; whatever else is sent may be what ends an account, and has to be seen as that. */
function httpWords({ method = 'GET' }: PlannedStep['with']): LocalText {
  if (method === 'GET' || method === 'HEAD') return { en: 'looks at an address', de: 'prüft eine Adresse' };
  const verb = plainLine(String(method));
  return { en: `sends ${verb} to a server`, de: `schickt ${verb} an einen Server` };
}

/** What a gate asks for, each with the words that the playbook has for it. */
function requirements({ require }: PlannedStep['with'], inputs: KnownInputs): string | null {
  if (!Array.isArray(require)) return null;
  const all = require.flatMap((one: JsonValue) => {
    const that = typeof one === 'object' && one !== null && 'that' in one ? one.that : one;
    return typeof that === 'string' ? [readable(that, inputs)] : [];
  });
  return all.length === 0 ? null : all.join('; ');
}

const by: Facts = ({ type, assignee, approval }) => {
  if (type === 'approval' && approval !== null) return [{ name: 'by', text: approversText(approval) }];
  if (assignee !== null) return [{ name: 'by', text: same(assignee) }];
  return kindOf(type) === 'hand'
    ? [{ name: 'by', text: { en: 'anybody who takes part', de: 'wer immer mitwirkt' } }]
    : [];
};

function approversText({ approvers, minApprovals, eachRole, preventSelfReview }: ApprovalSpec): LocalText {
  const english = approvers.join(eachRole ? ' and ' : ' or ');
  const german = approvers.join(eachRole ? ' und ' : ' oder ');
  const people = minApprovals === 1 ? ['1 person', '1 Person'] : [`${minApprovals} people`, `${minApprovals} Personen`];
  const each = eachRole && approvers.length > 1;
  return {
    en: `${people[0]} of ${english}${each ? ', one of each' : ''}${preventSelfReview ? '; nobody their own work' : ''}`,
    de: `${people[1]} aus ${german}${each ? ', je eine' : ''}${preventSelfReview ? '; niemand die eigene Arbeit' : ''}`,
  };
}

const waits: Facts = ({ wait }, inputs) => {
  if (wait === null) return [];
  const { duration, until, condition } = wait;
  if (duration !== null) return [{ name: 'waits', text: readableDuration(duration, inputs) }];
  if (until !== null) {
    const date = readableDate(until, inputs);
    return [{ name: 'waits', text: both((language) => `${language === 'en' ? 'until' : 'bis'} ${date[language]}`) }];
  }
  const plain = readable(condition ?? '', inputs);
  return [{ name: 'waits', text: { en: `until this is so: ${plain}`, de: `bis das stimmt: ${plain}` } }];
};

const dates: Facts = ({ due, remind, timeout, onTimeout, expires }, inputs) => {
  const facts: StepFact[] = [];
  if (due !== null) facts.push({ name: 'due', text: readableDate(due, inputs) });
  if (remind.length > 0) {
    const texts = remind.map((one) => readableDuration(one, inputs));
    facts.push({
      name: 'reminds',
      text: both((language) => `${texts.map((one) => one[language]).join(', ')} ${before[language]}`),
    });
  }
  if (timeout !== null) {
    const text = readableDuration(timeout, inputs);
    facts.push({ name: 'timeout', text: both((language) => `${text[language]}, ${timeouts[onTimeout][language]}`) });
  }
  if (expires !== null) facts.push({ name: 'expires', text: readableDuration(expires, inputs) });
  return facts;
};

const before = { en: 'before', de: 'vorher' };

const timeouts: Readonly<Record<PlaybookStep['onTimeout'], LocalText>> = {
  fail: { en: 'then it has failed', de: 'dann ist er gescheitert' },
  continue: { en: 'then it goes on', de: 'dann geht es weiter' },
  remind: { en: 'then people are reminded', de: 'dann wird erinnert' },
};

const proof: Facts = ({ confirm, evidence, probe, approval }, inputs) => {
  const facts: StepFact[] = [];
  if (confirm !== null) facts.push({ name: 'confirm', text: same(readable(confirm, inputs)) });
  if (evidence.length > 0) facts.push({ name: 'evidence', text: evidenceText(evidence) });
  if (probe !== null) {
    const target = targetOf(probe.with, inputs);
    facts.push({ name: 'probe', text: same(target === null ? probe.type : `${probe.type} ${target}`) });
  }
  if (approval !== null && approval.binds.length > 0) {
    const names = approval.binds.join(', ');
    const text = { en: `${names}; void if that changes`, de: `${names}; hinfällig, wenn sich das ändert` };
    facts.push({ name: 'approves', text });
  }
  return facts;
};

const kinds = {
  file: { en: 'file', de: 'Datei' },
  url: { en: 'address', de: 'Adresse' },
  text: { en: 'text', de: 'Text' },
} as const;

/** `screenshot (file), ticket (text, if there is one), answer (yes / no)`. */
export function evidenceText(evidence: readonly EvidenceSpec[]): LocalText {
  return both((language) => evidence.map((one) => oneEvidence(one, language)).join(', '));
}

function oneEvidence({ id, kind, required, description, choices }: EvidenceSpec, language: 'en' | 'de'): string {
  const optional = language === 'en' ? 'if there is one' : 'falls vorhanden';
  const what = choices?.join(' / ') ?? (kind === null ? null : kinds[kind][language]);
  const remarks = [...(what === null ? [] : [what]), ...(required ? [] : [optional])];
  return `${description?.[language] ?? id}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
}

const trouble: Facts = ({ retry, conditions, onFailure, compensate }, inputs) => {
  const facts: StepFact[] = [];
  if (retry !== null && retry.maxAttempts > 1) {
    facts.push({ name: 'retry', text: { en: `up to ${retry.maxAttempts}`, de: `bis zu ${retry.maxAttempts}` } });
  }
  if (conditions.length > 0) {
    const plain = conditions.map(({ expression }) => readable(expression, inputs));
    facts.push({
      name: 'condition',
      text: both((language) => plain.join(language === 'en' ? ' and ' : ' und ')),
    });
  }
  if (onFailure !== 'stop') facts.push({ name: 'failure', text: failures[onFailure] });
  if (compensate !== null) {
    const { name, type } = compensate;
    facts.push({ name: 'undo', text: name ?? typeWords[type] });
  }
  return facts;
};

const failures = {
  continue: { en: 'the rest goes on', de: 'geht es trotzdem weiter' },
  compensate: { en: 'what was done is undone', de: 'wird Getanes zurückgenommen' },
} as const;

const all: readonly Facts[] = [does, by, waits, dates, proof, trouble];
