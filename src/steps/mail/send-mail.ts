import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { softwareName } from '../../base/software.ts';
import type { MailSettings } from '../../model/run/step-ports.ts';
import { oneLine } from '../values/one-line.ts';
import { mailError } from './mail-error.ts';

export interface Mail {
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  /** Plain. */
  readonly text: string;
  /** The same key is the same mail: its Message-ID is made of it, by which mailboxes show it once. */
  readonly key: string;
  readonly at: Date;
}

export interface SentMail {
  readonly messageId: string;
  /** Addresses that the server did not take, while it took others. */
  readonly rejected: readonly string[];
}

/** A person at a terminal gives up after about as long. */
const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;

/**
 * Hands one mail for all its readers to the workspace's server. `smtps://` is encrypted from the start and `smtp://` has to
 * become so before anything is said, unless its address ends in `?tls=off`.
 * @throws KnownError `notify.unreachable`, `notify.no-such-host`, `notify.no-tls`, `notify.login-refused`, `notify.refused`
 * @see RFC 3834 for Auto-Submitted, which keeps absence notices from coming back
 */
export async function sendMail(settings: MailSettings, mail: Mail, signal: AbortSignal): Promise<SentMail> {
  const url = new URL(settings.url);
  const transport = createTransport(optionsOf(url, settings.password));
  const messageId = `<${sha256(mail.key).slice('sha256:'.length, 39)}@${domainOf(settings.from)}>`;
  try {
    const { rejected } = await transport.sendMail({
      from: settings.from,
      to: mail.to.map(({ name, address }) => ({ name: oneLine(name), address })),
      subject: oneLine(mail.subject),
      text: mail.text,
      messageId,
      date: mail.at,
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: softwareName(),
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
    return { messageId, rejected };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw mailError(error, url.host) ?? error;
  } finally {
    transport.close();
  }
}

function optionsOf(url: URL, password: string | null): SMTPTransportOptions {
  const isPlain = url.searchParams.get('tls') === 'off';
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    secure,
    requireTLS: !secure && !isPlain,
    ignoreTLS: isPlain,
    ...(password === null ? {} : { auth: { user, pass: password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // It has a mail server on this machine for one when it looks at which networks there are.
    allowInternalNetworkInterfaces: true,
  };
}

/** @throws KnownError `notify.bad-sender` */
function domainOf(from: string): string {
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1];
  if (domain !== undefined) return domain;
  throw new KnownError('notify.bad-sender', `mail.from in lastpost.yaml is "${oneLine(from)}", which is no address.`, {
    hint: 'Write it like "Aurora <farewell@aurora.example>".',
    exitCode: 2,
  });
}
