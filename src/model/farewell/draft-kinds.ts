import type { LimitedText } from '../channel.ts';
import type { Audience } from './exit-facts.ts';

export const crisisTopics = [
  'hypocrisy',
  'censorship',
  'unanswered',
  'only-app',
  'insolvency',
  'job-cuts',
  'fake-account',
  'prize',
  'journalist',
  'politics',
] as const;

export const emergencies = ['hacked', 'banned', 'closing'] as const;

/** Every kind of draft, by the name of its folder in templates/<locale>/. */
export const draftKinds = [
  'announcement',
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'last-post',
  'pinned-post',
  'bio',
  'auto-reply',
  'blog-post',
  'landing-page',
  'newsletter',
  'press-release',
  'staff-memo',
  'service-card',
  'faq',
  'partner-notice',
  'influencer-notice',
  'banner',
  'gone-page',
  'redirect-page',
  'image-card',
  'crisis-hypocrisy',
  'crisis-censorship',
  'crisis-unanswered',
  'crisis-only-app',
  'crisis-insolvency',
  'crisis-job-cuts',
  'crisis-fake-account',
  'crisis-prize',
  'crisis-journalist',
  'crisis-politics',
  'comeback',
  'emergency-hacked',
  'emergency-banned',
  'emergency-closing',
] as const;

export type DraftKind = (typeof draftKinds)[number];

/**
 * left: on each channel that is left · every: on all channels, those that stay as well · once: on no channel.
 * What stands `once` is Markdown; what stands on a channel is plain text as the platform takes it.
 */
export type DraftPlace = 'left' | 'every' | 'once';

export interface DraftKindSpec {
  readonly place: DraftPlace;
  readonly audience: Audience;
  /** The limit that its text has to keep on a channel; null: none is known. */
  readonly limited: LimitedText | null;
  /**
   * When it goes out: with an audience, some days before the last post at the hour of the announcement, with the last post, or
   * when it is needed.
   */
  readonly at: { readonly with: Audience } | { readonly daysBefore: number } | 'last-post' | 'when-needed';
}

const published = (limited: LimitedText | null, place: DraftPlace = 'left') =>
  ({ place, audience: 'public', limited, at: { with: 'public' } }) as const;
const reminder = (daysBefore: number) =>
  ({ place: 'left', audience: 'public', limited: 'post', at: { daysBefore } }) as const;
const told = (audience: Audience) => ({ place: 'once', audience, limited: null, at: { with: audience } }) as const;
const ready = (limited: LimitedText | null) =>
  ({ place: 'once', audience: 'public', limited, at: 'when-needed' }) as const;

export const kindSpecs: Readonly<Record<DraftKind, DraftKindSpec>> = {
  announcement: published('post', 'every'),
  'reminder-1': reminder(14),
  'reminder-2': reminder(7),
  'reminder-3': reminder(2),
  'last-post': { place: 'left', audience: 'public', limited: 'post', at: 'last-post' },
  'pinned-post': published('post'),
  bio: published('bio'),
  'auto-reply': published(null),
  'blog-post': published(null, 'once'),
  'landing-page': published(null, 'once'),
  newsletter: published(null, 'once'),
  'press-release': published(null, 'once'),
  'staff-memo': told('staff'),
  'service-card': told('leads'),
  faq: told('leads'),
  'partner-notice': told('partners'),
  'influencer-notice': told('partners'),
  banner: published(null, 'once'),
  'gone-page': { place: 'once', audience: 'public', limited: null, at: 'last-post' },
  'redirect-page': { place: 'once', audience: 'public', limited: null, at: 'last-post' },
  'image-card': published(null, 'once'),
  'crisis-hypocrisy': ready('post'),
  'crisis-censorship': ready('post'),
  'crisis-unanswered': ready('post'),
  'crisis-only-app': ready('post'),
  'crisis-insolvency': ready('post'),
  'crisis-job-cuts': ready('post'),
  'crisis-fake-account': ready('post'),
  'crisis-prize': ready('post'),
  'crisis-journalist': ready(null),
  'crisis-politics': ready('post'),
  comeback: ready('post'),
  'emergency-hacked': ready('post'),
  'emergency-banned': ready('post'),
  'emergency-closing': ready('post'),
};
