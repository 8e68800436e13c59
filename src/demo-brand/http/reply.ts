import type { Html } from './html.ts';

export type ReplyHeaders = Readonly<Record<string, string | readonly string[]>>;

/** What a site answers, before conditions, ranges and compression are looked at. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: Uint8Array;
  /** Parts of it can be asked for with `Range`. */
  readonly ranges?: boolean;
  /** Sent in pieces and without a length, as PHP sends a page while it is still writing it. */
  readonly chunked?: boolean;
  /** Server time before the first byte. */
  readonly delayMs?: number;
}

/** One request, read and taken apart. */
export interface SiteRequest {
  readonly method: string;
  /** Percent-encoded path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What was posted, as text; '' when nothing was. */
  readonly body: string;
}

/** A site: a pure function from request to reply. */
export type Site = (request: SiteRequest) => Reply;

export function textReply(type: string, text: string, more: Partial<Reply> = {}): Reply {
  return {
    status: 200,
    body: Buffer.from(text, 'utf8'),
    ...more,
    headers: { 'Content-Type': `${type}; charset=UTF-8`, ...more.headers },
  };
}

export function htmlReply(page: Html, more: Partial<Reply> = {}): Reply {
  return textReply('text/html', `<!DOCTYPE html>\n${page.markup}\n`, { chunked: true, ...more });
}

export function jsonReply(value: unknown, more: Partial<Reply> = {}): Reply {
  return textReply('application/json', JSON.stringify(value), more);
}

export function redirectReply(status: 301 | 302, location: string): Reply {
  return { status, headers: { Location: location, 'Content-Type': 'text/html; charset=UTF-8' }, body: Buffer.alloc(0) };
}
