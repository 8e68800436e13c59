import { type DevtoolsConnection, DevtoolsError, type DevtoolsEvent } from '../browser/devtools-connection.ts';
import { makeGap } from '../gaps.ts';
import type { CaptureContext } from './capture-context.ts';
import type { PageRecorder } from './page-recorder.ts';

interface SocketEvent {
  readonly requestId: string;
  readonly url?: string;
  readonly response?: { readonly payloadData?: string };
}

/**
 * Follows the WebSockets of every page, frame and worker. Nothing they bring is kept; one that brings too much is
 * closed, and one that the guard has refused is told.
 */
export class LiveSockets {
  readonly #devtools: DevtoolsConnection;
  readonly #context: CaptureContext;
  readonly #recorderOf: (sessionId: string) => PageRecorder | undefined;
  readonly #urls = new Map<string, string>();
  readonly #closed = new WeakSet<PageRecorder>();

  constructor(
    devtools: DevtoolsConnection,
    context: CaptureContext,
    recorderOf: (sessionId: string) => PageRecorder | undefined,
  ) {
    this.#devtools = devtools;
    this.#context = context;
    this.#recorderOf = recorderOf;
    devtools.onEvent((event) => {
      if (event.method.startsWith('Network.webSocket')) this.#onEvent(event);
    });
  }

  #onEvent({ method, params, sessionId }: DevtoolsEvent): void {
    const { requestId, url, response } = params as SocketEvent;
    const recorder = sessionId === undefined ? undefined : this.#recorderOf(sessionId);
    if (method === 'Network.webSocketCreated' && url !== undefined) this.#urls.set(requestId, url);
    if (method === 'Network.webSocketCreated' && recorder) recorder.counts.sockets += 1;
    const known = this.#urls.get(requestId);
    if (method === 'Network.webSocketClosed') this.#urls.delete(requestId);
    if (!recorder || known === undefined || sessionId === undefined) return;
    if (method === 'Network.webSocketFrameReceived') {
      recorder.counts.socketBytes += response?.payloadData?.length ?? 0;
      if (recorder.counts.socketBytes > this.#context.bounds.socketBytes) this.#closeAll(recorder, known, sessionId);
    }
    if (/FrameError|Closed$/.test(method) && this.#context.guard?.refused(known)) {
      this.#gap(recorder, 'not-public', known, 'it is not at a public address');
    }
  }

  #closeAll(recorder: PageRecorder, url: string, sessionId: string): void {
    // It goes on sending until it is closed, and a page may open the next one.
    recorder.counts.socketBytes = 0;
    if (!this.#closed.has(recorder)) {
      const words = `it sent more than ${this.#context.bounds.socketBytes} bytes and was closed`;
      this.#gap(recorder, 'limit-sockets', url, words);
    }
    this.#closed.add(recorder);
    closeSockets(this.#devtools, sessionId).catch((error: unknown) => {
      if (!(error instanceof DevtoolsError)) throw error;
    });
  }

  #gap(recorder: PageRecorder, reason: 'not-public' | 'limit-sockets', url: string, words: string): void {
    const told = this.#context.redactor.text(url);
    recorder.addGap(makeGap(reason, told, `${told}: ${words}.`, this.#context.clock.now()));
  }
}

/** Closes every WebSocket of a page, whoever holds it. */
async function closeSockets(devtools: DevtoolsConnection, sessionId: string): Promise<void> {
  const group = { objectGroup: 'lastpost-sockets' };
  const prototype = { expression: 'WebSocket.prototype', ...group };
  const { result } = await devtools.send<{ result: { objectId: string } }>('Runtime.evaluate', prototype, sessionId);
  const query = { prototypeObjectId: result.objectId, ...group };
  const { objects } = await devtools.send<{ objects: { objectId: string } }>('Runtime.queryObjects', query, sessionId);
  const close = 'function () { for (const socket of this) { try { socket.close(); } catch {} } }';
  const call = { functionDeclaration: close, objectId: objects.objectId };
  await devtools.send('Runtime.callFunctionOn', call, sessionId);
  await devtools.send('Runtime.releaseObjectGroup', group, sessionId);
}
