import { type Html, html } from '../http/html.ts';

export const UPLOADS = '/wp-content/uploads';

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly smallWidth: number;
  readonly smallHeight: number;
}

const PHOTO: Shape = { width: 1200, height: 800, smallWidth: 600, smallHeight: 400 };
const SHEET: Shape = { width: 1024, height: 768, smallWidth: 480, smallHeight: 360 };

/** Sheets of the anniversary series begin with their year. */
function shapeOf(file: string): Shape {
  return /\/\d{4}-[a-z]+$/.test(file) ? SHEET : PHOTO;
}

export function largeUrl(file: string): string {
  return `${UPLOADS}/${file}.jpg`;
}

export function smallUrl(file: string): string {
  const { smallWidth, smallHeight } = shapeOf(file);
  return `${UPLOADS}/${file}-${smallWidth}x${smallHeight}.jpg`;
}

export interface PictureOptions {
  /** `wide` offers both files by srcset, `card` has the small one alone. */
  readonly slot: 'wide' | 'card';
  /** `native` is loading=lazy; `observer` waits for theme.js to see it come into view. */
  readonly lazy?: 'native' | 'observer' | 'no';
  readonly className?: string;
}

/**
 * An `<img>` as WordPress would write it. A `wide` one takes the large file from 640 px on.
 * A `card` has no srcset: a browser that holds the large file in its cache would take that, now and then.
 */
export function picture(file: string, alt: string, options: PictureOptions): Html {
  const { width, height, smallWidth, smallHeight } = shapeOf(file);
  const name = options.className ?? 'wp-post-image';
  const loading = options.lazy === 'native' ? html`loading="lazy"` : html`fetchpriority="high"`;
  if (options.lazy === 'observer') {
    return html`<img class="${name} is-waiting" width="${width}" height="${height}" alt="${alt}" data-src="${largeUrl(file)}">`;
  }
  if (options.slot === 'card') {
    return html`<img class="${name}" width="${smallWidth}" height="${smallHeight}" alt="${alt}" ${loading} decoding="async" src="${smallUrl(file)}">`;
  }
  const srcset = `${largeUrl(file)} ${width}w, ${smallUrl(file)} ${smallWidth}w`;
  return html`<img class="${name}" width="${width}" height="${height}" alt="${alt}" ${loading} decoding="async" src="${largeUrl(file)}" srcset="${srcset}" sizes="(max-width: 640px) 100vw, 1000px">`;
}
