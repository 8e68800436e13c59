import { type DevtoolsConnection, DevtoolsError, type DevtoolsEvent } from './devtools-connection.ts';

export interface AttachedToTarget {
  readonly sessionId: string;
  readonly waitingForDebugger: boolean;
  readonly targetInfo: {
    readonly targetId: string;
    readonly type: string;
    readonly openerId?: string;
    readonly browserContextId?: string;
  };
}

interface Session {
  readonly targetId: string;
  readonly type: string;
  /** Target id of the page this belongs to: its own for a page, the opener's for a popup. */
  readonly pageTargetId: string;
}

/** Targets whose requests can be held at the response stage. Dedicated workers' requests pass through their page. */
const fetching = new Set(['page', 'iframe', 'shared_worker', 'service_worker', 'webview']);

/** A tab that is not ready by then has died on the way. */
const armMs = 15_000;

/** Only the ends of loads are wanted from Network; the browser need not keep bodies for us twice. */
const networkBuffers = { maxResourceBufferSize: 0, maxTotalBufferSize: 0 };

/**
 * Follows every page, cross-origin frame, popup and worker the browser opens, and stops each one before its first
 * request until its responses are being held for us.
 */
export class TargetTree {
  readonly #devtools: DevtoolsConnection;
  readonly #ownContextId: string | undefined;
  readonly #sessions = new Map<string, Session>();
  readonly #pageOfTarget = new Map<string, string>();
  readonly #sessionOfPage = new Map<string, string>();
  readonly #shared = new Set<string>();
  readonly #armed = new Map<string, (sessionId: string) => void>();

  /** @param ownContextId the only context that is ours, in a browser where others have theirs; all of it when undefined */
  constructor(devtools: DevtoolsConnection, ownContextId?: string) {
    this.#devtools = devtools;
    this.#ownContextId = ownContextId;
    devtools.onEvent((event) => this.#onEvent(event));
  }

  async start(): Promise<void> {
    await this.#attachChildren(undefined);
  }

  /** The page whose visit a session's requests belong to. */
  pageOf(sessionId: string): string | undefined {
    return this.#sessions.get(sessionId)?.pageTargetId;
  }

  /** True for a worker that several pages share. */
  isShared(targetId: string): boolean {
    return this.#shared.has(targetId);
  }

  /** Resolves once requests of this page are held; at once when they are already. @returns its session */
  async armed(targetId: string): Promise<string> {
    const known = this.#sessionOfPage.get(targetId);
    if (known !== undefined) return known;
    return new Promise<string>((resolve, reject) => {
      this.#armed.set(targetId, resolve);
      setTimeout(() => reject(new Error('A new tab was closed before it could be used.')), armMs).unref();
    });
  }

  #onEvent(event: DevtoolsEvent): void {
    if (event.method === 'Target.attachedToTarget') {
      const attached = event.params as AttachedToTarget;
      if (this.#isOurs(attached, event.sessionId)) void this.#arm(attached, event.sessionId);
      else void this.#leave(attached.sessionId);
    } else if (event.method === 'Target.detachedFromTarget') {
      this.#forget((event.params as { sessionId: string }).sessionId);
    }
  }

  #isOurs({ targetInfo }: AttachedToTarget, parentSessionId: string | undefined): boolean {
    if (this.#ownContextId === undefined || parentSessionId !== undefined) return true;
    return targetInfo.browserContextId === this.#ownContextId;
  }

  /** Somebody else's tab goes on at once, and without us. */
  async #leave(sessionId: string): Promise<void> {
    await this.#devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(ignoreUnsupported);
    await this.#devtools.send('Target.detachFromTarget', { sessionId }).catch(ignoreUnsupported);
  }

  #forget(sessionId: string): void {
    const session = this.#sessions.get(sessionId);
    this.#sessions.delete(sessionId);
    if (session?.type !== 'page') return;
    this.#pageOfTarget.delete(session.targetId);
    this.#sessionOfPage.delete(session.targetId);
  }

  async #arm(attached: AttachedToTarget, parentSessionId: string | undefined): Promise<void> {
    const { sessionId, targetInfo } = attached;
    const parent = parentSessionId === undefined ? undefined : this.#sessions.get(parentSessionId);
    const opener = targetInfo.openerId === undefined ? undefined : this.#pageOfTarget.get(targetInfo.openerId);
    const pageTargetId = parent?.pageTargetId ?? opener ?? targetInfo.targetId;
    this.#sessions.set(sessionId, { targetId: targetInfo.targetId, type: targetInfo.type, pageTargetId });
    if (/^(shared|service)_worker$/.test(targetInfo.type)) this.#shared.add(targetInfo.targetId);
    if (targetInfo.type === 'page') this.#pageOfTarget.set(targetInfo.targetId, pageTargetId);
    try {
      const holds = fetching.has(targetInfo.type)
        ? this.#devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Response' }] }, sessionId)
        : undefined;
      const watches = this.#devtools.send('Network.enable', networkBuffers, sessionId);
      const children = this.#attachChildren(sessionId);
      await Promise.all([holds, watches, children].map((each) => each?.catch(ignoreUnsupported)));
    } finally {
      await this.#devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(ignoreUnsupported);
    }
    if (targetInfo.type === 'page') {
      this.#sessionOfPage.set(targetInfo.targetId, sessionId);
      this.#armed.get(targetInfo.targetId)?.(sessionId);
      this.#armed.delete(targetInfo.targetId);
    }
  }

  async #attachChildren(sessionId: string | undefined): Promise<void> {
    const params = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await this.#devtools.send('Target.setAutoAttach', params, sessionId);
  }
}

/** A worker does not know Fetch, and a target may be gone before the command reaches it: neither is trouble. */
function ignoreUnsupported(error: unknown): void {
  if (!(error instanceof DevtoolsError)) throw error;
}
