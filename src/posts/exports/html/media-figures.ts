import type { Post, PostMedia } from '../../../model/post.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { PlacedMedium } from '../media-folder.ts';
import { safeUrl } from '../safe-url.ts';
import type { Texts } from './texts.ts';

/** A medium and where it is. */
export interface ShownMedium {
  readonly medium: PostMedia;
  readonly place: PlacedMedium;
  /** What a reader who does not see it is told. */
  readonly alt: string;
}

export function shownMedia({ media }: Post, placed: readonly PlacedMedium[], texts: Texts): readonly ShownMedium[] {
  return media.map((medium, index) => ({
    medium,
    place: placed[index] ?? { file: null, why: 'never-had' },
    alt: medium.alt ?? texts.withoutAlt(index + 1, media.length),
  }));
}

/** Every medium of a post as a figure; `inText` are files that its text shows already. */
export function mediaFigures(
  media: readonly ShownMedium[],
  up: string,
  texts: Texts,
  inText: ReadonlySet<string> = new Set(),
): string {
  const figures = media
    .filter(({ place }) => place.file === null || !inText.has(place.file))
    .map((shown) => figure(shown, up, texts));
  if (figures.length === 0) return '';
  return `<div class="media${figures.length > 1 ? ' several' : ''}">\n${figures.join('\n')}\n</div>`;
}

function figure(shown: ShownMedium, up: string, texts: Texts): string {
  const { medium, place, alt } = shown;
  if (place.file === null) return missing(shown, texts);
  const src = `${up}${place.file}`;
  const caption = medium.alt === null ? '' : `<figcaption dir="auto">${escapeMarkup(medium.alt)}</figcaption>`;
  const label = `aria-label="${escapeMarkup(medium.alt ?? texts.medium[medium.kind])}"`;
  if (medium.kind === 'video') {
    return `<figure><video controls preload="metadata" ${label} src="${src}"></video>${caption}</figure>`;
  }
  if (medium.kind === 'audio') {
    return `<figure><audio controls preload="metadata" ${label} src="${src}"></audio>${caption}</figure>`;
  }
  if (medium.kind === 'file' || !canBeShown(place.file)) {
    const name = escapeMarkup(medium.alt ?? texts.medium[medium.kind]);
    return `<figure class="file"><a href="${src}" download>${texts.openFile}: ${name}</a></figure>`;
  }
  const picture = `<img src="${src}" alt="${escapeMarkup(alt)}"${sizeOf(medium)} loading="lazy" decoding="async">`;
  // An SVG opened by itself could run what is in it; as a picture in a page it cannot.
  return `<figure>${/\.svg$/.test(src) ? picture : `<a href="${src}">${picture}</a>`}${caption}</figure>`;
}

/** What browsers show as a picture. */
function canBeShown(file: string): boolean {
  return /\.(jpg|png|gif|webp|avif|svg|bmp|ico)$/.test(file);
}

export function sizeOf({ width, height }: PostMedia): string {
  return width && height ? ` width="${Math.round(width)}" height="${Math.round(height)}"` : '';
}

function missing({ medium, place }: ShownMedium, texts: Texts): string {
  const url = safeUrl(medium.url);
  const why = place.file === null && place.why === 'unreadable' ? texts.unreadable : texts.notHad;
  const alt = medium.alt === null ? '' : `<span dir="auto">${escapeMarkup(medium.alt)}</span>`;
  const address =
    url === null ? '' : `<a href="${escapeMarkup(url)}" rel="noopener noreferrer">${escapeMarkup(url)}</a>`;
  return `<figure class="missing"><p><strong>${texts.medium[medium.kind]}: ${why}</strong></p>${alt}${address}</figure>`;
}

const MOST_THUMBNAILS = 4;

/** Small pictures for a list; of what cannot be shown small, its name. */
export function thumbnails(media: readonly ShownMedium[], href: string, texts: Texts): string {
  const pictures = media.filter(
    ({ medium, place }) => medium.kind === 'image' && place.file !== null && canBeShown(place.file),
  );
  const others = media.filter((shown) => !pictures.includes(shown));
  const shown = pictures.slice(0, MOST_THUMBNAILS).map(({ place, alt }) => {
    return `<img src="${place.file}" alt="${escapeMarkup(alt)}" loading="lazy" decoding="async">`;
  });
  const left = pictures.length - shown.length;
  const notes = [
    ...others.map(({ medium, place }) => {
      const why = place.file === null ? ` (${texts.notHad})` : '';
      return escapeMarkup(`${texts.medium[medium.kind]}${medium.alt === null ? '' : `: ${medium.alt}`}${why}`);
    }),
    ...(left > 0 ? [texts.more(left)] : []),
  ];
  const grid =
    shown.length === 0 ? '' : `<a class="thumbs n${shown.length}" href="${href}" tabindex="-1">${shown.join('')}</a>`;
  return grid + (notes.length === 0 ? '' : `<p class="attached" dir="auto">${notes.join(' · ')}</p>`);
}
