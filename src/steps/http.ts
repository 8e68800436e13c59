import { KnownError } from '../base/known-error.ts';
import type { JsonObject } from '../model/playbook/json.ts';
import type { ProbeResult, StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { judgeAnswer } from './requests/judge-answer.ts';
import { changesNothing, expectationOf, methodOf, requestOf } from './requests/request-values.ts';
import { type StepAnswer, sendRequest } from './requests/send-request.ts';
import { cannotTell, looking } from './results/looked.ts';
import { execution, failed, failedBy, succeeded } from './results/step-result.ts';
import { hiderOf } from './secrets/hide-secrets.ts';
import { oneLine } from './values/one-line.ts';
import { isText, yesOrNo } from './values/step-values.ts';

/** Only what the person says is idempotent is, of what changes something. */
function isIdempotent(values: JsonObject): boolean {
  const { method = 'GET' } = values;
  return (isText(method) && /^(get|head)$/i.test(method)) || values.idempotent === true;
}

/** What is in the outputs and in every sentence is what came back, with the secrets taken out of it again. */
async function ask(context: StepContext): Promise<{ answer: StepAnswer; judged: ProbeResult }> {
  const { with: values, reveal, signal, key } = context;
  const request = requestOf(values, key, reveal);
  const expected = expectationOf(values);
  const { hide } = hiderOf(values, reveal);
  const meant = expected === 'gone' ? expected : revealed(expected, reveal);
  const answer = await sendRequest(request, reveal, signal);
  const { says, because } = judgeAnswer(answer, meant, request.url);
  const location = answer.location === null ? null : hide(answer.location);
  return { answer: { ...answer, location }, judged: { says, because: oneLine(hide(because)) } };
}

function revealed<Wanted extends { readonly redirect: string | null; readonly text: string | null }>(
  wanted: Wanted,
  reveal: (text: string) => string,
): Wanted {
  const { redirect, text } = wanted;
  return { ...wanted, redirect: redirect && reveal(redirect), text: text && reveal(text) };
}

async function execute(context: StepContext): Promise<StepResult> {
  const { with: values, signal } = context;
  yesOrNo(values, 'idempotent');
  const mayRepeat = isIdempotent(values);
  try {
    const { answer, judged } = await ask(context);
    const { status, location, sha256 } = answer;
    if (judged.says === 'done') return succeeded({ status, location, sha256 });
    const code = judged.says === 'not-done' ? 'http.unexpected' : 'http.cannot-tell';
    const isRetryable = mayRepeat && (changesNothing(methodOf(values)) || judged.says === 'cannot-tell');
    return failed(code, judged.because, { isRetryable });
  } catch (error) {
    if (signal.aborted || mayRepeat || !(error instanceof KnownError) || error.exitCode !== 1) throw error;
    const hint = 'Nothing says whether it arrived: look there before it is sent again.';
    return failedBy(new KnownError(error.code, error.message, { hint, cause: error, exitCode: 2 }));
  }
}

async function probe(context: StepContext): Promise<ProbeResult> {
  const method = methodOf(context.with);
  if (!changesNothing(method)) return cannotTell(`${method} may change something, so it cannot be used to look.`);
  return (await ask(context)).judged;
}

/**
 * One request, and what its answer has to be. Nothing is followed. Outputs: `{status, location, sha256}` of the decoded body,
 * `sha256` being null for one of more than 4 MB.
 */
export const httpStep: StepType = {
  name: 'http',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent,
  target: ({ method, url }) => oneLine(`${isText(method) ? method.toUpperCase() : 'GET'} ${withoutPassword(url)}`),
  execute: execution(isIdempotent, execute),
  probe: looking(probe),
};

function withoutPassword(url: unknown): string {
  return typeof url === 'string' ? url.replace(/^([a-z]+:\/\/[^/@:]*):[^/@]*@/i, '$1:…@') : '';
}
