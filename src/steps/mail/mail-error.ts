import { KnownError } from '../../base/known-error.ts';
import { oneLine } from '../values/one-line.ts';

interface Kind {
  readonly code: string;
  readonly words: string;
  readonly hint: string;
  /** Another attempt may go better. */
  readonly isPassing: boolean;
}

const unreachable: Kind = {
  code: 'notify.unreachable',
  words: 'cannot be reached',
  hint: 'Check mail.url in lastpost.yaml, and that no firewall stands between.',
  isPassing: true,
};

const notSafe: Kind = {
  code: 'notify.no-tls',
  words: 'offers no encryption that can be trusted',
  hint: 'Use smtps://, or have its certificate put in order; a relay on this machine or in your own network can be used with ?tls=off and no password.',
  isPassing: false,
};

const notTaken: Kind = {
  code: 'notify.refused',
  words: 'did not take the mail',
  hint: 'Check mail.from in lastpost.yaml and the addresses of the people.',
  isPassing: false,
};

const kinds: Readonly<Record<string, Kind>> = {
  EAUTH: {
    code: 'notify.login-refused',
    words: 'refused the login',
    hint: 'Check the user in mail.url and mail.password of lastpost.yaml.',
    isPassing: false,
  },
  ENOAUTH: {
    code: 'notify.login-refused',
    words: 'wants a login',
    hint: 'Name the user in mail.url, and mail.password: env:NAME, in lastpost.yaml.',
    isPassing: false,
  },
  ETLS: notSafe,
  EDNS: { ...unreachable, code: 'notify.no-such-host', words: 'has a name that cannot be found' },
  ETIMEDOUT: { ...unreachable, words: 'did not answer in time' },
  EENVELOPE: notTaken,
  EMESSAGE: notTaken,
};

/**
 * What a mail server's error means for a person. Its own words are repeated where it answered; those of the login are not.
 * @param server host and port
 */
export function mailError(error: unknown, server: string): KnownError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, responseCode, response } = error as { code: unknown; responseCode?: unknown; response?: unknown };
  const isCertificate = /certificate|self.signed|altname|unable to verify/i.test(error.message);
  const kind = isCertificate ? notSafe : (kinds[String(code)] ?? unreachable);
  const mayTell = typeof response === 'string' && kind === notTaken;
  const said = mayTell ? `: ${oneLine(response)}` : isCertificate ? `: ${oneLine(error.message)}` : '';
  // 4yz is passing, by RFC 5321.
  const isPassing = kind.isPassing || (Number(responseCode) >= 400 && Number(responseCode) < 500);
  return new KnownError(kind.code, `The mail server ${server} ${kind.words}${said}.`.replace('..', '.'), {
    hint: kind.hint,
    exitCode: isPassing ? 1 : 2,
  });
}
