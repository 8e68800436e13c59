/** Pictures for posts: in a feed, beside a link, and over a whole phone. */
export const imageFormats = ['square', 'wide', 'story'] as const;

/** `shop` is the card beside the till, printed. */
export const cardFormats = [...imageFormats, 'shop'] as const;

export type ImageFormat = (typeof imageFormats)[number];
export type CardFormat = (typeof cardFormats)[number];

/** In pixels, of CSS and of the picture alike. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export const imageSizes: Readonly<Record<ImageFormat, PixelSize>> = {
  square: { width: 1080, height: 1080 },
  wide: { width: 1200, height: 630 },
  story: { width: 1080, height: 1920 },
};

/** What of a story the apps put their own buttons and names over, at its top and at its bottom. */
export const STORY_MARGIN = 250;
