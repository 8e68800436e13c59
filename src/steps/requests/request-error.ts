import { KnownError, systemErrorCode } from '../../base/known-error.ts';

const kinds: readonly (readonly [pattern: RegExp, code: string, words: string, hint: string])[] = [
  [
    /^(ENOTFOUND|EAI_)/,
    'http.no-such-host',
    'has a host that no name server knows at this moment',
    'Check its spelling, and that this machine is online. That a name is unknown does not say that the page is gone.',
  ],
  [
    /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH/,
    'http.tls',
    'cannot be reached safely',
    'Whoever runs it has to put its certificate in order.',
  ],
  [/TIMEDOUT|TIMEOUT/, 'http.timeout', 'did not answer in time', 'Give it more with timeout, or try later.'],
];

/**
 * What kept an answer from coming, in words. Messages of the network layer are not repeated: they may name what was secret in
 * the address.
 * @param url as it may be shown
 */
export function requestError(error: unknown, url: string): KnownError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = systemErrorCode(cause) ?? systemErrorCode(error);
  if (code === undefined && cause instanceof Error && cause.message === 'bad port') {
    return new KnownError('http.bad-address', `${url} has a port that no web request may go to.`, { exitCode: 2 });
  }
  const [, known = 'http.connection-failed', words = 'could not be reached', hint = 'Try later.'] =
    kinds.find(([pattern]) => pattern.test(code ?? '')) ?? [];
  return new KnownError(known, `${url} ${words}${code === undefined ? '' : ` (${code})`}.`, { hint });
}
