import type { Body, Exchange, HttpHeaders } from '../../model/http.ts';
import type { CaptureContext } from './capture-context.ts';
import { type PausedResponse, requestBodyOf } from './paused-response.ts';

/** Hands one exchange to the sink with secrets redacted, counts it, and gives its body back. */
export async function recordExchange(context: CaptureContext, exchange: Exchange): Promise<void> {
  const { redactor, ledger } = context;
  ledger.responses += 1;
  ledger.bodyBytes += exchange.body.lengthBytes;
  try {
    await context.sink.exchange({
      ...exchange,
      url: redactor.text(exchange.url),
      requestHeaders: redactor.headers(exchange.requestHeaders),
      responseHeaders: redactor.headers(exchange.responseHeaders),
    });
    if (exchange.method === 'GET' && exchange.status < 400) ledger.record(exchange.url, redactor.text(exchange.url));
  } finally {
    await exchange.body.dispose();
  }
}

/** The exchange of a paused response and the body that was read from it. */
export function exchangeOf(paused: PausedResponse, headers: HttpHeaders, body: Body, fetchedAt: Date): Exchange {
  const requestBody = requestBodyOf(paused);
  return {
    url: withoutFragment(paused.request.url),
    method: paused.request.method,
    requestHeaders: Object.entries(paused.request.headers),
    ...(requestBody ? { requestBody } : {}),
    status: paused.responseStatusCode ?? 0,
    statusText: paused.responseStatusText ?? '',
    responseHeaders: headers,
    body,
    bodyIsRaw: false,
    fetchedAt,
  };
}

export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
