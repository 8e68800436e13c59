import { KnownError } from '../../base/known-error.ts';
import { softwareName } from '../../base/software.ts';
import { webhookSignature } from '../../schedules/sign-webhook.ts';

export interface WebhookMessage {
  /** https, or http on this machine. May hold a token: it is never shown but for its host. */
  readonly url: string;
  /** null: not signed. */
  readonly secret: string | null;
  readonly body: string;
  /** The same for each attempt: by it the receiver knows what it has already. */
  readonly delivery: string;
  /** UTC ISO 8601 */
  readonly at: string;
}

const TIMEOUT_MS = 20_000;

/**
 * Posts one message. A redirect is not followed: it would carry what is told to a place that nobody named.
 * @throws KnownError `notice.bad-webhook`, `notice.webhook-failed`
 */
export async function postWebhook(message: WebhookMessage, signal: AbortSignal): Promise<void> {
  const url = webhookUrl(message.url);
  const status = await answerOf(url, message, signal);
  if (status >= 200 && status < 300) return;
  const what = status >= 300 && status < 400 ? 'wants to send it elsewhere' : 'did not take it';
  throw new KnownError('notice.webhook-failed', `The webhook at ${url.host} ${what} (status ${status}).`, {
    hint: 'Look what the service says about the webhook, and give its final address.',
  });
}

async function answerOf(
  url: URL,
  { secret, body, delivery, at }: WebhookMessage,
  signal: AbortSignal,
): Promise<number> {
  const request = {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    headers: {
      'content-type': 'application/json',
      'user-agent': softwareName(),
      'x-lastpost-delivery': delivery,
      'x-lastpost-time': at,
      ...(secret === null ? {} : { 'x-lastpost-signature': webhookSignature(secret, at, body) }),
    },
    body,
  } as const;
  const response = await fetch(url, request).catch((error: unknown) => ({ error }));
  if ('error' in response) throw unanswered(url, response.error, signal);
  await response.body?.cancel();
  return response.status;
}

/** Without what it was caused by: its text may have the address in it, and the address may be a secret. */
function unanswered({ host }: URL, error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const why = error instanceof Error && error.name === 'TimeoutError' ? 'did not answer in time' : 'cannot be reached';
  return new KnownError('notice.webhook-failed', `The webhook at ${host} ${why}.`, {
    hint: 'Check its address, and that no firewall stands between.',
  });
}

/** Looked at again here: what the environment holds has been through no schema. */
function webhookUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url !== undefined && /^127\.|^\[::1\]$|(^|\.)localhost$/.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return url;
  throw new KnownError('notice.bad-webhook', 'The address of the webhook does not begin with https://.', {
    hint: 'Correct it where notify.webhook says: in lastpost.yaml or in the environment. http:// is for this machine alone.',
    exitCode: 2,
  });
}
