import { type Sha256, sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { softwareName } from '../../base/software.ts';
import { timeIsUp, withinTime } from '../results/within-time.ts';
import { requestError } from './request-error.ts';

export const requestMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type RequestMethod = (typeof requestMethods)[number];

/** A request as the playbook has it, secrets being references. */
export interface StepRequest {
  readonly method: RequestMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface StepAnswer {
  readonly status: number;
  /** Absolute, where the answer sends on to another address. */
  readonly location: string | null;
  /** Decoded; of a longer one its beginning. */
  readonly body: Uint8Array;
  /** null when the body was too long to be read to its end. */
  readonly sha256: Sha256 | null;
  readonly contentType: string | null;
}

export const MOST_BODY_BYTES = 4_000_000;

/**
 * Sends one request and follows nothing. Secrets are put in here and nowhere else; no error has them.
 * @throws KnownError `http.bad-address`, `http.no-such-host`, `http.connection-failed`, `http.tls`, `http.timeout`,
 * `secret.missing`; whatever the signal was aborted with
 */
export async function sendRequest(
  request: StepRequest,
  reveal: (text: string) => string,
  signal: AbortSignal,
): Promise<StepAnswer> {
  const { url, credentials } = addressOf(request.url, reveal);
  const { body } = request;
  const init = {
    method: request.method,
    headers: headersOf(request.headers, credentials, reveal),
    redirect: 'manual' as const,
    ...(body === null ? {} : { body }),
  };
  try {
    const answer = await withinTime(signal, request.timeoutMs, async (until) =>
      read(await fetch(url, { ...init, signal: until }), url),
    );
    if (answer !== timeIsUp) return answer;
  } catch (error) {
    if (signal.aborted) throw error;
    throw requestError(error, request.url);
  }
  const seconds = request.timeoutMs / 1000;
  throw new KnownError('http.timeout', `${request.url} did not answer within ${seconds} seconds.`, {
    hint: 'Give it more with timeout, or try later.',
  });
}

/** What stands before the @ goes into a header, where fetch wants it. */
function addressOf(written: string, reveal: (text: string) => string): { url: URL; credentials: string | null } {
  const text = reveal(written);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new KnownError('http.bad-address', `${written} is no web address.`, {
      hint: 'Write it like https://www.example.org/about',
      exitCode: 2,
    });
  }
  const { username, password } = url;
  url.username = '';
  url.password = '';
  if (username === '' && password === '') return { url, credentials: null };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { url, credentials: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function headersOf(
  given: Readonly<Record<string, string>>,
  credentials: string | null,
  reveal: (text: string) => string,
): Headers {
  const headers = new Headers({ 'user-agent': softwareName().replace(' ', '/') });
  if (credentials !== null) headers.set('authorization', credentials);
  for (const [name, value] of Object.entries(given)) {
    try {
      headers.set(name, reveal(value));
    } catch (error) {
      if (error instanceof KnownError) throw error;
      // Its message shows the value, which may be secret.
      // biome-ignore lint/style/useErrorCause: see above
      throw new KnownError('http.bad-header', `The header "${name}" has a name or a value that no header may have.`, {
        hint: 'A line break is not allowed in it, and letters beyond Latin-1 are not.',
        exitCode: 2,
      });
    }
  }
  return headers;
}

async function read(response: Response, url: URL): Promise<StepAnswer> {
  const { bytes, isWhole } = await readBody(response);
  const location = response.headers.get('location');
  return {
    status: response.status,
    location: location !== null && URL.canParse(location, url) ? new URL(location, url).href : location,
    body: bytes,
    sha256: isWhole ? sha256(bytes) : null,
    contentType: response.headers.get('content-type'),
  };
}

async function readBody({ body }: Response): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the transfer.
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_BODY_BYTES) break;
  }
  return { bytes: Buffer.concat(pieces).subarray(0, MOST_BODY_BYTES), isWhole: length <= MOST_BODY_BYTES };
}
