import type { LayerDeed, PageKit } from './page-kit.ts';

/** `login`, `app` or `newsletter` for a layer that stands between the reader and the page; '' for anything else. */
export function kindOfOverlay(kit: PageKit, element: HTMLElement): string {
  const text = kit.textOf(element);
  if (text.length < 4 || text.length > 3_000 || element.closest('header, nav')) return '';
  const { width, height, left, top } = element.getBoundingClientRect();
  const share = (Math.min(width, innerWidth) * Math.min(height, innerHeight)) / (innerWidth * innerHeight);
  const isOverMiddle =
    left < innerWidth / 2 && left + width > innerWidth / 2 && top < innerHeight / 2 && top + height > innerHeight / 2;
  const isDialog = element.matches('dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]');
  const isInTheWay = isDialog || isOverMiddle;
  if (kit.words.app.test(text) && share > 0.02) return 'app';
  if (kit.words.loginStrong.test(text) && (isInTheWay || share > 0.05)) return 'login';
  if (!isInTheWay) return '';
  if (kit.words.newsletter.test(text)) return 'newsletter';
  return kit.words.login.test(text) ? 'login' : '';
}

export function findOverlays(kit: PageKit): readonly HTMLElement[] {
  return kit.layers().filter((layer) => !kit.state.answered.has(layer) && kit.kindOfOverlay(layer) !== '');
}

export function closeButton(kit: PageKit, layer: HTMLElement): HTMLElement | undefined {
  const controls = kit.inside(layer, 'button, [role="button"], a, input[type="button"], [onclick], [class*="close" i]');
  const fit = controls.filter((control) => kit.isVisible(control) && kit.mayClick(control));
  const isMark = (control: HTMLElement) => /\b(close|dismiss)/i.test(`${control.className} ${control.id}`);
  return fit.find((control) => kit.says(control, 'close')) ?? fit.find((control) => isMark(control));
}

/** Closes what lies over the page by its own button, else takes it away and gives scrolling back. */
export async function clearOverlays(kit: PageKit): Promise<readonly LayerDeed[]> {
  const deeds: LayerDeed[] = [];
  for (let round = 0; round < 4; round += 1) {
    const [layer] = kit.findOverlays();
    if (!layer) break;
    const what = kit.kindOfOverlay(layer);
    const button = kit.closeButton(layer);
    if (button) kit.click(button);
    const isClosed = button !== undefined && (await kit.isGone(layer, 1_200));
    kit.state.answered.add(layer);
    if (!isClosed) {
      kit.hide(layer);
      kit.giveScrollBack();
    }
    deeds.push({ did: isClosed ? 'closed' : 'hidden', what });
  }
  return deeds;
}
