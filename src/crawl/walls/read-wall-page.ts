// This function runs inside the page, sent there as text: it is whole by itself and uses nothing of this module.
import type { WallPage } from './wall.ts';

/** Reads what tells a wall from content. `selectors`: what to look for among the elements. */
export function readWallPage(selectors: readonly string[]): WallPage {
  const aside = 'header, nav, footer, aside, [role="banner"], [role="navigation"], [role="complementary"]';
  const article =
    'article, meta[property="og:type"][content="article" i], [itemtype*="Article"], [itemtype*="BlogPosting"]';
  const isShown = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const fields = [...document.querySelectorAll('input[type="password"]')];
  const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="robots" i], meta[name="lastpost" i]');
  // Laying out the text of a very long page takes seconds, and such a page is no wall.
  const isLong = (document.body?.textContent?.length ?? 0) > 500_000;
  // biome-ignore lint/performance/useDomNodeTextContent: what can be read is meant, not scripts and hidden text
  const text = isLong ? '' : (document.body?.innerText ?? '');
  return {
    title: document.title,
    text: text.slice(0, 8_000),
    words: isLong ? 100_000 : text.split(/\s+/).filter((word) => word !== '').length,
    links: document.links.length,
    hasLoginForm: fields.some((field) => isShown(field) && field.closest(aside) === null),
    isArticle: document.querySelector(article) !== null,
    found: selectors.filter((selector) => document.querySelector(selector) !== null),
    robots: [...metas].map((meta) => meta.content),
  };
}
