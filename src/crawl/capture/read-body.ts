import type { Body } from '../../model/http.ts';
import type { DevtoolsConnection } from '../browser/devtools-connection.ts';
import { memoryBody, type SpoolOptions, spool } from './bodies.ts';
import { fulfilBytes } from './paused-response.ts';

const chunkBytes = 1 << 20;

interface Held {
  readonly devtools: DevtoolsConnection;
  readonly sessionId: string;
  readonly requestId: string;
}

/** The whole body in one message. The response stays held. @throws DevtoolsError when the request is gone */
export async function bodyInOneMessage(held: Held): Promise<Body> {
  const { devtools, requestId, sessionId } = held;
  // A large body comes as bytes, a small one as the protocol has it.
  const answer = await devtools.send<{ body: string | Buffer; base64Encoded: boolean }>(
    'Fetch.getResponseBody',
    { requestId },
    sessionId,
  );
  const { body } = answer;
  return memoryBody(typeof body === 'string' ? Buffer.from(body, answer.base64Encoded ? 'base64' : 'utf8') : body);
}

/** The body chunk by chunk, to memory or disk. Afterwards the response can only be answered, not continued. */
export async function bodyAsStream(held: Held, options: SpoolOptions): Promise<Body> {
  const { devtools, requestId, sessionId } = held;
  const taken = await devtools.send<{ stream: string }>('Fetch.takeResponseBodyAsStream', { requestId }, sessionId);
  return spool(chunksOf(held, taken.stream), options);
}

async function* chunksOf({ devtools, sessionId }: Held, handle: string): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const read = await devtools.send<{ data: string; eof: boolean; base64Encoded?: boolean }>(
        'IO.read',
        { handle, size: chunkBytes },
        sessionId,
      );
      if (read.data.length > 0) yield Buffer.from(read.data, read.base64Encoded ? 'base64' : 'utf8');
      if (read.eof) return;
    }
  } finally {
    await devtools.send('IO.close', { handle }, sessionId).catch(() => undefined);
  }
}

/** Gives the page the body that was taken from it as a stream; a giant one is withheld, the archive has it. */
export async function answerWithBody(
  held: Held,
  response: { readonly status: number; readonly statusText: string; readonly headers: readonly object[] },
  body: Body,
): Promise<void> {
  const { devtools, requestId, sessionId } = held;
  if (body.lengthBytes > fulfilBytes) {
    await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, sessionId);
    return;
  }
  const parts: Uint8Array[] = [];
  for await (const part of body.stream()) parts.push(part);
  const params = {
    requestId,
    responseCode: response.status,
    responseHeaders: response.headers,
    body: Buffer.concat(parts).toString('base64'),
    ...(response.statusText ? { responsePhrase: response.statusText } : {}),
  };
  await devtools.send('Fetch.fulfillRequest', params, sessionId);
}
