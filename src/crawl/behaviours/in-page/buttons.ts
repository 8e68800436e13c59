import type { PageKit } from './page-kit.ts';

/** Buttons that bring more of a list into the page and have not been pressed in vain. */
export function moreButtons(kit: PageKit): readonly HTMLElement[] {
  const { spent } = kit.state;
  const isPaging = (element: HTMLElement) =>
    element.matches('[rel~="next"]') ||
    element.closest('[class*="pag" i], [aria-label*="pag" i], [role="navigation"], nav') !== null;
  const slides =
    '[aria-roledescription="carousel"], [class*="carousel" i], [class*="slider" i], [class*="swiper" i], [class*="slideshow" i], [class*="gallery" i]';
  const controls = kit.all(
    'button, [role="button"], a, input[type="button"], [onclick], [class*="load-more" i], [class*="loadmore" i], [class*="show-more" i]',
  );
  return controls.filter((control) => {
    // Most of a page's controls are links to other pages: what costs little is asked first.
    if (spent.has(control) || (control instanceof HTMLAnchorElement && !kit.staysHere(control))) return false;
    if (control.matches('[aria-haspopup]:not([aria-haspopup="false"]), [aria-expanded]')) return false;
    const isMore = kit.says(control, 'more');
    const isNext = !isMore && kit.says(control, 'next') && isPaging(control) && !control.closest(slides);
    if (!(isMore || isNext) || !kit.isVisible(control) || !kit.mayClick(control)) return false;
    return !control.closest('[role="menu"], [role="menubar"], [role="dialog"], header, form');
  });
}

/**
 * Presses the first button that brings more.
 * @param last what the one before did: one that added nothing is not pressed again, and one that folded something up is
 * pressed once more to undo that
 * @returns its words, or '' when there is none
 */
export function pressMore(kit: PageKit, last: 'more' | 'nothing' | 'less'): string {
  const { state } = kit;
  if (last === 'less' && state.lastPressed instanceof HTMLElement) kit.click(state.lastPressed);
  if (last !== 'more' && state.lastPressed) state.spent.add(state.lastPressed);
  const [button] = kit.moreButtons();
  if (!button) return '';
  state.lastPressed = button;
  kit.gather();
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  kit.click(button);
  return kit.labelsOf(button)[0] ?? 'more';
}

/** What is folded up in the content: details, "read more", replies, panels of accordions. Each is opened once. */
export function expanders(kit: PageKit): readonly HTMLElement[] {
  const outside =
    'nav, header, form, [role="navigation"], [role="banner"], [role="menu"], [role="menubar"], [role="toolbar"], [role="dialog"], [role="tablist"], [class*="share" i]';
  // "Show more" below a list is for the list: it is pressed again and again by another behaviour.
  const one = 'article, li, p, blockquote, td, [role="article"], [role="listitem"], [class*="comment" i]';
  const isLeftAlone = (control: HTMLElement) =>
    kit.state.pressed.has(control) ||
    // Most of a page's controls are links to other pages: what costs little is asked first.
    (control instanceof HTMLAnchorElement && !kit.staysHere(control)) ||
    control.closest(outside) !== null ||
    control.matches(
      '[aria-expanded="true"], [aria-haspopup]:not([aria-haspopup="false"]), [role="combobox"], [role="tab"], [role="menuitem"]',
    );
  const isMeant = (control: HTMLElement) => {
    if (isLeftAlone(control) || !kit.isVisible(control)) return false;
    if (control instanceof HTMLDetailsElement) return !control.open;
    if (!kit.mayClick(control)) return false;
    if (kit.says(control, 'expand')) return !kit.says(control, 'more') || control.closest(one) !== null;
    return control.matches('[aria-expanded="false"]') && kit.opensPanel(control);
  };
  const controls =
    'details, button, [role="button"], a, [aria-expanded="false"], [onclick], [class*="more" i]:is(span, div)';
  return kit.all(controls).filter(isMeant);
}

/** Whether a control opens a part of the content, not a menu. */
export function opensPanel(kit: PageKit, control: HTMLElement): boolean {
  const panel = kit.panelOf(control);
  if (!panel)
    return control.closest('[class*="accordion" i], [class*="faq" i], [class*="collaps" i], h1, h2, h3, h4') !== null;
  return !panel.matches('[role="menu"], [role="listbox"], [role="dialog"], nav') && !panel.querySelector('nav, form');
}

/** What a control says it opens. A control that has left the document says nothing. */
export function panelOf(_kit: PageKit, control: HTMLElement): HTMLElement | null {
  const root = control.getRootNode();
  const id = control.getAttribute('aria-controls') ?? '';
  return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null;
}

/** Opens what is folded up. @returns how many were opened, at most `atMost` */
export async function expandAll(kit: PageKit, atMost: number): Promise<number> {
  const { notes } = kit.openNotebook();
  const found = kit.expanders().slice(0, atMost);
  for (const control of found) {
    kit.state.pressed.add(control);
    if (!control.isConnected) continue;
    if (control instanceof HTMLDetailsElement) {
      control.open = true;
      if (control.name) notes.push(kit.shownText(control));
      continue;
    }
    kit.click(control);
    const panel = kit.panelOf(control);
    if (!panel) continue;
    // An accordion shows one panel at a time: the next click hides what this one has shown.
    await kit.frame();
    notes.push(kit.shownText(panel));
  }
  return found.length;
}
