import type { PageKit } from './page-kit.ts';

/**
 * Files that a part of the page names without having to load them: every candidate of every srcset, pictures that a
 * script or the fallback for no script would put in, sound and film with poster and subtitles, and icons, as another
 * screen would have chosen another one and much loads only when somebody presses play.
 * @returns absolute http(s) addresses
 */
export function namedIn(kit: PageKit, root: Document | ShadowRoot | Element): readonly string[] {
  const written: string[] = [...kit.lazyNames(root), ...kit.unscriptedNames(root)];
  const take = (selector: string, ...names: readonly string[]) => {
    const own = root instanceof Element && root.matches(selector) ? [root] : [];
    for (const element of [...own, ...root.querySelectorAll(selector)]) {
      for (const name of names) {
        const value = element.getAttribute(name) ?? '';
        if (/srcset$/.test(name)) written.push(...kit.candidatesOf(value));
        else written.push(value);
      }
    }
  };
  take(
    '[srcset], [data-srcset], [data-lazy-srcset], [imagesrcset]',
    'srcset',
    'data-srcset',
    'data-lazy-srcset',
    'imagesrcset',
  );
  take('img[src], input[type="image"]', 'src');
  take('svg image', 'href');
  take('audio, video, audio source, video source, track', 'src', 'poster');
  take('link[rel~="icon" i], link[rel~="apple-touch-icon" i]', 'href');
  for (const element of root.querySelectorAll('[style*="url("]'))
    written.push(...kit.urlsOf(element.getAttribute('style') ?? ''));
  // A template that a script has not filled in yet names nothing.
  const named = written.filter((address) => address !== '' && !/[{}]|%7B/i.test(address));
  const absolute = named.flatMap((address) => {
    if (!URL.canParse(address, document.baseURI)) return [];
    return [new URL(address, document.baseURI).href.replace(/#.*$/, '')];
  });
  return [...new Set(absolute)].filter((address) => /^https?:/.test(address));
}

/** A candidate is an address without spaces, then a width or density, then a comma; data: addresses hold commas. */
export function candidatesOf(_kit: PageKit, srcset: string): readonly string[] {
  const candidates = /\s*([^\s,]\S*[^\s,])(?:\s+[\d.]+[wxh])?\s*(?:,|$)/g;
  return [...srcset.matchAll(candidates)].map(([, address]) => address ?? '');
}

/** Addresses in CSS. */
export function urlsOf(_kit: PageKit, css: string): readonly string[] {
  return [...css.matchAll(/url\(\s*['"]?([^'")]+)/g)].map(([, address]) => (address ?? '').trim());
}

/** Where scripts for lazy pictures keep the address of a picture. */
export function lazyNames(kit: PageKit, root: Document | ShadowRoot | Element): readonly string[] {
  const words = [
    'src',
    'lazy-src',
    'lazy',
    'original',
    'bg',
    'background',
    'background-image',
    'poster',
    'full',
    'image',
  ];
  const names = words.map((word) => `data-${word}`);
  // Some of these names are used for numbers and words as well; what is no address of a file is left alone.
  const isFile = /^(?:https?:)?\/\/|^\.{0,2}\/|\.(?:avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3)(?:$|[?#])/i;
  const found = [...root.querySelectorAll(names.map((name) => `[${name}]`).join())];
  if (root instanceof Element) found.push(root);
  const written = found
    .filter((element) => !element.matches('iframe, script, embed'))
    .flatMap((element) => names.map((name) => (element.getAttribute(name) ?? '').trim()))
    .map((value) => kit.urlsOf(value)[0] ?? value);
  return written.filter((address) => isFile.test(address));
}

/** Pictures for readers without scripts. Where scripts run, a noscript is text. */
export function unscriptedNames(kit: PageKit, root: Document | ShadowRoot | Element): readonly string[] {
  const written: string[] = [];
  for (const element of root.querySelectorAll('noscript')) {
    const inert = new DOMParser().parseFromString(element.textContent ?? '', 'text/html');
    for (const picture of inert.querySelectorAll('img, source')) {
      written.push(picture.getAttribute('src') ?? '', ...kit.candidatesOf(picture.getAttribute('srcset') ?? ''));
    }
  }
  return written;
}

/**
 * Pictures that style sheets name, for other screens too. What another host's sheet says, the browser keeps to itself.
 * @param knownSheets addresses of sheets that need not be read again
 */
export function styleFiles(kit: PageKit, knownSheets: readonly string[]) {
  const sheets = new Map<string, readonly string[] | null>(knownSheets.map((address) => [address, null]));
  const here = new Set<string>();
  const found = new Set<string>();
  let left = 1_000;
  for (const sheet of kit.roots().flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets])) {
    const { href } = sheet;
    if (href) here.add(href);
    if (href && sheets.has(href)) continue;
    const files = [...new Set(kit.picturesOf(sheet))].slice(0, left);
    left -= files.length;
    if (href) sheets.set(href, files);
    else for (const address of files) found.add(address);
  }
  return { files: [...found], sheets: [...sheets].filter(([address]) => here.has(address)) };
}

/** Addresses of pictures in the rules of one sheet and those it imports. */
export function picturesOf(kit: PageKit, sheet: CSSStyleSheet): readonly string[] {
  const base = sheet.href ?? document.baseURI;
  const pictures = (rule: CSSRule) => {
    const addresses = kit.urlsOf(rule.cssText).filter((address) => URL.canParse(address, base));
    const urls = addresses.map((address) => new URL(address, base));
    return urls.filter(({ protocol, pathname }) => {
      return /^https?:$/.test(protocol) && /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(pathname);
    });
  };
  // Of a sheet in the page itself the text is there, which is a hundred times faster than asking for rules.
  const text = sheet.ownerNode instanceof HTMLStyleElement ? (sheet.ownerNode.textContent ?? '') : 'url(';
  if (!/url\(|@import/.test(text)) return [];
  const read = (rule: CSSRule): readonly string[] => {
    if (rule instanceof CSSImportRule) return rule.styleSheet ? kit.picturesOf(rule.styleSheet) : [];
    // The text of a rule holds those that are nested in it, for screens and prints of all kinds.
    if (rule instanceof CSSFontFaceRule || !rule.cssText.includes('url(')) return [];
    return pictures(rule).map(({ href }) => href.replace(/#.*$/, ''));
  };
  try {
    return [...sheet.cssRules].flatMap(read);
  } catch (error) {
    // A sheet of another host is closed to the page itself.
    if (error instanceof DOMException) return [];
    throw error;
  }
}
