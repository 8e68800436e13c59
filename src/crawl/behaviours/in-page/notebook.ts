import type { Notebook, PageKit, RowList, RowSigns } from './page-kit.ts';

/** Begins to write down what comes and goes. Safe to call again. */
export function openNotebook(kit: PageKit): Notebook {
  const { state } = kit;
  if (state.notebook) return state.notebook;
  const notebook: Notebook = {
    lists: new Map(),
    links: new Set(),
    files: new Set(),
    notes: [],
    addedTo: new WeakMap(),
    move: 0,
  };
  state.notebook = notebook;
  const observer = new MutationObserver((records) => kit.noteMutations(records));
  kit.watchRoots(observer);
  kit.findLists();
  kit.watchTimers();
  return notebook;
}

/** The document is watched whole; a shadow root has to be watched by itself, also one that comes later. */
export function watchRoots(kit: PageKit, observer: MutationObserver): void {
  const watched = new WeakSet<Node>();
  const watch = () => {
    for (const root of kit.roots()) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, { childList: true, subtree: true, characterData: true });
    }
  };
  watch();
  setInterval(watch, 300);
}

export function listOf(kit: PageKit, container: Element): RowList {
  const { lists } = kit.openNotebook();
  const known = lists.get(container);
  if (known) return known;
  const list: RowList = {
    rows: [],
    byKey: new Map(),
    rowOf: new WeakMap(),
    dirty: new Set(container.children),
    lost: 0,
    reused: 0,
  };
  lists.set(container, list);
  return list;
}

export function noteMutations(kit: PageKit, records: readonly MutationRecord[]): void {
  const elements = (nodes: NodeList) => [...nodes].filter((node) => node instanceof Element);
  for (const { target, addedNodes, removedNodes } of records) {
    if (target instanceof Element) {
      for (const element of elements(addedNodes)) kit.noteAdded(target, element);
      for (const element of elements(removedNodes)) kit.noteRemoved(target, element);
    }
    kit.noteChanged(target);
  }
}

/** A row that is used again for another item changes inside. */
export function noteChanged(kit: PageKit, target: Node): void {
  const { lists } = kit.openNotebook();
  for (let node: Node | null = target; node?.parentElement; node = node.parentElement) {
    if (node instanceof Element) lists.get(node.parentElement)?.dirty.add(node);
  }
}

/** What grows by several like elements while we look is a list: its rows are counted. */
export function noteAdded(kit: PageKit, parent: Element, element: Element): void {
  const { lists, addedTo } = kit.openNotebook();
  const added = (addedTo.get(parent) ?? 0) + 1;
  addedTo.set(parent, added);
  const isKnown = lists.has(parent);
  if (!isKnown && added >= 3) {
    const alike = [...parent.children].filter(({ tagName }) => tagName === element.tagName);
    if (alike.length >= 3) kit.listOf(parent);
  }
  lists.get(parent)?.dirty.add(element);
}

/** A row that a list throws away is read before it is forgotten. What is unlike its neighbours is no row. */
export function noteRemoved(kit: PageKit, parent: Element, element: Element): void {
  const { lists, links } = kit.openNotebook();
  for (const link of element.querySelectorAll<HTMLAnchorElement>('a[href]')) links.add(link.href);
  if (/\b(spinner|skeleton|shimmer|loader|loading)/i.test(element.className.toString())) return;
  if (element.matches('[aria-busy="true"], [role="progressbar"], [role="status"], style, script, link, button, input'))
    return;
  if ((element.textContent ?? '').trim() === '' && !element.querySelector('img, video, a[href]')) return;
  const isAlike = (other: Element) =>
    other !== element && other.tagName === element.tagName && other.classList[0] === element.classList[0];
  const neighbours = [...parent.children].filter((other) => !other.matches('style, script'));
  const alike = neighbours.filter(isAlike).length;
  if (!lists.has(parent) && (alike === 0 || alike < neighbours.length / 2)) return;
  const list = kit.listOf(parent);
  list.lost += 1;
  kit.noteRow(list, element);
}

