import type { PageKit } from './page-kit.ts';
import type { WordTable } from './words.ts';

/** The document and every open shadow root in it. Looked for anew when the last look is a quarter of a second old. */
export function roots({ state }: PageKit): readonly (Document | ShadowRoot)[] {
  const nowMs = performance.now();
  if (state.roots.length > 0 && nowMs - state.rootsAtMs < 250) return state.roots;
  const found: (Document | ShadowRoot)[] = [document];
  // The list grows while it is walked: a shadow root may hold others.
  for (const root of found) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(element.shadowRoot);
  }
  state.roots = found;
  state.rootsAtMs = nowMs;
  return found;
}

export function all(kit: PageKit, selector: string): readonly HTMLElement[] {
  return kit.roots().flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
}

/** What matches in a layer, through its shadow roots. */
export function inside(_kit: PageKit, layer: Element, selector: string): readonly HTMLElement[] {
  const places: (Element | ShadowRoot)[] = [layer];
  const found: HTMLElement[] = [];
  for (const place of places) {
    if (place instanceof Element && place.shadowRoot) places.push(place.shadowRoot);
    for (const element of place.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) places.push(element.shadowRoot);
      if (element.matches(selector)) found.push(element);
    }
  }
  return found;
}

/** One up, out of a shadow root too. */
export function parentOf(_kit: PageKit, element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** In the picture and not see-through; also below the fold. */
export function isVisible(_kit: PageKit, element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
}

/** What a reader sees of an element's own text; '' for what is not in the document. */
export function shownText(_kit: PageKit, element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what can be read is meant, not scripts and hidden text
  return element instanceof HTMLElement && element.isConnected ? element.innerText : '';
}

/** What can be read in an element, its shadow roots included. */
export function textOf(kit: PageKit, element: Element): string {
  const texts = [kit.shownText(element)];
  for (const host of [element, ...kit.inside(element, '*')]) {
    if (!host.shadowRoot) continue;
    for (const child of host.shadowRoot.children) {
      if (!child.matches('style, script')) texts.push(kit.shownText(child));
    }
  }
  return texts.filter((text) => text.trim() !== '').join('\n');
}

/** What a control calls itself, in small letters: its words, its names for screen readers, the picture in it. */
export function labelsOf(kit: PageKit, element: HTMLElement): readonly string[] {
  const atMs = performance.now();
  const known = kit.state.labels.get(element);
  if (known && atMs - known.atMs < 100) return known.labels;
  const written = [
    kit.shownText(element),
    element.getAttribute('aria-label'),
    element.getAttribute('title'),
    element instanceof HTMLInputElement ? element.value : null,
    element.querySelector('img[alt]')?.getAttribute('alt'),
    element.querySelector('svg title')?.textContent,
  ];
  if (element.shadowRoot) written.push(kit.textOf(element));
  const tidy = written.map((text) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase());
  const labels = [...new Set(tidy)].filter((label) => label !== '' && label.length <= 80);
  kit.state.labels.set(element, { atMs, labels });
  return labels;
}

export function says(kit: PageKit, element: HTMLElement, words: keyof WordTable): boolean {
  return kit.labelsOf(element).some((label) => kit.words[words].test(label));
}

export function pause({ state }: PageKit, ms: number): Promise<void> {
  return new Promise((resolve) => state.later(resolve, ms));
}

/**
 * The next frame, drawn and looked at. An IntersectionObserver looks after the frame's callbacks have run: to scroll on
 * from within one is to pass a screen that nobody has seen. A tab that gets no frames goes on after a second.
 */
export function frame({ state }: PageKit): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => state.later(resolve, 0));
    state.later(resolve, 1_000);
  });
}
