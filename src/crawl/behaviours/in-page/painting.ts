import type { PageKit } from './page-kit.ts';

/**
 * Waits until what is in sight is drawn: a picture that has arrived may still be decoded (`decoding="async"`), and its
 * place stays empty in a screenshot until then; a text waits for its font.
 * @param waitMs what never arrives is waited for no longer
 */
export async function untilPainted(kit: PageKit, waitMs: number): Promise<void> {
  const isInSight = (element: Element): boolean => {
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  const pictures = kit.all('img').filter((element): element is HTMLImageElement => element instanceof HTMLImageElement);
  const waited = pictures.filter((picture) => picture.currentSrc !== '' && isInSight(picture));
  const decoded = waited.map((picture) => picture.decode().catch(() => undefined));
  await Promise.race([Promise.all([document.fonts.ready, ...decoded]), kit.pause(waitMs)]);
  await kit.frame();
  await kit.frame();
}
