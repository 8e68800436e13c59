import { type AddressInfo, createServer, isIP, type Socket } from 'node:net';
import type { NetworkGuard } from './network-guard.ts';

/** Where the browser sends every connection while a guard stands before it. */
export interface GuardedExit {
  /** `socks5://127.0.0.1:40000` */
  readonly proxyUrl: string;
  close(): Promise<void>;
}

// RFC 1928
const version = 5;
const noAuthentication = 0;
const connectCommand = 1;
const succeeded = 0;
const notAllowed = 2;
const hostUnreachable = 4;
const commandNotSupported = 7;

/** A client that has said this much without making sense is not one of ours. */
const maxGreetingBytes = 600;

/**
 * A SOCKS proxy on loopback that connects through the guard. SOCKS and not HTTP: the browser hands over every host by
 * name and looks nothing up itself, plain and encrypted connections go the same way, and a refusal can never look like
 * an answer of the site.
 */
export async function openGuardedExit(guard: NetworkGuard): Promise<GuardedExit> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    serve(client, guard).catch(() => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxyUrl: `socks5://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function serve(client: Socket, guard: NetworkGuard): Promise<void> {
  const read = readerOf(client);
  const [asked, methods] = await read(2);
  if (asked !== version) return void client.destroy();
  await read(methods ?? 0);
  client.write(Buffer.from([version, noAuthentication]));
  const [, command, , kind] = await read(4);
  const host = await readHost(read, kind ?? 0);
  const port = (await read(2)).readUInt16BE();
  if (command !== connectCommand || host === undefined) return void client.end(reply(commandNotSupported));
  const remote = await guard.dial(host, port).catch((error: { code?: string }) => {
    client.end(reply(error.code === 'NOT_PUBLIC' ? notAllowed : hostUnreachable));
  });
  if (!remote) return;
  join(client, remote);
  client.write(reply(succeeded));
}

/** Reads exactly so many bytes of the greeting, and leaves the rest in the socket. */
function readerOf(client: Socket): (bytes: number) => Promise<Buffer> {
  let total = 0;
  return async (bytes) => {
    total += bytes;
    if (total > maxGreetingBytes) throw new Error('The greeting is too long.');
    if (bytes === 0) return Buffer.alloc(0);
    for (;;) {
      const chunk = client.read(bytes) as Buffer | null;
      if (chunk !== null) return chunk;
      await new Promise<void>((resolve, reject) => {
        client.once('readable', resolve);
        client.once('close', () => reject(new Error('The client has gone.')));
      });
    }
  };
}

async function readHost(read: (bytes: number) => Promise<Buffer>, kind: number): Promise<string | undefined> {
  if (kind === 1) return [...(await read(4))].join('.');
  if (kind === 3) {
    const [length] = await read(1);
    const host = (await read(length ?? 0)).toString('latin1');
    return isIP(host) || /^[\x21-\x7e]+$/.test(host) ? host : undefined;
  }
  if (kind !== 4) return undefined;
  const groups = (await read(16)).toString('hex').match(/.{4}/g) ?? [];
  return groups.join(':');
}

function reply(code: number): Buffer {
  return Buffer.from([version, code, 0, 1, 0, 0, 0, 0, 0, 0]);
}

/** Passes bytes both ways; when one side goes, so does the other. */
function join(client: Socket, remote: Socket): void {
  remote.on('error', () => client.destroy());
  client.on('error', () => remote.destroy());
  remote.on('close', () => client.destroy());
  client.on('close', () => remote.destroy());
  client.pipe(remote);
  remote.pipe(client);
}
