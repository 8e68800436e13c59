import type { PageKit } from './page-kit.ts';

/**
 * What lies over the page: fixed, sticky and high boxes, found by asking what is on top at points of the screen, and open
 * dialogs. What holds the page's own content, or its menu, is none.
 */
export function layers(kit: PageKit): readonly HTMLElement[] {
  const { state } = kit;
  const nowMs = performance.now();
  if (nowMs - state.layersAtMs < 50) return state.layers;
  const found = new Set<HTMLElement>();
  const add = (from: Element | null) => {
    const layer = kit.layerAround(from);
    if (layer) found.add(layer);
  };
  for (const x of [0.03, 0.25, 0.5, 0.75, 0.97]) {
    for (const y of [0.02, 0.12, 0.3, 0.5, 0.7, 0.88, 0.98]) add(kit.topmostAt(innerWidth * x, innerHeight * y));
  }
  for (const element of kit.all('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]')) {
    if (kit.isVisible(element)) add(element);
  }
  // A bar that a site wrote itself may stand above its first line like any other element.
  for (const element of kit.all('[id*="cookie" i], [class*="cookie" i], [id*="consent" i], [class*="consent" i]')) {
    if (!kit.isVisible(element) || element.closest('article, main') || kit.holdsContent(element)) continue;
    if (!element.matches('body, html') && ![...found].some((layer) => layer.contains(element))) found.add(element);
  }
  state.layers = [...found];
  state.layersAtMs = nowMs;
  return state.layers;
}

/** The element on top at a point, through shadow roots. */
export function topmostAt(_kit: PageKit, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** The outermost raised box round an element that is not the page itself. */
export function layerAround(kit: PageKit, from: Element | null): HTMLElement | undefined {
  const isRaised = (element: Element) => {
    if (element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]')) return true;
    const { position, zIndex } = getComputedStyle(element);
    return position === 'fixed' || position === 'sticky' || (position === 'absolute' && Number(zIndex) >= 100);
  };
  let layer: HTMLElement | undefined;
  for (let element = from; element && element !== document.body; element = kit.parentOf(element)) {
    if (element instanceof HTMLElement && isRaised(element) && !kit.holdsContent(element)) layer = element;
  }
  return layer;
}

export function holdsContent(_kit: PageKit, element: Element): boolean {
  const isDialog = element.matches('dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]');
  const content = isDialog
    ? 'main, [role="main"], [role="feed"]'
    : 'main, [role="main"], [role="feed"], article, nav, [role="navigation"]';
  const own = 'main, article, nav, header, [role="main"], [role="banner"], [role="navigation"]';
  return element.matches(own) || element.querySelector(content) !== null;
}

/** Resolves as soon as the element is out of the picture, at the latest after `waitMs`. */
export async function isGone(kit: PageKit, element: HTMLElement, waitMs: number): Promise<boolean> {
  const isAway = () => {
    if (!element.isConnected || !kit.isVisible(element)) return true;
    const { opacity, pointerEvents } = getComputedStyle(element);
    const { bottom, top } = element.getBoundingClientRect();
    // Layers fade and slide out.
    return (Number(opacity) < 0.05 && pointerEvents === 'none') || bottom <= 0 || top >= innerHeight;
  };
  const endMs = performance.now() + waitMs;
  while (!isAway()) {
    if (performance.now() > endMs) return false;
    await kit.pause(50);
  }
  return true;
}

/** Takes a layer out of the picture, with the empty curtain behind it. */
export function hide(kit: PageKit, element: HTMLElement): void {
  element.style.setProperty('display', 'none', 'important');
  kit.state.layersAtMs = 0;
  if (element instanceof HTMLDialogElement && element.open) element.close();
  for (const layer of kit.layers()) {
    const { width, height } = layer.getBoundingClientRect();
    const isCurtain = width * height > innerWidth * innerHeight * 0.6 && kit.textOf(layer).trim() === '';
    if (isCurtain && !layer.querySelector('img, video, canvas, iframe')) {
      layer.style.setProperty('display', 'none', 'important');
    }
  }
}

/** Layers stop the page from scrolling; who takes one away by force has to undo that too. */
export function giveScrollBack(_kit: PageKit): void {
  for (const element of [document.documentElement, document.body]) {
    if (!element) continue;
    const { overflowY, position } = getComputedStyle(element);
    if (/hidden|clip/.test(overflowY)) element.style.setProperty('overflow', 'auto', 'important');
    if (position === 'fixed') element.style.setProperty('position', 'static', 'important');
  }
}
