import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import { unlessAborted } from '../results/unless-aborted.ts';

export const recordTypes = ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'NS'] as const;

export type RecordType = (typeof recordTypes)[number];

export interface Question {
  readonly name: string;
  readonly type: RecordType;
  /** null: there is to be none. */
  readonly expected: readonly string[] | null;
  /** null: those of this machine. */
  readonly server: string | null;
}

const ANSWER_MS = 5000;
const TRIES = 2;

/** As they are compared: names in lower case without the last dot, addresses in their one shortest form. */
export function normalRecord(value: string, type: RecordType): string {
  const text = value.trim();
  if (type === 'TXT') return text;
  if (type === 'AAAA' && isIP(text) === 6) return new URL(`http://[${text}]/`).hostname.slice(1, -1);
  return text.toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' ');
}

/** What name servers say when there is nothing: no such name, or none of its records of that type. */
const absentCodes: ReadonlySet<string | undefined> = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * The records as they are compared, sorted; none where a name server says that there are none. No answer, a late one and one that
 * is an error are no proof of anything.
 * @param answerMs for the first of two tries; the second waits longer
 * @throws KnownError `dns.no-answer`, `dns.bad-server`; the reason of the signal
 */
export async function askNameServer(
  { name, type, server }: Omit<Question, 'expected'>,
  signal: AbortSignal,
  answerMs = ANSWER_MS,
): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: answerMs, tries: TRIES });
  if (server !== null) resolver.setServers([await unlessAborted(signal, addressOf(server))]);
  const stop = () => resolver.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    return (await recordsOf(resolver, name, type)).map((value) => normalRecord(value, type)).sort();
  } catch (error) {
    signal.throwIfAborted();
    const code = systemErrorCode(error);
    if (absentCodes.has(code)) return [];
    if (code === undefined) throw error;
    throw noAnswer({ name, type, server }, code, error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function noAnswer({ name, type, server }: Omit<Question, 'expected'>, code: string, cause: unknown): KnownError {
  const who = server === null ? 'The name servers of this machine' : `The name server ${server}`;
  return new KnownError('dns.no-answer', `${who} did not answer for the ${type} records of ${name} (${code}).`, {
    hint: 'That says nothing about whether they are there. Try later, or ask another one with server.',
    cause,
  });
}

async function recordsOf(resolver: Resolver, name: string, type: RecordType): Promise<readonly string[]> {
  switch (type) {
    case 'MX':
      return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
    case 'TXT':
      // Long texts come in pieces of 255 bytes, which belong together.
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    case 'A':
      return resolver.resolve4(name);
    case 'AAAA':
      return resolver.resolve6(name);
    case 'CNAME':
      return resolver.resolveCname(name);
    case 'NS':
      return resolver.resolveNs(name);
  }
}

/** `9.9.9.9`, `9.9.9.9:53`, `[2620:fe::fe]:53`, or a name, which is looked up as usual. */
async function addressOf(server: string): Promise<string> {
  const [, host = '', port = ''] = /^(.*?)(:\d+)?$/.exec(server.trim()) ?? [];
  if (isIP(server) !== 0 || isIP(host.replace(/^\[|\]$/g, '')) !== 0) return server.trim();
  try {
    const { address, family } = await lookup(host);
    return family === 6 ? `[${address}]${port}` : `${address}${port}`;
  } catch (cause) {
    throw badServer(server, cause);
  }
}

function badServer(server: string, cause: unknown): KnownError {
  const hint = 'Give its address, such as 9.9.9.9.';
  return new KnownError('dns.bad-server', `The name server ${server} itself cannot be found.`, { hint, cause });
}
