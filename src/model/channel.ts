import type { Fact } from './fact.ts';
import type { LocalText, PlatformId } from './platform.ts';

/** How much of an account a visitor without a login can get to, from everything to nothing. */
export type AccessLevel = 'whole' | 'part' | 'single-posts' | 'login' | 'gone';

export interface PublicAccess {
  readonly level: AccessLevel;
  /** What one sees without a login. */
  readonly text: LocalText;
}

/** freeze: keep the handle, post no more · redirect: move and signpost · delete. */
export type ExitMode = 'freeze' | 'redirect' | 'delete';

/** A time somebody has to reckon with besides the grace time, such as until a change of owner takes effect. */
export interface Wait {
  readonly what: LocalText;
  readonly days: number;
}

export type LimitedText =
  | 'post'
  | 'title'
  | 'name'
  | 'bio'
  | 'about'
  | 'tagline'
  | 'description'
  | 'caption'
  | 'alt'
  | 'hashtags'
  | 'topic-tags'
  | 'links'
  | 'fold'
  | 'subject'
  | 'preheader';

/** How a platform counts. `characters`: no source says how exactly. `pieces`: hashtags and links, not their letters. */
export type Counting =
  | 'x-weighted'
  | 'utf-16'
  | 'graphemes'
  | 'utf-8-bytes'
  | 'emoji-as-utf-8-bytes'
  | 'characters'
  | 'pieces'
  | 'gsm-7'
  | 'ucs-2';

export interface Limit {
  readonly what: LimitedText;
  readonly most: number;
  readonly counting: Counting;
  /** Under which circumstances it holds; the ordinary case has none. */
  readonly variant?: 'premium' | 'api' | 'single' | 'part';
  /** What every link counts as, however long it is. */
  readonly linkLength?: number;
  /** `@user@host` counts as `@user`. */
  readonly mentionsWithoutHost?: true;
  /** The content warning counts with the text below it. */
  readonly withWarning?: true;
}

/**
 * What is known about a platform for somebody who leaves it. A list has one fact for each thing found, and one unknown
 * fact when nothing was; sources that differ stand beside each other.
 */
export interface ChannelFacts {
  readonly publicAccess: Fact<PublicAccess>;
  /** Addresses and interfaces that answer without a login, as the platform documents them. */
  readonly openAddresses: Fact<readonly string[]>;
  /** What the official export is, and what it lacks. */
  readonly officialExport: Fact<LocalText>;
  /** Files by which the export is known. */
  readonly exportFiles: Fact<readonly string[]>;
  /** https address where the export is asked for, or explained. */
  readonly exportPage: Fact<string>;
  /** https address where the account is deleted, or that is explained. */
  readonly deletionPage: Fact<string>;
  readonly deletionEffect: Fact<LocalText>;
  /** Days in which a deletion can be taken back, or until it is finished. */
  readonly grace: readonly Fact<number>[];
  readonly waits: readonly Fact<Wait>[];
  /** What becomes of the name. */
  readonly handleReuse: Fact<LocalText>;
  /** Ways out that were found; one that is missing was not found, which does not rule it out. */
  readonly exitModes: Fact<readonly ExitMode[]>;
  /** Days within which somebody must log in to keep a frozen account. */
  readonly loginToKeep: Fact<number>;
  readonly limits: readonly Fact<Limit>[];
  /** What to open and press there, in the words of its interface; a way that is missing was not looked for. */
  readonly ways?: Readonly<Partial<Record<ExitPlace, Fact<LocalText>>>>;
}

/**
 * Places on a platform that somebody who leaves has to find: where the official export is asked for, the account deactivated or
 * deleted, moved or led on, its name and description changed, a post pinned, and direct messages closed or answered by themselves.
 */
export const exitPlaces = ['export', 'deactivate', 'delete', 'redirect', 'profile', 'pin', 'messages'] as const;

export type ExitPlace = (typeof exitPlaces)[number];

/** What an address says about itself. */
export type Recognised = {
  readonly platform: PlatformId;
  /** False when the address fits, but only the server could tell, as with WordPress under a domain of its own. */
  readonly isSure: boolean;
} & (
  | {
      readonly shows: 'account';
      /** As the platform compares it: in lower case where case makes no difference. */
      readonly handle: string;
      /** The canonical address of the account. */
      readonly url: string;
    }
  | {
      /** `other`: sharing, searching, logging in, help, and whatever else is no account and no post. */
      readonly shows: 'post' | 'other';
      /** Undefined when the address does not say whose it is. */
      readonly handle: string | undefined;
      /** The account's address; undefined when it cannot be made from this one. */
      readonly url: string | undefined;
    }
);

/** The one account that a snapshot is about. */
export interface ChannelPlace {
  readonly platform: PlatformId;
  /** As the platform compares it; undefined when nobody said. */
  readonly handle: string | undefined;
  /** http(s) address of the account; its origin is where the interfaces of a site of one's own are. */
  readonly url: string;
  /** Base address of the platform's open interface where that is not the usual one (`api:` in lastpost.yaml). */
  readonly api?: string;
}

/** How far a crawl of an account may go by itself. */
export interface ChannelScope {
  readonly kind: 'host' | 'prefix' | 'page';
  /** Addresses that belong to it besides, as regular expressions over the whole address. */
  readonly include?: readonly RegExp[];
  readonly exclude?: readonly RegExp[];
}

/** What lastpost.yaml says instead of a platform's facts, for one channel. */
export interface FactOverrides {
  /** YYYY-MM-DD; the day it is read when absent. */
  readonly checkedOn?: string;
  readonly graceDays?: number;
  readonly loginToKeepDays?: number;
  readonly postLimit?: number;
  readonly titleLimit?: number;
  readonly bioLimit?: number;
  readonly exportPage?: string;
  readonly deletionPage?: string;
}
