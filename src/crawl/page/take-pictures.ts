import type { Picture } from '../../model/page.ts';
import { type DevtoolsConnection, DevtoolsError } from '../browser/devtools-connection.ts';

/** Taller pages than this are cut: Chromium's surface ends at 16,384 pixels. */
const maxHeight = 16_384;
const thumbnailWidth = 320;

interface Shooter {
  readonly devtools: DevtoolsConnection;
  readonly sessionId: string;
}

/** The first screen as it stands, PNG. */
export function firstScreen(shooter: Shooter): Promise<Picture | undefined> {
  return shoot(shooter, 'image/png', { format: 'png', optimizeForSpeed: true });
}

/** The whole page from its top, JPEG, up to 16,384 pixels high, wherever it is scrolled to. */
export async function fullPage(shooter: Shooter, width: number): Promise<Picture | undefined> {
  const height = Math.min(await contentHeight(shooter), maxHeight);
  return shoot(shooter, 'image/jpeg', {
    format: 'jpeg',
    quality: 75,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
}

async function contentHeight({ devtools, sessionId }: Shooter): Promise<number> {
  const metrics = await devtools.send<{ cssContentSize: { height: number } }>('Page.getLayoutMetrics', {}, sessionId);
  return Math.max(1, Math.ceil(metrics.cssContentSize.height));
}

/** The first screen, 320 pixels wide, JPEG. */
export function thumbnail(shooter: Shooter, viewport: { width: number; height: number }) {
  const clip = { x: 0, y: 0, ...viewport, scale: thumbnailWidth / viewport.width };
  return shoot(shooter, 'image/jpeg', { format: 'jpeg', quality: 70, clip });
}

/** A page that cannot be photographed (too large a surface, a dying tab) is archived without the picture. */
async function shoot(shooter: Shooter, mime: Picture['mime'], params: object): Promise<Picture | undefined> {
  try {
    const { data } = await shooter.devtools.send<{ data: string }>('Page.captureScreenshot', params, shooter.sessionId);
    return { mime, bytes: Buffer.from(data, 'base64') };
  } catch (error) {
    if (error instanceof DevtoolsError) return undefined;
    throw error;
  }
}
