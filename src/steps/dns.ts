import { domainToASCII } from 'node:url';
import type { JsonObject } from '../model/playbook/json.ts';
import type { ProbeResult, StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { askNameServer, normalRecord, type Question, recordTypes } from './names/ask-name-server.ts';
import { looking } from './results/looked.ts';
import { execution, failed, succeeded } from './results/step-result.ts';
import { oneLine } from './values/one-line.ts';
import { badValue, choice, isText, optionalText, textList, textValue } from './values/step-values.ts';

function questionOf(values: JsonObject): Question {
  const type = choice(values, 'type', recordTypes, 'A');
  const expected = textList(values, 'expect', '"absent", or the values of the records');
  if (expected.length === 0) throw badValue('expect', values.expect, '"absent", or the values of the records');
  const isAbsent = expected.includes('absent');
  if (isAbsent && expected.length > 1) throw badValue('expect', values.expect, '"absent" alone, or values');
  return {
    name: hostName(values),
    type,
    expected: isAbsent ? null : expected.map((value) => normalRecord(value, type)),
    server: optionalText(values, 'server', 'a name server'),
  };
}

/** `_dmarc.example.org` is one as well, and `münchen.example` is asked for as name servers know it. */
function hostName(values: JsonObject): string {
  const wanted = 'a host name such as www.example.org';
  const name = textValue(values, 'name', wanted).trim().replace(/\.$/, '');
  const ascii = /^[\w.-]+$/.test(name) ? name.toLowerCase() : domainToASCII(name);
  if (ascii !== '' && !ascii.startsWith('.')) return ascii;
  throw badValue('name', name, wanted);
}

/**
 * Of TXT records others may stand beside those expected, as many things are proved by them; of all other types there may
 * be none but those.
 */
function judge({ name, type, expected }: Question, records: readonly string[]): ProbeResult {
  const found = records.length === 0 ? `${name} has no ${type} record` : `${name} has ${type} ${records.join(', ')}`;
  if (expected === null) return { says: records.length === 0 ? 'done' : 'not-done', because: oneLine(`${found}.`) };
  const isThere = expected.every((value) => records.includes(value));
  const isOnly = type === 'TXT' || records.every((value) => expected.includes(value));
  if (isThere && isOnly) return { says: 'done', because: oneLine(`${found}, as expected.`) };
  return { says: 'not-done', because: oneLine(`${found}; expected is ${expected.join(', ')}.`) };
}

async function execute({ with: values, signal }: StepContext): Promise<StepResult> {
  const question = questionOf(values);
  const records = await askNameServer(question, signal);
  const { says, because } = judge(question, records);
  if (says === 'done') return succeeded({ name: question.name, type: question.type, records });
  return failed('dns.unexpected', because, {
    hint: 'Name servers keep old answers for a while; with retry it is asked again.',
    isRetryable: true,
  });
}

async function probe({ with: values, signal }: StepContext): Promise<ProbeResult> {
  const question = questionOf(values);
  return judge(question, await askNameServer(question, signal));
}

/** What name servers say of a name. No answer is never taken for no record. Outputs: `{name, type, records}`. */
export const dnsStep: StepType = {
  name: 'dns',
  nature: 'looks',
  byHandBecause: null,
  isIdempotent: () => true,
  target: ({ name, type }) => oneLine(`${isText(type) ? type : 'A'} ${isText(name) ? name : ''}`),
  execute: execution(() => true, execute),
  probe: looking(probe),
};
