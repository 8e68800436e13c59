import { type Body, headerValue } from '../../model/http.ts';
import { DevtoolsError } from '../browser/devtools-connection.ts';
import { type Arrival, ignoreGone, release } from './arrival.ts';
import { emptyBody } from './bodies.ts';
import { measureBody } from './body-bounds.ts';
import type { CaptureContext } from './capture-context.ts';
import type { HeldBodies } from './held-bodies.ts';
import type { LoadingEnds } from './loading-ends.ts';
import type { BodyRoute } from './paused-response.ts';
import { answerWithBody, bodyAsStream, bodyInOneMessage } from './read-body.ts';

/** The ways that end with a body in our hands. */
export type TakenRoute = Exclude<BodyRoute, 'download' | 'live'>;

/** What a page comes to whose own answer is not whole. */
export const brokeOff = { reason: 'connection-failed', words: 'its answer broke off' } as const;

const streamMemoryBytes = 4 * 1024 * 1024;

/** Takes bodies out of the browser, each by the way that suits it, and gives the page its own. */
export class BodyTaker {
  readonly #context: CaptureContext;
  readonly #ends: LoadingEnds;
  readonly #bodies: HeldBodies;

  constructor(context: CaptureContext, ends: LoadingEnds, bodies: HeldBodies) {
    this.#context = context;
    this.#ends = ends;
    this.#bodies = bodies;
  }

  /** Takes the body and lets the page go on before the archive has it: the disk is not the page's trouble. */
  async take(route: TakenRoute, arrival: Arrival): Promise<Body> {
    const { held, paused } = arrival;
    if (route === 'none') {
      await release(held);
      return emptyBody;
    }
    if (route === 'watched') return this.#bodyOfGoodLoad(arrival);
    const body = await this.#heldBody(route, arrival);
    if (route === 'message') {
      await release(held);
      return body;
    }
    const answer = {
      status: paused.responseStatusCode ?? 200,
      statusText: paused.responseStatusText ?? '',
      headers: paused.responseHeaders ?? [],
    };
    await answerWithBody(held, answer, body).catch(ignoreGone);
    return body;
  }

  /**
   * Reads the body while the response is held, and believes it only when the load has ended well. The body that the
   * browser offers after the load would be text in another encoding, not the bytes.
   * @throws DevtoolsError when the load broke off
   */
  async #bodyOfGoodLoad(arrival: Arrival): Promise<Body> {
    const { held, paused } = arrival;
    const { networkId = '', request } = paused;
    const body = await this.#heldBody('message', arrival);
    const ended = this.#ends.wait(networkId, held.sessionId);
    await release(held);
    const end = await ended;
    if (end === 'well') return body;
    // As a rule the browser says so too, but not always before it takes what came for a page.
    if (end === 'broken' && arrival.isMain) arrival.recorder.cut = brokeOff;
    throw new DevtoolsError(`The answer of ${request.url} broke off.`);
  }

  /** Reads a body while its response is held, for as long as the page may wait for it. @throws BodyRefused */
  #heldBody(route: 'message' | 'stream', { held, paused, headers, recorder, isMain }: Arrival): Promise<Body> {
    const { bounds, pageTimeMs, spoolFolder, maxBytes, ledger } = this.#context;
    const { url } = paused.request;
    const leftMs = Math.max(1_000, pageTimeMs - (performance.now() - recorder.startedMs));
    const transferred = Number(headerValue(headers, 'content-length') ?? Number.POSITIVE_INFINITY);
    const measure = measureBody(bounds, {
      url,
      isOpenEnded: transferred === Number.POSITIVE_INFINITY,
      leftBytes: maxBytes - ledger.bodyBytes,
      maxBytes,
      // The browser unpacks, and does not say how much has come; what was promised is the most that can.
      transferredBytes: () => transferred,
    });
    const options = { folder: spoolFolder, memoryBytes: streamMemoryBytes, onBytes: measure };
    const read = () => (route === 'message' ? bodyInOneMessage(held) : bodyAsStream(held, options));
    return this.#bodies.wait(held, url, isMain ? leftMs : Math.min(bounds.heldMs, leftMs), read);
  }
}
