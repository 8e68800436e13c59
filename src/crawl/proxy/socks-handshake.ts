import type { Socket } from 'node:net';

const version = 5;
const noLogin = 0;
const passwordLogin = 2;
const refusals: Readonly<Record<number, string>> = {
  1: 'failed',
  2: 'does not allow it',
  3: 'found the network unreachable',
  4: 'found the host unreachable',
  5: 'was refused the CONNECTION',
  6: 'had no answer in time, TIMED_OUT',
};

/**
 * Asks a SOCKS 5 proxy for a connection; the socket carries it afterwards.
 * @returns what the proxy said instead, or undefined when it agreed
 * @throws Error when the proxy ends the connection
 * @see RFC 1928, RFC 1929
 */
export async function socksHandshake(
  socket: Socket,
  login: { readonly username: string | undefined; readonly password: string | undefined },
  host: string,
  port: number,
): Promise<string | undefined> {
  const methods = login.username === undefined ? [noLogin] : [noLogin, passwordLogin];
  socket.write(Buffer.from([version, methods.length, ...methods]));
  const [, method] = await readExactly(socket, 2);
  if (method === passwordLogin && login.username !== undefined) {
    const [user, password] = [Buffer.from(login.username), Buffer.from(login.password ?? '')];
    socket.write(Buffer.from([1, user.length, ...user, password.length, ...password]));
    const [, verdict] = await readExactly(socket, 2);
    if (verdict !== 0) return 'refused the login';
  } else if (method !== noLogin) return 'wants a login';
  const name = Buffer.from(host);
  socket.write(Buffer.from([version, 1, 0, 3, name.length, ...name, port >> 8, port & 0xff]));
  const [, reply = 1, , kind = 1] = await readExactly(socket, 4);
  // The address it answers from is of no use, but stands before what follows.
  const addressBytes = kind === 1 ? 4 : kind === 4 ? 16 : ((await readExactly(socket, 1))[0] ?? 0);
  await readExactly(socket, addressBytes + 2);
  return reply === 0 ? undefined : (refusals[reply] ?? `answered ${reply}`);
}

async function readExactly(socket: Socket, lengthBytes: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(lengthBytes) as Buffer | null;
    if (bytes !== null && bytes.length === lengthBytes) return bytes;
    if (bytes !== null || socket.readableEnded || socket.destroyed) throw new Error('The proxy closed the CONNECTION.');
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error) => {
        socket.off('readable', ready);
        socket.off('end', ready);
        socket.off('close', ready);
        socket.off('error', settle);
        if (error) reject(error);
        else resolve();
      };
      const ready = () => settle();
      for (const event of ['readable', 'end', 'close'] as const) socket.once(event, ready);
      socket.once('error', settle);
    });
  }
}
