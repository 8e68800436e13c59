import type { Bounds } from '../../model/crawl-plan.ts';
import type { GapReason } from '../../model/gap.ts';

/** Thrown to stop a body that is not to be read any further. */
export class BodyRefused extends Error {
  readonly reason: GapReason;

  constructor(reason: GapReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Small things may unpack as they like: a page of one repeated letter is no trap. */
const ratioFromBytes = 16 * 1024 * 1024;

export interface BodyMeasure {
  readonly url: string;
  readonly isOpenEnded: boolean;
  /** How much more the whole crawl may take. */
  readonly leftBytes: number;
  /** The crawl's limit, for the message. */
  readonly maxBytes: number;
  readonly transferredBytes: () => number;
}

/**
 * Looks at a body while it grows.
 * @returns a function to be told the bytes so far, unpacked @throws BodyRefused from that function
 */
export function measureBody(bounds: Bounds, body: BodyMeasure): (total: number) => void {
  const endlessAfterMs = performance.now() + bounds.openEndedMs;
  return (total) => {
    const { url } = body;
    if (total > body.leftBytes) {
      throw new BodyRefused('limit-bytes', `${url} would take the snapshot over its limit of ${body.maxBytes} bytes.`);
    }
    if (total > bounds.bodyBytes) {
      throw new BodyRefused('limit-body', `${url} is larger than ${bounds.bodyBytes} bytes.`);
    }
    if (total > ratioFromBytes && total > bounds.bodyRatio * body.transferredBytes()) {
      throw new BodyRefused('limit-ratio', `${url} unpacks to more than ${bounds.bodyRatio} times its size.`);
    }
    if (!body.isOpenEnded) return;
    if (total > bounds.openEndedBytes) {
      throw new BodyRefused(
        'limit-body',
        `${url} does not say its length and had no end after ${bounds.openEndedBytes} bytes.`,
      );
    }
    if (performance.now() > endlessAfterMs) {
      const seconds = Math.round(bounds.openEndedMs / 1000);
      throw new BodyRefused('limit-body', `${url} does not say its length and had no end after ${seconds} s.`);
    }
  };
}
