import { setTimeout as sleep } from 'node:timers/promises';
import type { Bounds } from '../../model/crawl-plan.ts';
import type { DevtoolsConnection } from '../browser/devtools-connection.ts';
import { residentBytes } from './process-memory.ts';

interface BrowserProcess {
  readonly type: string;
  readonly id: number;
}

const everyMs = process.platform === 'darwin' ? 1_000 : 250;
/** New tabs come seldom: their processes are asked for on every fourth look. */
const looksPerListing = 4;

/** What the watch tells and asks of the capture. */
export interface MemoryWatched {
  /** True while the browser gathers a body that may have no end. */
  readonly isWaiting: boolean;
  breakOffSuspicious(): void;
}

/**
 * Looks at the memory of the browser's processes. A tab that takes more than it may is ended, before the whole machine
 * stands still; when the browser itself grows while a body comes in, that body is broken off. Ends with the browser.
 */
export function watchMemory(devtools: DevtoolsConnection, bodies: MemoryWatched, bounds: Bounds): void {
  const watch = new MemoryWatch(devtools, bodies, bounds);
  const run = async () => {
    for (let look = 0; ; look += 1) {
      await watch.look(look % looksPerListing === 0);
      await sleep(everyMs, undefined, { ref: false });
    }
  };
  // Of a browser that is gone there is nothing to list.
  run().catch(() => undefined);
}

class MemoryWatch {
  readonly #devtools: DevtoolsConnection;
  readonly #bodies: MemoryWatched;
  readonly #bounds: Bounds;
  #processes: readonly BrowserProcess[] = [];
  #calmBytes = Number.POSITIVE_INFINITY;

  constructor(devtools: DevtoolsConnection, bodies: MemoryWatched, bounds: Bounds) {
    this.#devtools = devtools;
    this.#bodies = bodies;
    this.#bounds = bounds;
  }

  async look(withListing: boolean): Promise<void> {
    if (withListing) await this.#list();
    const bytesOf = await residentBytes(this.#processes.map(({ id }) => id));
    for (const { type, id } of this.#processes) {
      const bytes = bytesOf.get(id) ?? 0;
      if (type === 'browser') this.#lookAtBrowser(bytes);
      if (type === 'renderer' && bytes > this.#bounds.tabMemoryBytes) endProcess(id);
    }
  }

  async #list(): Promise<void> {
    const { processInfo } = await this.#devtools.send<{ processInfo: BrowserProcess[] }>('SystemInfo.getProcessInfo');
    this.#processes = processInfo;
  }

  #lookAtBrowser(bytes: number): void {
    if (!this.#bodies.isWaiting) this.#calmBytes = bytes;
    else if (bytes > this.#calmBytes + this.#bounds.browserGrowthBytes) this.#bodies.breakOffSuspicious();
  }
}

/** The tab notices, and its visit becomes a gap. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
