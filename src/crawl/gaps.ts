import type { Gap, GapReason } from '../model/gap.ts';

/** What a person can do about each kind of gap; one sentence, no blame. */
const hints: Record<GapReason, string> = {
  'no-such-host': 'Check the spelling of the address, and that this machine is online.',
  'connection-failed': 'Check that the site is up and that no firewall stands between, then take the snapshot again.',
  'tls-error': 'The site has to put its encryption in order; the http:// address may work meanwhile.',
  timeout: 'Take the snapshot again when the site is faster, or give it more time with --page-time.',
  'redirect-loop': 'The site sends the browser round in circles; ask whoever runs it, or start from another address.',
  forbidden: 'The page needs a login or refuses this machine; import the official export, or ask for access.',
  'rate-limited': 'The site asked for a pause; take the snapshot again later with a longer --delay.',
  'server-error': 'The site failed on its side; take the snapshot again later.',
  'login-wall':
    'Log in once with "lastpost channel login CHANNEL" and take the snapshot again, or import the platform\'s official export.',
  'bot-wall':
    'Take the snapshot again later from an ordinary office network, with --workers 1 and a longer --delay; ask whoever runs the site to let you in, or import the official export.',
  'content-unavailable':
    'Open the address in a browser while logged in. If it is there, use "lastpost channel login CHANNEL"; if not, it was deleted or hidden, and only the official export may still have it.',
  'age-gate':
    'Log in with an account that is old enough, or answer the question once, in "lastpost channel login CHANNEL"; then take the snapshot again.',
  'country-gate': 'Take the snapshot again from an office or a server in a country where the page is shown.',
  'logged-out':
    'Log in again with "lastpost channel login CHANNEL", then give the same command again: it goes on where it stopped.',
  robots: 'robots.txt forbids it. For a site of your own use --robots ignore; the snapshot says that you did.',
  empty: 'The site answered without any content; open the address in a browser to see whether it should.',
  'not-html': 'It is not a web page. It was kept as a file where possible.',
  'resource-failed':
    'A part of a page could not be loaded; take the snapshot again, or check whether the part still exists.',
  'not-kept': 'A live connection cannot be kept in an archive; take screenshots of what it shows.',
  crashed: 'The page crashed the browser twice; try with fewer --workers, or capture it by itself.',
  unreadable: 'The page resists being read by a program; save it by hand in a browser, or take a screenshot of it.',
  'page-budget': 'The page was still loading when its time was up; give it more with --page-time.',
  'not-public':
    'Only public addresses were allowed; without --public-only this machine and its network can be read too.',
  'script-stopped': 'A script of the page would not end; see in the picture whether all of the page is there.',
  'limit-body': 'It is larger than a body may be; raise archive.bounds.body in lastpost.yaml if it should be kept.',
  'limit-ratio': 'It unpacks to many times its size, as a trap does; raise archive.bounds.ratio if it is none.',
  'limit-requests': 'The page asks for more and more; raise archive.bounds.requests if it needs it all.',
  'limit-frames': 'The page opens frame after frame; raise archive.bounds.frames if it needs them all.',
  'limit-popups': 'The page opens window after window; raise archive.bounds.popups if they matter.',
  'limit-links': 'Raise archive.bounds.links in lastpost.yaml, or start again from the pages that are missing.',
  'limit-sockets': 'A live connection cannot be kept in an archive; take screenshots of what it shows.',
  'limit-segments': 'Raise archive.bounds.segments in lastpost.yaml to keep longer films and recordings.',
  'live-media': 'A live stream has no end to keep; ask for the recording, or record it with other means.',
  'behaviour-failed':
    'A behaviour stumbled over this page, the rest of it is there; docs/behaviours.md tells how to write and check your own.',
  'limit-pages': 'Raise --max-pages to get the rest.',
  'limit-time': 'Raise --max-time to get the rest.',
  'limit-bytes': 'Raise --max-bytes to get the rest.',
  interrupted: 'Take the snapshot again and let it finish.',
};

/** @param at the instant it was noticed @param count how many things are missing by it, 1 unless said */
export function makeGap(reason: GapReason, url: string, message: string, at: Date, count?: number): Gap {
  return { reason, url, message, hint: hints[reason], at: at.toISOString(), ...(count === undefined ? {} : { count }) };
}

const byNetError: readonly (readonly [pattern: RegExp, reason: GapReason, words: string])[] = [
  [/NOT_PUBLIC/, 'not-public', 'it is not at a public address'],
  [/NAME_NOT_RESOLVED|NameNotResolved|ENOTFOUND|EAI_AGAIN|EAI_NONAME/, 'no-such-host', 'there is no such host'],
  [/PROXY|TUNNEL/, 'connection-failed', 'the proxy did not let it through'],
  [/SSL_PROTOCOL_ERROR|wrong version number/i, 'tls-error', 'it does not speak https as it should'],
  [/ERR_CERT|ERR_SSL|SSL_|CERT_|self.signed|certificate|ALTNAME|EPROTO/i, 'tls-error', 'its certificate is not valid'],
  [/TOO_MANY_REDIRECTS|redirect count/, 'redirect-loop', 'it redirects for ever'],
  [/TIMED_OUT|TimedOut|Timeout|ETIMEDOUT|HEADERS_TIMEOUT|BODY_TIMEOUT/, 'timeout', 'it did not answer in time'],
  [/EMPTY_RESPONSE|other side closed/, 'empty', 'it closed the connection without an answer'],
  [
    /CONNECTION|REFUSED|ECONN|ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|EHOST|ENET|Failed|NETWORK/i,
    'connection-failed',
    'the connection failed',
  ],
];

/** What a network error of Chromium (`net::ERR_…`) or of Node (`ENOTFOUND`) means for a person. */
export function explainNetError(text: string): { reason: GapReason; words: string } {
  const known = byNetError.find(([pattern]) => pattern.test(text));
  return known
    ? { reason: known[1], words: known[2] }
    : { reason: 'connection-failed', words: 'it could not be loaded' };
}

/** What is missing when a visit broke off. @param url as it may be told @param error the browser's, or the page's */
export function gapOfError(error: unknown, url: string, at: Date): Gap {
  const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const isDead = /crash|closed/i.test(words);
  return makeGap(isDead ? 'crashed' : 'unreadable', url, `${url}: ${isDead ? 'the tab died' : words}.`, at);
}

/** Statuses of a page that mean something is missing. 404 and 410 are answers, not gaps. */
export function gapOfStatus(status: number): GapReason | undefined {
  if (status === 429) return 'rate-limited';
  if (status === 401 || status === 403 || status === 407 || status === 451) return 'forbidden';
  if (status >= 500) return 'server-error';
  return undefined;
}
