import WebSocket from 'ws';
import { KnownError } from '../../base/known-error.ts';
import { readBodyMessage } from './body-message.ts';

/** One event of the DevTools protocol. `sessionId` is absent for the browser itself. */
export interface DevtoolsEvent {
  readonly method: string;
  readonly params: unknown;
  readonly sessionId: string | undefined;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly method: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** A DevTools command that the browser refused, or that was open when the connection went. */
export class DevtoolsError extends Error {}

/**
 * A second DevTools client beside Playwright's. Playwright shows only the page's own session; cross-origin frames,
 * workers and popups have sessions of their own, and this connection holds them all (flat sessions).
 */
export class DevtoolsConnection {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<(event: DevtoolsEvent) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(data as Buffer));
    socket.on('close', () => this.#failAll());
    socket.on('error', () => this.#failAll());
  }

  /** @param url the browser's `webSocketDebuggerUrl` @throws KnownError `browser.no-devtools` */
  static async connect(url: string): Promise<DevtoolsConnection> {
    // Bodies arrive as base64 in one message: a 16 MB body needs more than the library's default in some versions.
    const socket = new WebSocket(url, {
      perMessageDeflate: false,
      maxPayload: 512 * 1024 * 1024,
      handshakeTimeout: 10_000,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', (cause) =>
        reject(new KnownError('browser.no-devtools', `Could not connect to the browser at ${url}.`, { cause })),
      );
    });
    return new DevtoolsConnection(socket);
  }

  /** Sends one command and waits for its answer. @throws DevtoolsError */
  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.#socket.readyState !== WebSocket.OPEN) {
      return Promise.reject(new DevtoolsError(`${method}: the browser is gone.`));
    }
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as (result: unknown) => void, reject, method });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }

  onEvent(listener: (event: DevtoolsEvent) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#socket.close();
  }

  #receive(data: Buffer): void {
    const body = readBodyMessage(data);
    if (body) {
      this.#pending.get(body.id)?.resolve({ body: body.bytes, base64Encoded: false });
      this.#pending.delete(body.id);
      return;
    }
    const message = JSON.parse(data.toString()) as Message;
    if (message.id === undefined) {
      const event = { method: message.method ?? '', params: message.params, sessionId: message.sessionId };
      for (const listener of this.#listeners) listener(event);
      return;
    }
    const waiting = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) waiting?.reject(new DevtoolsError(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  #failAll(): void {
    for (const waiting of this.#pending.values()) {
      waiting.reject(new DevtoolsError(`${waiting.method}: the browser is gone.`));
    }
    this.#pending.clear();
  }
}
