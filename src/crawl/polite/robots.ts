import robotsParserModule, { type Robot } from 'robots-parser';
import type { Sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { RobotsHost } from '../../model/robots-report.ts';
import { type DirectDownloads, describe } from '../capture/direct-download.ts';
import { explainNetError } from '../gaps.ts';

// The package is CommonJS whose types claim an ES default export.
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Robot;

/** The name a site addresses us by in its robots.txt. */
export const robotsName = 'Lastpost';

const maxBytes = 512 * 1024;
const maxDelayMs = 30_000;

export interface RobotsRules {
  allows(url: string): boolean;
  /** What `Crawl-delay` asks for, at most half a minute; 0 when nothing is asked. */
  readonly delayMs: number;
  readonly sitemaps: readonly string[];
}

/** What one robots.txt says, and what it was found to close. */
interface HostRules extends RobotsRules {
  readonly status: number;
  readonly sha256?: Sha256;
  readonly crawlDelayS?: number;
  readonly closed: Set<string>;
}

const open: RobotsRules = { allows: () => true, delayMs: 0, sitemaps: [] };
/** Closed addresses are told by name up to this many a host. */
const maxNamed = 1_000;

/** What fetches a robots.txt, and shows its body before it is given back. */
export type RobotsSource = Pick<DirectDownloads, 'fetch'>;

/** robots.txt of every host a crawl meets, each read once and kept in the archive. */
export class Robots {
  readonly #downloads: RobotsSource;
  readonly #obey: boolean;
  readonly #byOrigin = new Map<string, Promise<HostRules>>();
  readonly #hosts: { readonly origin: string; readonly rules: HostRules }[] = [];
  readonly #delayByHost = new Map<string, number>();

  constructor(downloads: RobotsSource, obey: boolean) {
    this.#downloads = downloads;
    this.#obey = obey;
  }

  /** @throws KnownError `capture.robots-unreachable` when the server fails on robots.txt itself */
  async rules(url: string): Promise<RobotsRules> {
    const { origin, host } = new URL(url);
    let rules = this.#byOrigin.get(origin);
    if (!rules) {
      rules = this.#read(origin);
      this.#byOrigin.set(origin, rules);
    }
    const known = await rules;
    this.#delayByHost.set(host, known.delayMs);
    const allows = (page: string) => {
      const isOpen = known.allows(page);
      if (!isOpen) known.closed.add(page);
      // What is ignored is counted all the same: the snapshot says which addresses would have been closed.
      return isOpen || !this.#obey;
    };
    return { allows, delayMs: this.#obey ? known.delayMs : 0, sitemaps: known.sitemaps };
  }

  /**
   * What every host said, and which addresses of the crawl it closes: left out when obeyed, taken when not.
   * @param redact takes secret values out of an address
   */
  report(redact: (text: string) => string): readonly RobotsHost[] {
    return this.#hosts.map(({ origin, rules: { status, sha256, crawlDelayS, closed } }) => ({
      origin,
      status,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(crawlDelayS === undefined ? {} : { crawlDelayS }),
      closed: closed.size,
      closedAddresses: [...closed].slice(0, maxNamed).map(redact),
    }));
  }

  /** The delay asked for by rules that have been read; 0 before. */
  delayMs(host: string): number {
    return this.#obey ? (this.#delayByHost.get(host) ?? 0) : 0;
  }

  async #read(origin: string): Promise<HostRules> {
    const rules = await this.#readRules(origin);
    this.#hosts.push({ origin, rules });
    return rules;
  }

  async #readRules(origin: string): Promise<HostRules> {
    const url = `${origin}/robots.txt`;
    let text = '';
    let sha256: Sha256 | undefined;
    try {
      const { status } = await this.#downloads.fetch(url, undefined, async (body, fetched) => {
        if (fetched.status !== 200) return;
        sha256 = body.sha256;
        if (body.lengthBytes <= maxBytes) text = await readText(body.stream());
      });
      // RFC 9309: "unavailable" (4xx) means no rules; "unreachable" (5xx) means keep out.
      if (status >= 500) return this.#unreachable(url, `answered ${status}`, status);
      const rules = status === 200 ? parse(url, text) : open;
      return { ...rules, status, closed: new Set(), ...(sha256 ? { sha256 } : {}) };
    } catch (error) {
      if (error instanceof KnownError) throw error;
      return this.#unreachable(url, explainNetError(describe(error)).words, 0);
    }
  }

  #unreachable(url: string, what: string, status: number): HostRules {
    // A host that cannot be reached at all is told by the visit of its first page.
    if (!this.#obey || status === 0) return { ...open, status, closed: new Set() };
    throw new KnownError('capture.robots-unreachable', `${url} ${what}, so it is not known what may be read there.`, {
      hint: 'Try again later; for a site of your own use --robots ignore.',
    });
  }
}

function parse(url: string, text: string): RobotsRules & { readonly crawlDelayS?: number } {
  const robot = robotsParser(url, text);
  const asked = robot.getCrawlDelay(robotsName);
  return {
    allows: (page) => robot.isAllowed(page, robotsName) ?? true,
    delayMs: Math.min((asked ?? 0) * 1000, maxDelayMs),
    sitemaps: robot.getSitemaps(),
    ...(asked === undefined ? {} : { crawlDelayS: asked }),
  };
}

async function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}
