import { plainLine } from '../base/text-columns.ts';
import type { JsonObject } from '../model/playbook/json.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import { formatTime } from './format.ts';
import type { Style } from './style.ts';

/** One entry on one line: number, time, who, which step, and what happened. */
export function describeEntry(entry: JournalEntry, style: Style): string {
  const { seq, at, by, step, attempt } = entry;
  const about = step === null ? '' : `${style.bold(step)}${attempt !== null && attempt > 1 ? ` #${attempt}` : ''}: `;
  const who = by.person ?? `${by.host}/${by.pid}`;
  return [String(seq).padStart(4), formatTime(at), plainLine(who), `${about}${plainLine(whatHappened(entry))}`].join(
    '  ',
  );
}

function whatHappened(entry: JournalEntry): string {
  return ofRun(entry) ?? ofStep(entry) ?? ofPeople(entry) ?? entry.type;
}

function ofRun(entry: JournalEntry): string | undefined {
  switch (entry.type) {
    case 'run.started':
      return `run started: ${entry.body.plan.playbook} ${entry.body.plan.version}${inputsText(entry.body.plan.inputs)}`;
    case 'run.paused':
      return `run paused: ${entry.body.reason}`;
    case 'run.resumed':
      return `run resumed: ${entry.body.reason}`;
    case 'run.cancelled':
      return `run cancelled${entry.body.rollback ? ', with what was done to be rolled back' : ''}: ${entry.body.reason}`;
    case 'run.amended':
      return `run amended: ${entry.body.reason}`;
    case 'run.ended':
      return `run ended: ${entry.body.state}${colon(entry.body.reason)}`;
    case 'lease.taken':
      return `taken up by ${entry.body.holder}${entry.body.before === null ? '' : `, from ${entry.body.before}`}`;
    case 'clock.jumped':
      return `the clock jumped from ${formatTime(entry.body.from)} to ${formatTime(entry.body.to)}`;
    default:
      return undefined;
  }
}

function ofStep(entry: JournalEntry): string | undefined {
  switch (entry.type) {
    case 'step.skipped':
      return `skipped: ${entry.body.reason}`;
    case 'step.intent':
      return intentText(entry.body);
    case 'step.outcome':
      return `${entry.body.result} (${entry.body.via})${colon(entry.body.error?.message ?? entry.body.note)}`;
    case 'step.in-doubt':
      return `in doubt: ${entry.body.reason}`;
    case 'step.resolved':
      return `resolved as ${entry.body.decision}: ${entry.body.reason}`;
    case 'step.reopened':
      return `to be tried again: ${entry.body.reason}`;
    case 'step.released':
      return 'released again after the clock jumped';
    case 'compensation.intent':
      return `is to be undone: ${entry.body.target}`;
    case 'compensation.outcome':
      return `undone: ${entry.body.result}${colon(entry.body.error?.message ?? entry.body.note)}`;
    case 'timer.set':
      return `timer ${entry.body.timer} set for ${formatTime(entry.body.dueAt)}`;
    case 'timer.fired':
      return `timer ${entry.body.timer} has come (${formatTime(entry.body.dueAt)})`;
    default:
      return undefined;
  }
}

function ofPeople(entry: JournalEntry): string | undefined {
  switch (entry.type) {
    case 'approval.given':
      return `approved as ${entry.body.roles.join(', ')}${instead(entry.body.insteadOf)}${colon(entry.body.comment)}`;
    case 'approval.rejected':
      return `rejected as ${entry.body.roles.join(', ')}${instead(entry.body.insteadOf)}${colon(entry.body.comment)}`;
    case 'approval.voided':
      return `approvals void, as this changed: ${entry.body.changed.join(', ')}`;
    case 'evidence.added':
      return `evidence ${entry.body.id ?? entry.body.kind}: ${entry.body.name} (${entry.body.sha256})`;
    case 'override.asked':
      return `asked to go through ${entry.body.gates.join(', ')}: ${entry.body.reason}`;
    case 'override.agreed':
      return `agreed to entry ${entry.body.asked}: ${entry.body.reason}`;
    case 'person.told':
      return `told ${entry.body.person} by ${entry.body.how}: ${entry.body.about}`;
    default:
      return undefined;
  }
}

function intentText(body: Extract<JournalEntry, { type: 'step.intent' }>['body']): string {
  const word = body.isByHand ? (body.isIrreversible ? 'released' : 'by hand') : 'begins';
  const nature = body.isIrreversible ? ', irreversible' : '';
  const until = body.deadline === null ? '' : `, until ${formatTime(body.deadline)}`;
  const over = body.overridden.length === 0 ? '' : `, with ${body.overridden.join(', ')} overridden`;
  return `${word}${nature}${until}${over}: ${body.target}`;
}

function inputsText(inputs: JsonObject): string {
  const pairs = Object.entries(inputs).map(([name, value]) => `${name}=${plain(value)}`);
  return pairs.length === 0 ? '' : ` with ${pairs.join(', ')}`;
}

function plain(value: JsonObject[string]): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function instead(person: string | null): string {
  return person === null ? '' : ` instead of ${person}`;
}

function colon(text: string | null | undefined): string {
  return text === null || text === undefined || text === '' ? '' : `: ${text}`;
}