/** What an element says of the row it shows; undefined when it shows nothing yet. */
export function rowSigns(kit: PageKit, element: Element): RowSigns | undefined {
  const { links: allLinks, files: allFiles } = kit.openNotebook();
  const said = kit.plainText(element).trim();
  const content = said.replace(/\s+/g, ' ');
  const links = [...element.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href);
  const files = kit.namedIn(element);
  if (content === '' && links.length === 0 && files.length === 0) return undefined;
  for (const link of links) allLinks.add(link);
  for (const file of files) allFiles.add(file);
  const places = ['data-index', 'aria-posinset', 'aria-rowindex', 'data-item-index', 'data-row-index', 'row-index'];
  const given = places.map((name) => element.getAttribute(name)).find((value) => /^\d+$/.test(value ?? ''));
  const keys = [[content, ...links, ...(content === '' ? files : [])].join('\n')];
  // A counter in it may have moved on meanwhile: at the same place with the same links it is the same row.
  if (given && links.length > 0) keys.push([given, ...links].join('\n'));
  return { content, keys, index: given ? Number(given) : Number.NaN, said };
}

/** Writes a row down once, under what it says and links to. */
export function noteRow(kit: PageKit, list: RowList, element: Element): void {
  const signs = kit.rowSigns(element);
  if (!signs) return;
  const { content, keys, index, said } = signs;
  const { move } = kit.openNotebook();
  const style = element.getAttribute('style') ?? '';
  const before = list.rowOf.get(element);
  // The same element is the same row as long as nobody scrolled, or when it only says more than before in the same place.
  const grows = before !== undefined && ` ${content} `.includes(` ${before.content} `) && before.style === style;
  const isSame = grows || before?.move === move || before?.content === '';
  const known = keys.map((key) => list.byKey.get(key)).find((row) => row !== undefined);
  const row = known ?? (isSame ? before?.row : undefined) ?? { index, text: '' };
  if (row.text === '') list.rows.push(row);
  if (before !== undefined && before.row !== row) list.reused += 1;
  const text = kit.shownText(element).trim() || said || ' ';
  if (isSame || text.length > row.text.length) row.text = text;
  for (const key of keys) list.byKey.set(key, row);
  list.rowOf.set(element, { row, content, style, move });
}

/** Lists that place their rows by style, or that say they are lists: their rows may be used again without being removed. */
export function findLists(kit: PageKit): void {
  const rowsOf = new Map<Element, number>();
  for (const element of kit.all(
    '[style*="translate"], [style*="top:"], [style*="absolute"], [role="listitem"], [role="row"], [role="article"]',
  )) {
    const parent = element.parentElement;
    if (parent) rowsOf.set(parent, (rowsOf.get(parent) ?? 0) + 1);
  }
  for (const [parent, rows] of rowsOf) if (rows >= 3) kit.listOf(parent);
  for (const box of kit.scrollers()) {
    let inner: Element = box;
    while (inner.children.length === 1 && inner.firstElementChild) inner = inner.firstElementChild;
    const [first] = inner.children;
    const alike = [...inner.children].filter(({ tagName }) => tagName === first?.tagName);
    if (box !== document.scrollingElement && alike.length >= 3) kit.listOf(inner);
  }
}

/** Reads the rows that have changed since the last time. */
export function gather(kit: PageKit): void {
  const { lists } = kit.openNotebook();
  for (const list of lists.values()) {
    for (const element of list.dirty) if (element.isConnected) kit.noteRow(list, element);
    list.dirty.clear();
  }
}

/** The text of something that may be out of the document already, where nobody knows any more what was a block. */
export function plainText(kit: PageKit, node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  if (node instanceof Element && node.matches('style, script, noscript, template, [hidden]')) return '';
  const inline = /^(a|abbr|b|bdi|cite|code|em|i|kbd|label|mark|q|s|small|span|strong|sub|sup|time|u|var)$/i;
  const children = node instanceof Element && node.shadowRoot ? [...node.shadowRoot.childNodes] : [];
  const text = [...children, ...node.childNodes].map((child) => kit.plainText(child)).join('');
  if (!(node instanceof Element)) return text;
  if (node.tagName === 'BR') return '\n';
  return inline.test(node.tagName) ? text : `\n${text.trim()}\n`.replace(/\n{2,}/g, '\n');
}
