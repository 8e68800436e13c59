import type { Bounds } from '../../model/crawl-plan.ts';
import type { Gap } from '../../model/gap.ts';
import { makeGap } from '../gaps.ts';

/**
 * The first links of a page, as many as are followed.
 * @param url the page, as it may be told
 * @returns a gap when there are more
 */
export function capLinks(
  links: readonly string[],
  url: string,
  bounds: Pick<Bounds, 'links'>,
  now: Date,
): { links: readonly string[]; gap?: Gap } {
  const left = links.length - bounds.links;
  if (left <= 0) return { links };
  const message = `${url} has ${links.length} links; only the first ${bounds.links} were followed.`;
  return { links: links.slice(0, bounds.links), gap: makeGap('limit-links', url, message, now, left) };
}
