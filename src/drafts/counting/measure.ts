import { countingRules } from './counting-rules.ts';
import type { LimitInForce } from './limits-in-force.ts';
import { smsParts } from './sms-parts.ts';
import { splitGraphemes } from './split-graphemes.ts';

/** A text held against one limit. */
export interface Measured extends LimitInForce {
  readonly count: number;
  /** How much there is too much; 0: it fits. */
  readonly over: number;
  /** Of how many parts the SMS is; only for these. */
  readonly smsParts?: number;
}

/**
 * How long a text is where it will stand, for each limit in force, as the platform counts. Limits that do not bear on this text
 * are left out: an SMS is counted by one of two alphabets. Line breaks are one sign, which is what fields on web pages make of
 * those of Windows.
 * @param warning the content warning above it
 * @see https://html.spec.whatwg.org/multipage/form-elements.html#concept-textarea-api-value
 */
export function measure(text: string, limits: readonly LimitInForce[], warning = ''): readonly Measured[] {
  const [body, above] = [text, warning].map((one) => one.replace(/\r\n?/g, '\n')) as [string, string];
  return limits
    .filter(({ counting }) => countingRules[counting].isFor?.(body) ?? true)
    .map((limit) => {
      const own = countingRules[limit.counting].count(body, limit);
      // Mastodon adds the warning as it is: links and mentions in it count in full.
      const count = own + (limit.withWarning ? splitGraphemes(above).length : 0);
      const isSms = limit.counting === 'gsm-7' || limit.counting === 'ucs-2';
      return {
        ...limit,
        count,
        over: Math.max(0, count - limit.most),
        ...(isSms && { smsParts: smsParts(body).parts.length }),
      };
    });
}
