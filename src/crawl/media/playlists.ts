import type { Clock } from '../../base/clock.ts';
import type { Bounds } from '../../model/crawl-plan.ts';
import type { GapReason } from '../../model/gap.ts';
import { type Body, type Exchange, headerValue } from '../../model/http.ts';
import { makeGap } from '../gaps.ts';
import { namedPlaylists } from './named-playlists.ts';
import { readHls } from './read-hls.ts';
import { readMpd } from './read-mpd.ts';

/** Where the parts of a film are fetched. */
export interface PartQueue {
  /** @param mustExist a 404 is a gap */
  addPart(url: string, referer: string, mustExist: boolean): void;
}

interface PlaylistDeps {
  readonly bounds: Pick<Bounds, 'segments'>;
  readonly clock: Clock;
  readonly ledger: { addGap(gap: ReturnType<typeof makeGap>): void };
  readonly redactor: { text(text: string): string };
}

/** One film: what may still be fetched of it, over all its playlists. */
interface Film {
  readonly url: string;
  left: number;
  readonly depth: number;
}

const maxPlaylistBytes = 16 * 1024 * 1024;
const maxPageBytes = 4 * 1024 * 1024;
/** Master, quality, and one more for lists of lists. */
const maxDepth = 3;

const playlistMime = /^(application|audio)\/(vnd\.apple\.mpegurl|x-mpegurl|mpegurl)$|^application\/dash\+xml$/;
const playlistName = /\.(m3u8|mpd)$/i;
const mayName = /^text\/(html|javascript)$|^application\/(xhtml\+xml|json|ld\+json|javascript|x-javascript)$/;

/**
 * Completes films and recordings that are cut into segments: every playlist that comes by, or that a page or script
 * names, has all its parts fetched, in every quality, as the player of the replay decides by itself which one it wants.
 */
export class Playlists {
  readonly #queue: PartQueue;
  readonly #deps: PlaylistDeps;
  readonly #read = new Set<string>();
  readonly #filmOf = new Map<string, Film>();

  constructor(queue: PartQueue, deps: PlaylistDeps) {
    this.#queue = queue;
    this.#deps = deps;
  }

  /** Looks at an exchange on its way to the archive. Its body is left as it is. */
  async read(exchange: Exchange): Promise<void> {
    const { method, status, url, body, bodyIsRaw } = exchange;
    if (method !== 'GET' || status !== 200 || bodyIsRaw || body.lengthBytes === 0) return;
    const mime =
      (headerValue(exchange.responseHeaders, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const film = this.#filmOf.get(url);
    if (film || playlistMime.test(mime) || playlistName.test(new URL(url).pathname)) {
      if (body.lengthBytes <= maxPlaylistBytes && !this.#read.has(url)) await this.#readPlaylist(exchange, film);
    } else if (mayName.test(mime) && body.lengthBytes <= maxPageBytes) {
      for (const named of namedPlaylists(await textOf(body), url)) this.#queue.addPart(named, url, false);
    }
  }

  async #readPlaylist({ url, body, requestHeaders }: Exchange, known: Film | undefined): Promise<void> {
    this.#read.add(url);
    const film = known ?? { url, left: this.#deps.bounds.segments, depth: 0 };
    const referer = headerValue(requestHeaders, 'referer') ?? url;
    const text = await textOf(body);
    const hls = readHls(text, url);
    if (hls) {
      for (const playlist of hls.playlists) this.#takePlaylist(playlist, film, referer);
      this.#takeParts(hls.parts, film, referer);
    }
    const dash = hls ? undefined : readMpd(text, url, this.#deps.clock.now());
    if (dash) this.#takeParts(dash.parts(), film, referer);
    if (hls?.isLive || dash?.isLive) {
      this.#gap('live-media', url, `${url} is a live stream; what it listed just then was kept.`);
    }
  }

  #takePlaylist(url: string, film: Film, referer: string): void {
    if (film.depth >= maxDepth || !this.#mayTake(film)) return;
    if (!this.#filmOf.has(url)) this.#filmOf.set(url, nested(film));
    this.#queue.addPart(url, referer, true);
  }

  #takeParts(parts: Iterable<string>, film: Film, referer: string): void {
    for (const part of parts) {
      if (!this.#mayTake(film)) return;
      this.#queue.addPart(part, referer, true);
    }
  }

  #mayTake(film: Film): boolean {
    film.left -= 1;
    if (film.left >= 0) return true;
    const { segments } = this.#deps.bounds;
    this.#gap('limit-segments', film.url, `${film.url} has more than ${segments} parts; the rest is missing.`);
    return false;
  }

  #gap(reason: GapReason, url: string, message: string): void {
    const { ledger, redactor, clock } = this.#deps;
    ledger.addGap(makeGap(reason, redactor.text(url), redactor.text(message), clock.now()));
  }
}

/** A list within a list draws on the same allowance. */
function nested(film: Film): Film {
  return {
    url: film.url,
    depth: film.depth + 1,
    get left() {
      return film.left;
    },
    set left(value: number) {
      film.left = value;
    },
  };
}

async function textOf(body: Body): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of body.stream()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
