import { type LimitSettings, limitsInForce } from '../../drafts/counting/limits-in-force.ts';
import { measure } from '../../drafts/counting/measure.ts';
import type { Limit } from '../../model/channel.ts';
import type { Fact } from '../../model/fact.ts';
import type { Measure } from '../../model/farewell/draft-channel.ts';

/**
 * How a text is counted against the limits of a place, as the platform counts.
 * @param settings one for each way in which it is posted; it has to keep the limits of all of them
 */
export function measureLimits(
  limits: readonly Fact<Limit>[],
  settings: readonly [LimitSettings, ...LimitSettings[]] = [{}],
): Measure {
  return (what, text) => settings.flatMap((one) => measure(text, limitsInForce(limits, what, one).limits));
}
