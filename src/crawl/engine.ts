import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import type { CrawlBrowser } from './browser/launch-browser.ts';
import { TargetTree } from './browser/target-tree.ts';
import { unlessClosed } from './browser/unless-closed.ts';
import type { CaptureContext } from './capture/capture-context.ts';
import type { DirectDownloads } from './capture/direct-download.ts';
import { ResponseCapture } from './capture/response-capture.ts';
import { openTab } from './page/tab.ts';
import { TabPool } from './tab-pool.ts';

const maxLaunches = 4;

/** One running browser with everything that stands on it. */
export interface Engine {
  readonly browser: CrawlBrowser;
  readonly tabs: TabPool;
  /** False once the browser has gone, by itself or by us. */
  readonly isAlive: boolean;
}

/** Keeps a browser running: when one dies, the next page gets a new one. */
export class EngineKeeper {
  readonly #launch: () => Promise<CrawlBrowser>;
  readonly #equip: (browser: CrawlBrowser) => Promise<TabPool>;
  #current: Promise<Engine> | undefined;
  #latest: Engine | undefined;
  #isClosed = false;

  constructor(launch: () => Promise<CrawlBrowser>, equip: (browser: CrawlBrowser) => Promise<TabPool>) {
    this.#launch = launch;
    this.#equip = equip;
  }

  /** The browser that runs now, begun when there is none. @throws KnownError `browser.will-not-start` */
  async current(): Promise<Engine> {
    if (this.#isClosed) throw new Error('The crawl is over.');
    const known = await this.#current?.catch(() => undefined);
    if (known?.isAlive) return known;
    // Others may have waited for the same dead browser and begun a new one meanwhile.
    if (this.#latest === known || this.#current === undefined) this.#current = this.#start(known);
    return this.#current;
  }

  /** Undefined while no browser runs. */
  get browserContext(): BrowserContext | undefined {
    return this.#latest?.isAlive ? this.#latest.browser.context : undefined;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const engine = await this.#current?.catch(() => undefined);
    await engine?.browser.close();
  }

  async #start(dead: Engine | undefined): Promise<Engine> {
    this.#latest = undefined;
    await dead?.browser.close();
    const browser = dead ? await this.#launchAgain() : await this.#launch();
    let isAlive = true;
    browser.context.on('close', () => {
      isAlive = false;
    });
    const engine: Engine = {
      browser,
      tabs: await this.#equip(browser),
      get isAlive() {
        return isAlive;
      },
    };
    this.#latest = engine;
    return engine;
  }

  /** What ended the last browser (a machine out of memory) may end the next one while it starts. */
  async #launchAgain(): Promise<CrawlBrowser> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#launch();
      } catch (error) {
        if (tries === maxLaunches || this.#isClosed) throw error;
        await sleep(tries * 500);
      }
    }
  }
}

/** Puts the capture between a fresh browser and the net, and lends its tabs. */
export async function equipBrowser(
  browser: CrawlBrowser,
  context: CaptureContext,
  downloads: DirectDownloads,
): Promise<TabPool> {
  const targets = new TargetTree(browser.devtools, browser.ownContextId);
  const capture = new ResponseCapture(browser.devtools, targets, context, downloads);
  // The process numbers of a browser elsewhere mean other processes here.
  if (browser.ownContextId === undefined) capture.watchMemory();
  await targets.start();
  return new TabPool(() => unlessClosed(browser.context, openTab(browser, targets, capture, context.redactor)));
}
