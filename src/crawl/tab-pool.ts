import type { Tab } from './page/tab.ts';

/** A tab that has shown this many pages is replaced: pages leak, tabs forget. */
const visitsPerTab = 100;

/** Lends tabs to visits, opens them when needed and throws away the ones that crashed. */
export class TabPool {
  readonly #open: () => Promise<Tab>;
  readonly #idle: { tab: Tab; visits: number }[] = [];

  constructor(open: () => Promise<Tab>) {
    this.#open = open;
  }

  /** Closes the tabs that nobody has: the page in each goes on with whatever it does until the next one takes its place. */
  async closeIdle(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ tab }) => tab.close()));
  }

  /** Runs `visit` with a tab of its own. @param leavesFit whether another visit may follow in the tab after this result */
  async use<T>(visit: (tab: Tab) => Promise<T>, leavesFit: (result: T) => boolean): Promise<T> {
    const lent = this.#idle.pop() ?? { tab: await this.#open(), visits: 0 };
    let isFit = false;
    try {
      const result = await visit(lent.tab);
      isFit = leavesFit(result);
      return result;
    } finally {
      lent.visits += 1;
      if (isFit && !lent.tab.hasCrashed && lent.visits < visitsPerTab) this.#idle.push(lent);
      else await lent.tab.close();
    }
  }
}
