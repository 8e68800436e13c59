/** Every platform Lastpost knows, by the name of its folder in channels/; the generic website comes last. */
export const platformIds = [
  'x',
  'facebook',
  'instagram',
  'threads',
  'linkedin',
  'youtube',
  'tiktok',
  'pinterest',
  'reddit',
  'tumblr',
  'medium',
  'wordpress',
  'ghost',
  'substack',
  'mastodon',
  'bluesky',
  'telegram',
  'xing',
  'google-plus',
  'website',
] as const;

export type PlatformId = (typeof platformIds)[number];

/** The languages in which the facts are written. */
export const factLanguages = ['de', 'en'] as const;

export type FactLanguage = (typeof factLanguages)[number];

/** The same said twice, each time as a person would write it. */
export type LocalText = Readonly<Record<FactLanguage, string>>;
