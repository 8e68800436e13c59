/** A text that is too large for its place also where it is as small as may be. */
export interface Misfit {
  /** The name that the page gives it. */
  readonly part: string;
  readonly axis: 'width' | 'height';
  readonly overPx: number;
}

export interface FitReport {
  readonly misfits: readonly Misfit[];
  /** What stands for pictures that cannot be drawn. */
  readonly undrawn: readonly string[];
}

/**
 * Runs in a page. Makes its texts smaller, the most generous first, until each fits into its width and all fit into their boxes:
 * those in a box that is too full, then others, which leave it more room. `data-fit` names a text and `data-least` its smallest
 * size in pixels; `data-box` is what nothing may stick out of.
 */
export async function fitText(): Promise<FitReport> {
  await document.fonts.ready;
  const pictures = [...document.images];
  const decoded = await Promise.all(
    pictures.map((picture) =>
      picture.decode().then(
        () => picture.naturalWidth > 0,
        () => false,
      ),
    ),
  );
  const undrawn = pictures.filter((_, at) => !decoded[at]).map(({ alt }) => alt);
  const parts = [...document.querySelectorAll<HTMLElement>('[data-fit]')];
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-box]')];
  const sizeOf = (part: HTMLElement) => Number.parseFloat(getComputedStyle(part).fontSize);
  const leastOf = (part: HTMLElement) => Number(part.dataset.least);
  const spare = (part: HTMLElement) => sizeOf(part) / leastOf(part);
  const tooWide = (part: HTMLElement) => part.scrollWidth - part.clientWidth;
  const tooHigh = (box: HTMLElement) => box.scrollHeight - box.clientHeight;
  const smaller = (part: HTMLElement) => {
    part.style.fontSize = `${Math.max(leastOf(part), sizeOf(part) * 0.98).toFixed(2)}px`;
  };
  for (;;) {
    const shrinkable = parts.filter((part) => spare(part) > 1);
    const wide = shrinkable.filter((part) => tooWide(part) > 0);
    const full = boxes.filter((box) => tooHigh(box) > 0);
    const inFull = shrinkable.filter((part) => full.some((box) => box.contains(part)));
    const [generous] = [...(inFull.length > 0 ? inFull : shrinkable)].sort((a, b) => spare(b) - spare(a));
    const one = full.length === 0 || generous === undefined ? [] : [generous];
    const next = wide.length > 0 ? wide : one;
    if (next.length === 0) break;
    next.forEach(smaller);
  }
  const name = (part: HTMLElement | undefined) => part?.dataset.fit ?? '';
  const misfits: Misfit[] = parts
    .filter((part) => tooWide(part) > 0)
    .map((part) => ({ part: name(part), axis: 'width', overPx: tooWide(part) }));
  // Which of the texts is to blame where all together are too high: the one that takes most.
  const [highest] = [...parts].sort((a, b) => b.offsetHeight - a.offsetHeight);
  const overPx = Math.max(0, ...boxes.map(tooHigh));
  if (overPx > 0) misfits.push({ part: name(highest), axis: 'height', overPx });
  return { misfits, undrawn };
}
