import type { PageKit } from './page-kit.ts';

/** Whether a link only does something on this page. One to another page is the frontier's, and so is a hash route. */
export function staysHere(_kit: PageKit, link: HTMLAnchorElement): boolean {
  const href = (link.getAttribute('href') ?? '').trim();
  if (href === '' || /^javascript:/i.test(href)) return true;
  if (!URL.canParse(href, document.baseURI)) return false;
  const [target, hash = ''] = new URL(href, document.baseURI).href.split('#');
  return target === location.href.split('#')[0] && href.includes('#') && !/^[!/]/.test(hash);
}

/** False for everything that would leave the page, send a form, or do harm by its own words. */
export function mayClick(kit: PageKit, element: HTMLElement): boolean {
  if (element.matches(':disabled, [aria-disabled="true"], [download], input:not([type="button"])')) return false;
  if (element.isContentEditable || kit.says(element, 'never')) return false;
  const link = element.closest('a');
  if (link && !kit.staysHere(link)) return false;
  const button = element.closest('button');
  return !(button?.form && button.type !== 'button');
}

/**
 * From now on the page stays where it is: what a click would have opened instead becomes a link. An app that changes its
 * address without leaving may do so.
 */
export function guard(kit: PageKit): void {
  const { state } = kit;
  if (state.isGuarding) return;
  state.isGuarding = true;
  const { links } = kit.openNotebook();
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { destination: { url: string; sameDocument: boolean } };
    if (state.mayLeave) return;
    links.add(destination.url);
    if (!destination.sameDocument) event.preventDefault();
  });
  globalThis.open = (address?: string | URL) => {
    if (address && URL.canParse(address, document.baseURI)) links.add(new URL(address, document.baseURI).href);
    return null;
  };
}

export function click(kit: PageKit, element: HTMLElement): void {
  kit.guard();
  kit.openNotebook().move += 1;
  kit.state.layersAtMs = 0;
  element.click();
}
