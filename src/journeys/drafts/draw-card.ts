import { KnownError } from '../../base/known-error.ts';
import { printPage } from '../../crawl/print-page.ts';
import type { Shooter } from '../../crawl/shoot-page.ts';
import type { CardLook } from '../../drafts/cards/card-page.ts';
import { imageCardHtml } from '../../drafts/cards/image-card.ts';
import { SHOP_PIXELS, shopCardHtml } from '../../drafts/cards/shop-card.ts';
import { type CardFormat, imageSizes } from '../../model/farewell/card-format.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';

/** What of a card does not fit, also where it is as small as it may be. */
export interface CardMisfit {
  /** A field of the draft, `text`, or `address`, `brand`, `claim`. */
  readonly field: string;
  readonly axis: 'width' | 'height';
  /** In pixels of the card, 96 to the inch on paper. */
  readonly overPx: number;
}

/** A card that would not look right. */
export interface RefusedCard {
  readonly id: string;
  readonly locale: FarewellLocale;
  readonly format: CardFormat;
  /** Fields that the card needs and the draft does not have. */
  readonly missing: readonly string[];
  readonly misfits: readonly CardMisfit[];
}

export interface CardTools {
  readonly look: CardLook;
  readonly facts: ExitFacts;
  readonly shooter: Shooter;
  readonly signal: AbortSignal;
  readonly browserPath: string | undefined;
}

/** What there has to be: nobody publishes a picture without words for those who do not see it. */
const needed = { image: ['headline', 'alt'], shop: ['title'] } as const;

/**
 * One card as the bytes of its file, or what keeps it from being one.
 * @throws KnownError `cards.no-page`, `cards.page-too-long`, `exit.logo`, `shoot.failed`, `print.failed`
 */
export async function drawCard(
  draft: Draft,
  format: CardFormat,
  tools: CardTools,
): Promise<{ readonly bytes: Uint8Array } | RefusedCard> {
  const { id, locale, fields } = draft;
  const missing = needed[format === 'shop' ? 'shop' : 'image'].filter((name) => (fields[name] ?? '').trim() === '');
  if (missing.length > 0) return { id, locale, format, missing, misfits: [] };
  const html =
    format === 'shop'
      ? shopCardHtml(draft, tools.look, pageOf(tools.facts, locale))
      : imageCardHtml(draft, tools.look, format);
  const shot = await tools.shooter.shoot(html, format === 'shop' ? SHOP_PIXELS : imageSizes[format]);
  if (shot.undrawn.length > 0) throw undrawnLogo(tools.facts.voice.logo);
  if (shot.png === null) {
    const misfits = shot.misfits.map(({ part, ...by }) => ({ field: part, ...by }));
    return { id, locale, format, missing, misfits };
  }
  if (format !== 'shop') return { bytes: shot.png };
  return {
    bytes: await printPage(
      shot.html,
      tools.browserPath,
      tools.signal,
      'Try again, or name another browser with --browser PATH.',
    ),
  };
}

function pageOf({ page, locales }: ExitFacts, locale: FarewellLocale): string {
  const found = page[locale];
  if (found !== undefined) return found;
  throw new KnownError('cards.no-page', `The exit has no page in "${locale}" for the QR code of its card.`, {
    hint: `Its languages are: ${locales.join(', ')}. Add one to exit.locales and exit.page, or choose another with --locale.`,
    exitCode: 2,
  });
}

/** Its first bytes are those of a picture, and what follows is not. */
function undrawnLogo(path: string | null): KnownError {
  return new KnownError(
    'exit.logo',
    `The logo ${path ?? ''} begins like a picture, and the browser can draw nothing of it.`,
    {
      hint: 'Open it in another program, and export it anew as PNG, JPEG or SVG.',
      exitCode: 2,
    },
  );
}
