import { isJsonObject, type JsonObject, type JsonValue } from '../../model/playbook/json.ts';
import { badValue, choice, durationMs, isText, textMap, textValue } from '../values/step-values.ts';
import type { Expectation } from './judge-answer.ts';
import { type RequestMethod, requestMethods, type StepRequest } from './send-request.ts';

export function methodOf(values: JsonObject): RequestMethod {
  const { method } = values;
  return choice({ method: isText(method) ? method.toUpperCase() : (method ?? null) }, 'method', requestMethods, 'GET');
}

export function changesNothing(method: RequestMethod): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * `{method, url, headers, body, timeout}`. What changes something carries `key`, by which whoever receives it can know that
 * they have seen it before. A body that is no text is sent as JSON.
 * @see draft-ietf-httpapi-idempotency-key-header
 * @throws KnownError `step.bad-value`
 */
export function requestOf(values: JsonObject, key: string, reveal: (text: string) => string): StepRequest {
  const method = methodOf(values);
  const isSafe = changesNothing(method);
  const { body: given = null } = values;
  if (given !== null && isSafe) throw badValue('body', given, `left out, as ${method} has none`);
  return {
    method,
    url: textValue(values, 'url', 'a web address'),
    headers: {
      ...(given === null || typeof given === 'string' ? {} : { 'content-type': 'application/json' }),
      ...textMap(values, 'headers', 'names with texts'),
      ...(isSafe ? {} : { 'Idempotency-Key': key }),
    },
    body: bodyText(given, reveal),
    timeoutMs: durationMs(values, 'timeout', '30s'),
  };
}

/** Secrets are put in before it is written as JSON, which may write them otherwise. */
function bodyText(body: JsonValue, reveal: (text: string) => string): string | null {
  if (body === null) return null;
  return typeof body === 'string' ? reveal(body) : JSON.stringify(body, (_, one) => (isText(one) ? reveal(one) : one));
}

/**
 * `gone`, a status, or `{status, redirect, text}`; nothing: any status from 200 to 299.
 * @throws KnownError `step.bad-value`
 */
export function expectationOf(values: JsonObject): Expectation {
  const { expect = null } = values;
  if (expect === 'gone') return 'gone';
  if (expect === null || typeof expect === 'number' || Array.isArray(expect)) {
    return { statuses: statusesOf(expect), redirect: null, text: null };
  }
  const known =
    isJsonObject(expect) && Object.keys(expect).every((key) => ['status', 'redirect', 'text'].includes(key));
  // Whoever misspells what they expect must not be told that it is so.
  if (!known) throw badValue('expect', expect, '"gone", a status, or keys of status, redirect and text');
  const { redirect = null, text = null, status = null } = expect;
  if (redirect !== null && !(isText(redirect) && URL.canParse(redirect))) {
    throw badValue('expect.redirect', redirect, 'a whole address');
  }
  if (text !== null && !isText(text)) throw badValue('expect.text', text, 'some text');
  if (text !== null && methodOf(values) === 'HEAD') throw badValue('method', 'HEAD', 'GET where a text is expected');
  return { statuses: statusesOf(status), redirect, text };
}

function statusesOf(status: JsonValue): readonly number[] | null {
  if (status === null) return null;
  const list: readonly JsonValue[] = Array.isArray(status) ? status : [status];
  const isStatus = (one: JsonValue): one is number => Number.isInteger(one) && Number(one) >= 100 && Number(one) < 600;
  if (list.length > 0 && list.every(isStatus)) return list;
  throw badValue('expect.status', status, 'a status such as 301, or a list of them');
}
