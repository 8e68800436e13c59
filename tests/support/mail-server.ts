import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { selfSignedCertificate } from './self-signed-certificate.ts';

export interface ReceivedMail {
  readonly user: string | undefined;
  readonly to: readonly string[];
  readonly wasEncrypted: boolean;
  /** As it came. */
  readonly text: string;
}

export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Names and passwords that were tried. */
  readonly logins: readonly string[];
}

/** A real SMTP server on loopback, gone when the test is over. It takes the password `right` and no mail for `nobody@`. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    ...selfSignedCertificate(),
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) => {
      logins.push(`${username}:${password}`);
      if (password === 'right') done(null, { user: username });
      else done(Object.assign(new Error(`Wrong: ${password}`), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _, done) => {
      const refused = Object.assign(new Error(`No mailbox ${address}`), { responseCode: 550 });
      done(address.startsWith('nobody@') ? refused : null);
    },
    onData: (stream, { user, envelope, secure }, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ user, to, wasEncrypted: secure, text: Buffer.concat(pieces).toString() });
        done();
      });
    },
    ...options,
  });
  // A client that breaks off, as one does that does not trust the certificate, is no error of the test.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, received, logins };
}
