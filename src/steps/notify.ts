import { KnownError } from '../base/known-error.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/playbook/json.ts';
import type { PortPerson, StepPorts } from '../model/run/step-ports.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { sendMail } from './mail/send-mail.ts';
import { requestOf } from './requests/request-values.ts';
import { sendRequest } from './requests/send-request.ts';
import { execution, failed, succeeded } from './results/step-result.ts';
import { oneLine } from './values/one-line.ts';
import { badValue, isText, textList, textValue } from './values/step-values.ts';

interface Reader extends PortPerson {
  readonly email: string;
}

/** Everybody once, with an address; nobody is told before all can be. */
function readersOf(values: JsonObject, ports: StepPorts): readonly Reader[] {
  const names = textList(values, 'to', 'people or roles');
  if (names.length === 0) throw badValue('to', values.to, 'people or roles');
  const people = new Map<string, PortPerson>();
  for (const name of names) {
    const found = ports.people(name);
    if (found.length === 0) throw nobody(name);
    for (const person of found) people.set(person.id, person);
  }
  const all = [...people.values()];
  const missing = all.filter(({ email }) => email === null).map(({ id }) => id);
  if (missing.length === 0) return all.filter((one): one is Reader => one.email !== null);
  throw new KnownError('notify.no-address', `Nobody was told: there is no e-mail address for ${missing.join(', ')}.`, {
    hint: 'Add email to them under people: in lastpost.yaml.',
    exitCode: 2,
  });
}

function nobody(role: string): KnownError {
  return new KnownError('notify.nobody', `Nobody was told: at this moment nobody is there who is "${role}".`, {
    hint: 'Give the role to somebody under people: in lastpost.yaml, or name a delegate for who is absent.',
    exitCode: 2,
  });
}

async function mail({ with: values, ports, key, now, signal }: StepContext): Promise<StepResult> {
  const { mail: settings } = ports;
  const [subject, text] = [bothLanguages(values, 'subject', ' / '), bothLanguages(values, 'text', '\n\n— — —\n\n')];
  if (settings === null) {
    return failed('notify.no-mail-server', 'Nobody was told: lastpost.yaml names no mail server.', {
      hint: 'Add mail: {url: "smtps://user@host", from: …, password: env:NAME} to it, or tell a webhook.',
    });
  }
  const readers = readersOf(values, ports);
  const to = readers.map(({ name, email }) => ({ name, address: email }));
  const { messageId, rejected } = await sendMail(settings, { to, subject, text, key, at: now() }, signal);
  if (rejected.length === 0) return succeeded({ told: readers.map(({ id }) => id), message_id: messageId });
  const refused = readers.filter(({ email }) => rejected.includes(email)).map(({ id }) => id);
  return failed('notify.refused', `The mail server did not take the addresses of ${refused.join(', ')}.`, {
    hint: 'The others were told. At another attempt they get the same mail again, which most mailboxes show once.',
    isRetryable: true,
  });
}

/** A text as it is; one in both languages has both in it, German first. */
function bothLanguages(values: JsonObject, name: string, between: string): string {
  const value = values[name];
  if (!isJsonObject(value)) return textValue(values, name);
  const parts = [value.de, value.en].filter(isText);
  if (parts.length === 0) throw badValue(name, value, 'some text');
  return [...new Set(parts)].join(between);
}

async function webhook({ with: values, run, step, key, plan, reveal, signal }: StepContext): Promise<StepResult> {
  const url = textValue(values, 'webhook', 'a web address');
  const usual: JsonValue = { run, playbook: plan.playbook, step: step.id };
  const { json = usual } = values;
  // A body that is a text would be sent as it is; here it is a text of JSON.
  const body = typeof json === 'object' && json !== null ? json : JSON.stringify(json);
  const headers = { 'content-type': 'application/json' };
  const { status } = await sendRequest(requestOf({ method: 'POST', url, headers, body }, key, reveal), reveal, signal);
  if (status >= 200 && status < 300) return succeeded({ told: [], status });
  return failed('notify.refused', `${oneLine(url)} answered ${status}; nobody knows whether anybody was told.`, {
    hint: 'Look what the service says about the webhook.',
    isRetryable: status === 429 || status >= 500,
  });
}

async function execute(context: StepContext): Promise<StepResult> {
  return context.with.webhook === undefined ? mail(context) : webhook(context);
}

function target({ to, webhook: url }: JsonObject): string {
  if (isText(url)) return oneLine(`POST ${url}`);
  return oneLine(`mail to ${(Array.isArray(to) ? to : [to ?? '']).join(', ')}`);
}

/**
 * Tells people by mail, or a service by a webhook. At least once: after an interruption it may come a second time, with the
 * same Message-ID or Idempotency-Key. Outputs: `{told, message_id}`, or `{told: [], status}`.
 */
export const notifyStep: StepType = {
  name: 'notify',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent: () => true,
  target,
  execute: execution(() => true, execute),
};
