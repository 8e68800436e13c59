/** A cookie as browsers keep it. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  /** `example.org` for the host alone, `.example.org` for its subdomains too. */
  readonly domain: string;
  readonly path: string;
  /** Unix seconds; -1 for one that ends with the browser. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
}

/** What makes a browser logged in, as far as a file can hold it. */
export interface StoredSession {
  readonly cookies: readonly SessionCookie[];
  readonly origins: readonly {
    readonly origin: string;
    readonly localStorage: readonly { readonly name: string; readonly value: string }[];
  }[];
}

/** What a crawl is to be logged in with. */
export interface CrawlSession {
  readonly source: 'profile' | 'cookies-file';
  /** A kept browser profile; the crawl works on a copy of it. */
  readonly profileDir?: string;
  readonly stored?: StoredSession;
  /** What a person does to log in again, as the end of "Logged out of example.org; …". */
  readonly howToLogIn: string;
}

/** Told when the crawl finds itself logged out. */
export interface LoggedOut {
  readonly host: string;
  /** A sentence for a person: what happened and what to do. */
  readonly message: string;
}

/** A host with cookies; never a value. */
export interface CookieHost {
  readonly host: string;
  readonly cookies: number;
  /** When the last of them ends, UTC ISO 8601; null when one of them ends with the browser. */
  readonly until: string | null;
}
