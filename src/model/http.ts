import type { Sha256 } from '../base/digest.ts';

/** Header lines in the order they came, names as they came. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

/** Bytes of a body, in memory while small and in a file when large; readable any number of times until disposed. */
export interface Body {
  readonly lengthBytes: number;
  readonly sha256: Sha256;
  stream(): AsyncIterable<Uint8Array>;
  /** Gives back the memory or the temporary file. Safe to call twice. */
  dispose(): Promise<void>;
}

/** One request and the response it got, as the browser saw it: the body is decoded, the headers are as served. */
export interface Exchange {
  /** Absolute, without fragment. */
  readonly url: string;
  readonly method: string;
  readonly requestHeaders: HttpHeaders;
  /** What was sent, for POST and the like. */
  readonly requestBody?: Uint8Array;
  /** 100–599 */
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: HttpHeaders;
  readonly body: Body;
  /** True when `body` is what the network carried (still encoded); false when the browser has decoded it. */
  readonly bodyIsRaw: boolean;
  /** UTC instant when the response began. */
  readonly fetchedAt: Date;
  /** With status 304: digest of the body that it stands for, which the channel's earlier snapshot has of this address. */
  readonly standsFor?: Sha256;
}

/** First value of a header, matched without regard to case. */
export function headerValue(headers: HttpHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([header]) => header.toLowerCase() === wanted)?.[1];
}
