import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type Socket, connect as systemConnect } from 'node:net';
import { isInsideName, isPublicAddress, plainHost } from './address-classes.ts';

/** How hosts are looked up and connected to; Node's own ways unless a test or an upstream proxy has others. */
export interface Dialing {
  /** Every address of a host, in the order they should be tried. */
  readonly lookup: (host: string) => Promise<readonly string[]>;
  /** Connects to exactly this address. */
  readonly connect: (address: string, port: number) => Promise<Socket>;
}

/** A connection that was not made; `code` is one of Node's (`ENOTFOUND`, `ECONNREFUSED`) or `NOT_PUBLIC`. */
export class NotConnected extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const connectMs = 15_000;
/** Failures that are remembered, so that a page of a thousand hosts costs no more than that. */
const rememberedFailures = 10_000;

/** Looks hosts up by the system's resolver. */
export async function lookupHost(host: string): Promise<readonly string[]> {
  return (await systemLookup(host, { all: true })).map(({ address }) => address);
}

/** Connects straight to an address. @throws NotConnected */
export function connectTo(address: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = systemConnect({ host: address, port, noDelay: true });
    const timer = setTimeout(
      () => socket.destroy(new NotConnected('ETIMEDOUT', `connect ETIMEDOUT ${address}`)),
      connectMs,
    );
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

/**
 * Lets connections out to public addresses alone. A host is looked up, what it resolves to is judged, and exactly the
 * address that was judged is connected to: a name that answers differently the next time finds nothing open.
 */
export class NetworkGuard {
  readonly #dialing: Dialing;
  readonly #failures = new Map<string, string>();

  constructor(dialing: Partial<Dialing> = {}) {
    this.#dialing = { lookup: lookupHost, connect: connectTo, ...dialing };
  }

  /** @throws NotConnected, and what the system says of a connection that fails */
  async dial(host: string, port: number): Promise<Socket> {
    const key = `${plainHost(host) ?? host}:${port}`;
    try {
      const socket = await this.#dial(host, port);
      this.#failures.delete(key);
      return socket;
    } catch (error) {
      this.#remember(key, error);
      throw error;
    }
  }

  /** Why the last connection to an address's host failed: a code to be explained; undefined when it did not. */
  whyNot(url: string): string | undefined {
    if (!URL.canParse(url)) return undefined;
    const { hostname, port, protocol } = new URL(url);
    const usual = /^(https|wss):$/.test(protocol) ? '443' : '80';
    return this.#failures.get(`${plainHost(hostname) ?? hostname}:${port || usual}`);
  }

  refused(url: string): boolean {
    return this.whyNot(url) === 'NOT_PUBLIC';
  }

  async #dial(host: string, port: number): Promise<Socket> {
    let failure: unknown;
    for (const address of await this.#openAddresses(host)) {
      try {
        return await this.#dialing.connect(address, port);
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }

  /** @throws NotConnected when the host has no public address */
  async #openAddresses(host: string): Promise<readonly string[]> {
    const plain = plainHost(host);
    if (plain === undefined || isInsideName(plain)) throw notPublic(host);
    const addresses = isIP(plain) ? [plain] : await this.#dialing.lookup(plain);
    const open = addresses.filter(isPublicAddress);
    if (open.length === 0) throw notPublic(host);
    return open;
  }

  #remember(key: string, error: unknown): void {
    if (this.#failures.size >= rememberedFailures) this.#failures.clear();
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'ECONNREFUSED';
    this.#failures.set(key, code);
  }
}

function notPublic(host: string): NotConnected {
  return new NotConnected('NOT_PUBLIC', `${host} is not at a public address`);
}
