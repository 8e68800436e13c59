import type { X509Certificate } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { softwareName } from '../../base/software.ts';
import { refusalIn } from './answer-status.ts';
import { checkToken, type TokenFacts, type TokenTrouble } from './check-token.ts';
import { readAnswer } from './read-token.ts';
import { stampRequest } from './stamp-request.ts';

/** A timestamp authority, as the person named it. */
export interface Authority {
  readonly url: string;
  /** What is trusted; undefined: that was not said. */
  readonly roots: readonly X509Certificate[] | undefined;
  readonly policy: string | undefined;
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/** How long it is asked. */
export interface Patience {
  readonly attempts: number;
  readonly timeoutMs: number;
  /** Before the second attempt; twice as long before each further one, and as long as the server asks for. */
  readonly pauseMs: number;
}

export interface Stamp {
  /** The DER of the whole answer, as it came. */
  readonly der: Uint8Array;
  readonly facts: TokenFacts;
}

/** A token with its certificates has some 6 KB. */
const MOST_BYTES = 1 << 20;
const LONGEST_PAUSE_MS = 60_000;
const BUSY = [429, 500, 502, 503, 504];

/**
 * Asks an authority for a timestamp of a digest, and holds the answer against everything that can be known of it before anybody
 * relies on it. Safe to call again: it costs another timestamp.
 * @param nonce eight random bytes, for this call alone
 * @throws KnownError `timestamp.unreachable`, `timestamp.denied`, `timestamp.refused`, `timestamp.no-token`,
 * `timestamp.wrong-answer`, `timestamp.certificate`, `timestamp.untrusted`, `timestamp.clock`; the signal's reason
 */
export async function askAuthority(
  authority: Authority,
  { digest, madeAt, nonce }: { readonly digest: Sha256; readonly madeAt: Date; readonly nonce: Uint8Array },
  patience: Patience,
  signal: AbortSignal,
): Promise<Stamp> {
  const { policy, roots } = authority;
  const der = await answerOf(authority, stampRequest({ digest, nonce, policy }), patience, signal);
  const refusal = refusedWith(der);
  if (refusal !== undefined) throw refused(authority, refusal);
  const checked = checkToken(der, { digest, madeAt, roots, nonce, policy });
  if ('facts' in checked) return { der, facts: checked.facts };
  throw unsound(authority, checked.trouble);
}

async function answerOf(
  authority: Authority,
  request: Uint8Array<ArrayBuffer>,
  { attempts, timeoutMs, pauseMs }: Patience,
  signal: AbortSignal,
): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const answer = await askOnce(authority, request, timeoutMs, signal);
    if (!('busy' in answer)) return answer.der;
    if (attempt >= attempts) throw unreachable(authority, answer.busy, attempts);
    const wished = answer.afterMs ?? pauseMs * 2 ** (attempt - 1);
    await pause(Math.min(wished, LONGEST_PAUSE_MS), undefined, { signal });
  }
}

type Answer = { readonly der: Uint8Array } | { readonly busy: string; readonly afterMs?: number | undefined };

/** A redirect is not followed: what was named is what is trusted. */
async function askOnce(
  { url, login }: Authority,
  body: Uint8Array<ArrayBuffer>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Answer> {
  const basic = login && Buffer.from(`${login.user}:${login.password}`).toString('base64');
  const headers = {
    'content-type': 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    'user-agent': softwareName(),
    ...(basic && { authorization: `Basic ${basic}` }),
  };
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(url, { method: 'POST', redirect: 'manual', headers, body, signal: within });
    if (response.status === 200) return { der: await bodyOf(url, response) };
    await response.body?.cancel();
    if (!BUSY.includes(response.status)) throw notTaken(url, response.status);
    return { busy: `status ${response.status}`, afterMs: retryAfter(response.headers.get('retry-after')) };
  } catch (error) {
    if (error instanceof KnownError) throw error;
    signal.throwIfAborted();
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { busy: isLate ? `no answer within ${timeoutMs / 1000} seconds` : reasonOf(error) };
  }
}

async function bodyOf(url: string, response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw noToken(url, 'more than a megabyte');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (readAnswer(body) !== undefined) return body;
  const type = response.headers.get('content-type') ?? 'something without a type';
  throw noToken(url, bytes === 0 ? 'nothing' : `${type}, which begins with ${beginning(body)}`);
}

/** What a person may recognise: the first words of a page. */
function beginning(body: Uint8Array): string {
  const text = Buffer.from(body.subarray(0, 60)).toString('latin1');
  const shown = text.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return JSON.stringify(shown.slice(0, 40));
}

function retryAfter(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function reasonOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
  return cause?.code ?? cause?.message ?? (error as Error).message;
}

function refusedWith(der: Uint8Array): string | undefined {
  const answer = readAnswer(der);
  return answer && refusalIn(answer.status);
}

function unreachable({ url }: Authority, why: string, attempts: number): KnownError {
  const message = `The timestamp authority ${url} does not answer as it should (${why}), asked ${attempts} times.`;
  return new KnownError('timestamp.unreachable', message, {
    hint: 'Nothing is lost by it. When it answers again, fetch what is missing with: lastpost vault timestamp --all',
  });
}

function notTaken(url: string, status: number): KnownError {
  if (status === 401 || status === 403) {
    return new KnownError(
      'timestamp.denied',
      `The timestamp authority ${url} wants another login (status ${status}).`,
      {
        hint: 'Check archive.vault.timestamp.credentials in lastpost.yaml, and that the account has timestamps left.',
        exitCode: 2,
      },
    );
  }
  return new KnownError('timestamp.refused', `${url} did not take the request for a timestamp (status ${status}).`, {
    hint: 'Check archive.vault.timestamp.url in lastpost.yaml: it is the address that takes requests by POST (RFC 3161).',
  });
}

function noToken(url: string, what: string): KnownError {
  return new KnownError('timestamp.no-token', `${url} answered with ${what}, and not with a timestamp.`, {
    hint: 'Open the address in a browser: it may be a login page, or the description of the service and not the service.',
  });
}

function refused({ url }: Authority, why: string): KnownError {
  return new KnownError('timestamp.refused', `The timestamp authority ${url} gave no timestamp: ${why}.`, {
    hint: 'Ask whoever runs it. With a policy in lastpost.yaml, check that it has this one.',
  });
}

const told: Readonly<Record<TokenTrouble['rule'], readonly [code: string, hint: string]>> = {
  'timestamp.damaged': ['timestamp.no-token', 'Give the same command again; when it stays so, ask whoever runs it.'],
  'timestamp.wrong': ['timestamp.wrong-answer', 'Do not rely on this authority before you know why.'],
  'timestamp.signature': ['timestamp.wrong-answer', 'Do not rely on this authority before you know why.'],
  'timestamp.certificate': ['timestamp.certificate', 'Ask whoever runs it, or name another authority.'],
  'timestamp.root': [
    'timestamp.untrusted',
    'Put the root of this authority into the file that archive.vault.timestamp.ca names, when you trust it.',
  ],
  'timestamp.time': [
    'timestamp.clock',
    'Set the clock of this machine. Once it is later than the entry, the same command works.',
  ],
};

function unsound({ url }: Authority, { rule, message }: TokenTrouble): KnownError {
  const [code, hint] = told[rule];
  const text = `The answer of the timestamp authority ${url} was not kept. ${message}`;
  return new KnownError(code, text, { hint });
}
