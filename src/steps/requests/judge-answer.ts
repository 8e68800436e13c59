import { isLoginAddress } from '../../model/login-address.ts';
import type { ProbeResult } from '../../model/run/step-type.ts';
import { cannotTell } from '../results/looked.ts';
import { answerText, holdsText } from './answer-text.ts';
import type { StepAnswer } from './send-request.ts';

/** What an answer has to be. */
export type Expectation =
  | 'gone'
  | {
      /** null: 200 to 299, or a redirect where one is expected. */
      readonly statuses: readonly number[] | null;
      /** Absolute. */
      readonly redirect: string | null;
      readonly text: string | null;
    };

/** Who asks is refused, sent to a login, told to wait, or the server failed: nothing follows for what is there. */
const saysNothing: ReadonlySet<number> = new Set([401, 402, 403, 407, 408, 425, 429, 451]);

/**
 * Whether an answer is as expected. `not-done` is said only where the server itself shows that it is otherwise: what is
 * taken for "not there yet" or for "gone" decides whether somebody presses Delete again.
 */
export function judgeAnswer(answer: StepAnswer, expected: Expectation, url: string): ProbeResult {
  return expected === 'gone' ? judgeGone(answer, url) : judgeOther(answer, expected, url);
}

function judgeGone(answer: StepAnswer, url: string): ProbeResult {
  const { status } = answer;
  const says = answered(answer, url);
  if (status === 404 || status === 410) return { says: 'done', because: `${says}.` };
  if (status >= 200 && status < 300) return { says: 'not-done', because: `${says}, so it is still there.` };
  return wall(answer, url) ?? cannotTell(`${says}, which says neither that it is there nor that it is gone.`);
}

function judgeOther(
  answer: StepAnswer,
  { statuses, redirect, text }: Exclude<Expectation, 'gone'>,
  url: string,
): ProbeResult {
  const says = answered(answer, url);
  if (!hasStatus(answer, statuses, redirect)) {
    const wanted = statuses?.join(' or ') ?? (redirect === null ? '200 to 299' : `a redirect to ${redirect}`);
    return wall(answer, url) ?? { says: 'not-done', because: `${says}; expected is ${wanted}.` };
  }
  if (redirect !== null && !isSameAddress(answer.location, redirect)) {
    return wall(answer, url) ?? { says: 'not-done', because: `${says}; expected is a redirect to ${redirect}.` };
  }
  if (text === null || holdsText(answerText(answer), text)) return { says: 'done', because: `${says}, as expected.` };
  const wanted = `the text ${JSON.stringify(text)}`;
  if (answer.sha256 === null) return cannotTell(`${says}, and ${wanted} is not in as much of it as was read.`);
  return { says: 'not-done', because: `${says}, without ${wanted}.` };
}

function hasStatus({ status }: StepAnswer, statuses: readonly number[] | null, redirect: string | null): boolean {
  if (statuses !== null) return statuses.includes(status);
  return redirect === null ? status >= 200 && status < 300 : status >= 300 && status < 400;
}

function wall(answer: StepAnswer, url: string): ProbeResult | null {
  const { status, location } = answer;
  const isLogin = location !== null && URL.canParse(location) && isLoginAddress(location);
  if (isLogin) return cannotTell(`${answered(answer, url)}, a login.`);
  return saysNothing.has(status) || status >= 500 ? cannotTell(`${answered(answer, url)}.`) : null;
}

function isSameAddress(location: string | null, wanted: string): boolean {
  if (location === null || !URL.canParse(location) || !URL.canParse(wanted)) return false;
  return new URL(location).href === new URL(wanted).href;
}

function answered({ status, location }: StepAnswer, url: string): string {
  return `${url} answered ${status}${location === null ? '' : ` and sends on to ${location}`}`;
}
