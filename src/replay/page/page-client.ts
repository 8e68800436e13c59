import type { OverviewPage } from '../snapshot-overview.ts';

/** What the page's script gets from its markup. */
export interface ClientSettings {
  readonly pagesPath: string;
  readonly showMore: string;
  readonly showList: string;
  readonly hideList: string;
  readonly untitled: string;
  readonly nothingFound: string;
  readonly listCut: string;
  readonly unreachable: string;
}

/** As much of `<replay-web-page>` as is used here; attributes and events of version 2.5. */
interface ReplayElement extends HTMLElement {
  url: string;
  ts: string;
}

interface UrlChange {
  readonly url?: string;
  readonly ts?: string;
}

interface Loading {
  readonly loading: boolean;
  readonly replayNotFoundError?: boolean;
}

interface Client {
  readonly settings: ClientSettings;
  readonly list: HTMLElement;
  viewer: ReplayElement;
  pages: readonly OverviewPage[];
  /** Those that the search leaves. */
  matching: readonly OverviewPage[];
  shownUrl: string;
  /** Where a click in the list leads, until the component says that it goes there. */
  wantedUrl: string | undefined;
}

// The functions below run in the browser, sent there as text by `clientScript`: together they are whole, and they use
// nothing else of this module.

function must<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** An address as people write it; a broken escape stays as it is. */
function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function noteInList(content: string | Node): HTMLLIElement {
  const entry = document.createElement('li');
  entry.className = 'note';
  entry.append(content);
  return entry;
}

function markShown({ list, shownUrl }: Client): void {
  for (const link of list.querySelectorAll('a')) {
    if (link.dataset.url === shownUrl) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Tells address and time above the replay. */
function showAddress(client: Client, { url, ts }: UrlChange): void {
  if (url === undefined || !/^https?:/.test(url)) return;
  client.shownUrl = url;
  if (client.wantedUrl === url) client.wantedUrl = undefined;
  must('#address').textContent = readable(url);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(ts ?? '');
  must('#moment').textContent = parts === null ? '' : `${parts.slice(1, 4).join('-')} ${parts[4]}:${parts[5]} UTC`;
  markShown(client);
}

function watchViewer(client: Client): void {
  const { viewer } = client;
  const { classList } = must('.view');
  classList.add('busy');
  viewer.addEventListener('rwp-url-change', (event) => showAddress(client, (event as CustomEvent<UrlChange>).detail));
  viewer.addEventListener('rwp-page-loading', (event) => {
    const { loading, replayNotFoundError } = (event as CustomEvent<Loading>).detail;
    classList.toggle('busy', loading);
    // A change of address says this as well, but of the page before.
    must<HTMLElement>('#notice').hidden = replayNotFoundError !== true;
  });
}

/** Puts the component in anew. It begins where our address says. */
function renewViewer(client: Client, { url, timestamp }: OverviewPage): void {
  const fresh = client.viewer.cloneNode() as ReplayElement;
  fresh.setAttribute('url', url);
  fresh.setAttribute('ts', timestamp);
  client.viewer.replaceWith(fresh);
  client.viewer = fresh;
  watchViewer(client);
}

/**
 * Sends the component to a page of the list. Left to follow our address by itself it loses clicks: it rewrites the
 * address whenever a page inside gives itself a title, also between a click and the browser's word of it, here and once
 * more in its own frame. And links that were clicked inside do not change its idea of where it is, so that it sees no
 * reason to go back there.
 */
function followLink(client: Client, page: OverviewPage, event: MouseEvent): void {
  const { viewer, wantedUrl, shownUrl } = client;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if ((wantedUrl ?? shownUrl) === page.url) return;
  history.pushState(null, '', (event.currentTarget as HTMLAnchorElement).href);
  client.wantedUrl = page.url;
  if (viewer.url === page.url) {
    renewViewer(client, page);
    return;
  }
  viewer.url = page.url;
  viewer.ts = page.timestamp;
  setTimeout(() => {
    if (client.wantedUrl === page.url) renewViewer(client, page);
  }, 2_000);
}

function listItem(client: Client, page: OverviewPage): HTMLLIElement {
  const { pathname, search, hash } = new URL(page.url);
  const link = document.createElement('a');
  link.href = `#${new URLSearchParams({ url: page.url, ts: page.timestamp })}`;
  link.dataset.url = page.url;
  link.title = readable(page.url);
  link.append(document.createElement('b'), document.createElement('span'));
  link.firstElementChild?.append(page.title || client.settings.untitled);
  link.lastElementChild?.append(readable(pathname + search + hash));
  link.addEventListener('click', (event) => followLink(client, page, event));
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}

/** Adds some hundreds to the list: a browser is slow with more, and nobody reads them at once. */
function extendList(client: Client, from: number): void {
  const { list, matching, settings } = client;
  const next = from + 300;
  list.append(...matching.slice(from, next).map((page) => listItem(client, page)));
  if (next < matching.length) {
    const button = document.createElement('button');
    const entry = noteInList(button);
    button.append(settings.showMore);
    button.addEventListener('click', () => {
      entry.remove();
      extendList(client, next);
    });
    list.append(entry);
  } else if (matching.length === 0) list.append(noteInList(settings.nothingFound));
  else if (settings.listCut !== '') list.append(noteInList(settings.listCut));
  markShown(client);
}

function filterList(client: Client, wanted: string): void {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  client.matching = client.pages.filter(({ title, url }) => {
    const text = `${title} ${readable(url)}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  must('#found').textContent = words.length === 0 ? '' : `${client.matching.length} / ${client.pages.length}`;
  client.list.replaceChildren();
  client.list.scrollTop = 0;
  extendList(client, 0);
}

async function loadList(client: Client, search: HTMLInputElement): Promise<void> {
  try {
    const response = await fetch(client.settings.pagesPath);
    client.pages = (await response.json()) as readonly OverviewPage[];
    filterList(client, search.value);
  } catch {
    client.list.replaceChildren(noteInList(client.settings.unreachable));
  }
}

function startPage(): void {
  const viewer = must<ReplayElement>('replay-web-page');
  const client: Client = {
    settings: JSON.parse(must('#settings').textContent ?? '') as ClientSettings,
    list: must('#pages'),
    viewer,
    pages: [],
    matching: [],
    shownUrl: viewer.getAttribute('url') ?? '',
    wantedUrl: undefined,
  };
  const search = must<HTMLInputElement>('#search');
  const toggle = must<HTMLButtonElement>('#toggle');
  search.addEventListener('input', () => filterList(client, search.value));
  toggle.addEventListener('click', () => {
    const isWide = document.body.classList.toggle('wide');
    toggle.textContent = isWide ? client.settings.showList : client.settings.hideList;
    toggle.setAttribute('aria-expanded', String(!isWide));
  });
  watchViewer(client);
  void loadList(client, search);
}

const parts = [
  must,
  readable,
  noteInList,
  markShown,
  showAddress,
  watchViewer,
  renewViewer,
  followLink,
  listItem,
  extendList,
  filterList,
  loadList,
  startPage,
] as const;

/** The script as the browser gets it. */
export function clientScript(): string {
  // esbuild, which runs our TypeScript in development, wraps functions that have a name in a call of its own.
  const head = "'use strict';\nconst __name = (named) => named;";
  return [head, ...parts.map(String), 'startPage();', ''].join('\n');
}
