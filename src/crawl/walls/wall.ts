import type { HttpHeaders } from '../../model/http.ts';

/** What can stand where a page should be. Each is a `GapReason` of the same name. */
export type WallKind = 'login-wall' | 'bot-wall' | 'rate-limited' | 'content-unavailable' | 'age-gate' | 'country-gate';

/** What a settled page shows, as far as it tells a wall from content. */
export interface WallPage {
  readonly title: string;
  /** Visible text, its first 8,000 characters. */
  readonly text: string;
  readonly words: number;
  readonly links: number;
  /** A visible password field outside header, menu, sidebar and footer. */
  readonly hasLoginForm: boolean;
  /** The page says that it is an article, which no wall does. */
  readonly isArticle: boolean;
  /** Which of the selectors that were asked for are there. */
  readonly found: readonly string[];
  /** What the page's robots meta tags say, as written. */
  readonly robots: readonly string[];
}

/** Everything `recogniseWall` goes by. */
export interface WallEvidence {
  readonly askedUrl: string;
  /** Where the tab stands now, scripts and redirects included. */
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Undefined when the page could not be asked: then address, status and headers have to do. */
  readonly page: WallPage | undefined;
}

/** Where a sign was seen. A wall is rarely seen in one place only, and one place counts once. */
export type SignPart = 'status' | 'address' | 'header' | 'title' | 'text' | 'page' | 'size';

export interface Wall {
  readonly kind: WallKind;
  /** Who put it up, such as `Cloudflare`; '' when that is not known. */
  readonly by: string;
  /** What it was recognised by, strongest first, each a few words for a person. */
  readonly signs: readonly string[];
}
