/** How an address was found on a page, surest first. */
export type How =
  | 'rel=me'
  | 'JSON-LD sameAs'
  | 'itemprop=sameAs'
  | 'twitter:site'
  | 'article:publisher'
  | 'fb:page_id'
  | 'fediverse:creator'
  | 'twitter:creator'
  | 'header link'
  | 'footer link'
  | 'navigation link'
  | 'link'
  | 'link to a post'
  | 'this site';

/** An address that may be an account of the brand, in one place. */
export interface Sighting {
  readonly how: How;
  readonly address: string;
  /** It stands beside who made the site, or is marked as an author's: then it may be somebody else's. */
  readonly isOthers: boolean;
}

/** A link to another page of the same site. */
export interface SiteLink {
  readonly url: string;
  /** What is read on it, for a guess what it leads to. */
  readonly text: string;
  readonly isInFrame: boolean;
}

export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
}

/** What one page says about where else the brand is. */
export interface PageReading {
  readonly title: string | null;
  /** `og:site_name`, or what JSON-LD calls the site. */
  readonly siteName: string | null;
  readonly sightings: readonly Sighting[];
  readonly links: readonly SiteLink[];
  readonly feeds: readonly FoundFeed[];
  readonly software: 'wordpress' | 'ghost' | 'substack' | undefined;
  /** So little stands in it that scripts must make the page. */
  readonly isBare: boolean;
}
