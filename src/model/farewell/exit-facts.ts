import type { ExitMode } from '../channel.ts';
import type { AddressForm, FarewellLocale, FarewellText } from './locale.ts';

/** Why somebody leaves, from what convinces most to what is hardest to say. Each has its own tone. */
export const reasonKinds = ['values', 'resources', 'privacy', 'platform-closing', 'rebrand', 'forced'] as const;

export type ReasonKind = (typeof reasonKinds)[number];

/** What becomes of posts and comments: they stay to be read, lie in an archive of ours, or go. */
export const contentFates = ['stay', 'archive', 'delete'] as const;

export type ContentFate = (typeof contentFates)[number];

export interface Leaving {
  /** Id of a channel of lastpost.yaml. */
  readonly channel: string;
  readonly mode: ExitMode;
}

export interface Successor {
  /** As people call it: `Mastodon`, `our newsletter`. */
  readonly name: FarewellText;
  readonly url: string;
  /** As it is written there, with its @; null where there is none. */
  readonly handle: string | null;
  /** `2024-03` or `2024-03-12`; null where nobody said. */
  readonly since: string | null;
  /** Its id in lastpost.yaml, where it is one of ours. */
  readonly channel: string | null;
}

export interface Fate {
  readonly posts: ContentFate;
  readonly comments: ContentFate;
  /** Until which day messages are answered, and whether the inbox is emptied then. */
  readonly messages: { readonly answeredUntil: string; readonly then: 'close' | 'delete' };
  /** What becomes of what we know of people, in a sentence. */
  readonly data: FarewellText;
  /** What becomes of prizes, vouchers and draws, in a sentence; null where none is open. */
  readonly prizes: FarewellText | null;
  /** Where the archive can be read; null where it is not public. */
  readonly archiveUrl: string | null;
}

export interface Contact {
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** `Monday to Friday, 9 to 17` */
  readonly hours: FarewellText | null;
  readonly press: { readonly name: string; readonly email: string; readonly phone: string | null } | null;
}

export const audiences = ['leads', 'staff', 'partners', 'public'] as const;

export type Audience = (typeof audiences)[number];

/** Who is there to answer, `YYYY-MM-DDTHH:MM` in the zone of the exit. */
export interface Duty {
  /** Id of a person of lastpost.yaml. */
  readonly person: string;
  readonly from: string;
  readonly until: string;
}

export const genderStyles = ['neutral', 'pair', 'colon', 'star', 'generic'] as const;

export type GenderStyle = (typeof genderStyles)[number];

export interface Voice {
  readonly address: Readonly<Partial<Record<FarewellLocale, AddressForm>>>;
  readonly gender: GenderStyle;
  readonly claim: FarewellText | null;
  readonly colours: { readonly paper: string; readonly ink: string; readonly accent: string };
  /** Path in the workspace: PNG, JPEG or SVG. */
  readonly logo: string | null;
  readonly forbidden: readonly string[];
  /** Each with its #. */
  readonly hashtags: readonly string[];
}

/** utm_… of links in posts and mails; press and print have none. `{channel}` and `{kind}` are filled in. */
export interface UtmRule {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
}

/** What posts go out through; its limits count beside those of the platforms, the smaller one each time. */
export const publishingTools = ['sprout', 'hootsuite', 'socialbee', 'ayrshare', 'publer', 'buffer'] as const;

export type PublishingTool = (typeof publishingTools)[number];

/** Places for the news that are no channel of lastpost.yaml. */
export const otherPlaces = ['google-business', 'sms'] as const;

export type OtherPlace = (typeof otherPlaces)[number];

/** `exit:` of lastpost.yaml: all that the drafts of an exit are written from, once. */
export interface ExitFacts {
  readonly leaves: readonly [Leaving, ...Leaving[]];
  readonly locales: readonly [FarewellLocale, ...FarewellLocale[]];
  /** IANA name: of every day and hour here. */
  readonly timezone: string;
  /** `YYYY-MM-DD` and `HH:MM`: of the last post. */
  readonly lastDay: string;
  readonly lastTime: string;
  /** When who is told, `YYYY-MM-DDTHH:MM`, in the order of `audiences`. */
  readonly told: Readonly<Record<Audience, string>>;
  readonly reason: {
    readonly kind: ReasonKind;
    /** The one sentence, where the brand has its own; without a full stop of its own it gets one. */
    readonly sentence: FarewellText | null;
  };
  readonly successors: readonly Successor[];
  /** The canonical page on which everything stands, for each language; one for all where there is one. */
  readonly page: FarewellText;
  readonly fate: Fate;
  readonly contact: Contact;
  /** What does not change, in a sentence. */
  readonly stays: FarewellText;
  /** Whom we thank and for what, in a sentence; null: the template's own thanks. */
  readonly thanks: FarewellText | null;
  readonly duty: readonly Duty[];
  readonly voice: Voice;
  readonly imprintUrl: string;
  readonly privacyUrl: string;
  readonly utm: UtmRule | null;
  readonly also: readonly OtherPlace[];
  readonly tools: readonly PublishingTool[];
}
