// These functions run inside the page, sent there as text: each one is whole by itself and uses nothing of this module.

/** What a page says of itself once it has settled. */
export interface PageFacts {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly links: readonly string[];
  readonly feeds: readonly string[];
  readonly canonical: string;
}

/** Milliseconds since an element was last added, removed or exchanged. The first call begins to watch. */
export function domQuietForMs(): number {
  const key = Symbol.for('lastpost.dom-watch');
  const place = globalThis as unknown as Record<symbol, { movedMs: number } | undefined>;
  let watch = place[key];
  if (!watch) {
    watch = { movedMs: performance.now() };
    const started = watch;
    place[key] = started;
    new MutationObserver(() => {
      started.movedMs = performance.now();
    }).observe(document, { childList: true, subtree: true });
  }
  return performance.now() - watch.movedMs;
}

/** Text, links and names of the page, open shadow roots included for links. */
export function readFacts(): PageFacts {
  const links = new Set<string>();
  const feeds = new Set<string>();
  let canonical = '';
  const visitLink = (link: HTMLLinkElement) => {
    const rel = link.relList;
    if (rel.contains('canonical')) canonical = link.href;
    if (rel.contains('next') || rel.contains('prev')) links.add(link.href);
    if (rel.contains('alternate') && /(rss|atom|feed)\+(xml|json)/i.test(link.type)) feeds.add(link.href);
    if (rel.contains('alternate') && link.hreflang !== '') links.add(link.href);
  };
  const visitRoot = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('a[href], area[href], link[href]')) {
      if (element instanceof HTMLLinkElement) visitLink(element);
      else links.add((element as HTMLAnchorElement).href);
    }
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) visitRoot(element.shadowRoot);
  };
  visitRoot(document);
  const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content');
  const target = refresh ? /url\s*=\s*['"]?([^'"]+)/i.exec(refresh)?.[1] : undefined;
  if (target && URL.canParse(target, document.baseURI)) links.add(new URL(target, document.baseURI).href);
  return {
    title: document.title,
    // biome-ignore lint/performance/useDomNodeTextContent: what can be read is meant, not scripts and hidden text
    text: document.body ? document.body.innerText.slice(0, 4_000_000) : '',
    language: document.documentElement.lang,
    // More text and links than any reader takes in would have to pass through memory several times over.
    links: [...links].filter((link) => typeof link === 'string' && link !== '').slice(0, 200_000),
    feeds: [...feeds],
    canonical,
  };
}
