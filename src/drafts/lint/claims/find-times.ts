import type { FarewellLocale } from '../../../model/farewell/locale.ts';

/** A time of day as languages write it; `half` says which half of the day a clock of twelve hours means. */
interface TimeForm {
  readonly pattern: RegExp;
  readonly half?: (match: RegExpMatchArray) => 'first' | 'second' | null;
  /** For what is written without figures. */
  readonly value?: string;
}

const HOUR = '(?<![\\p{N}.:,/-])(?<hour>\\d{1,2})';
const form = (behind: string, more: Partial<TimeForm> = {}): TimeForm => ({
  pattern: new RegExp(`${HOUR}${behind}`, 'giu'),
  ...more,
});
const words = (source: string, value: string): TimeForm => ({
  pattern: new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'giu'),
  value,
});

const colon = form('[:](?<minute>\\d{2})(?![\\p{N}:])');
const half = (first: RegExp) => (match: RegExpMatchArray) => (first.test(match[0]) ? 'first' : 'second');

const forms: Readonly<Record<FarewellLocale, readonly TimeForm[]>> = {
  de: [form('(?:[:.](?<minute>\\d{2}))?\\s*Uhr(?:\\s+(?<more>\\d{2})(?!\\p{N}))?'), colon],
  en: [
    form('(?:[:.](?<minute>\\d{2}))?\\s*(?:a|p)\\.?m\\b\\.?', { half: half(/a\.?m\b/i) }),
    words('noon|midday', '12:00'),
    words('midnight', '00:00'),
    colon,
  ],
  fr: [form('\\s*(?:h|heures?)(?![\\p{L}])(?:\\s*(?<minute>\\d{2})(?!\\p{N}))?'), words('midi', '12:00'), colon],
  es: [form('(?:[:.](?<minute>\\d{2}))?\\s*h(?![\\p{L}])\\.?'), colon],
  it: [colon, form('\\.(?<minute>\\d{2})(?!\\p{N})')],
  nl: [form('(?:[:.](?<minute>\\d{2}))?\\s*uur'), colon],
  pl: [colon, form('\\.(?<minute>\\d{2})(?!\\p{N})')],
  pt: [form('\\s*h(?:(?<minute>\\d{2}))?(?![\\p{L}])'), colon],
  tr: [colon, form('\\.(?<minute>\\d{2})(?![\\p{N}.])')],
  ar: [
    form('(?::(?<minute>\\d{2}))?\\s*(?:صباحًا|مساءً|ظهرًا|(?:بعد\\s*)?منتصف\\s*الليل|[صم](?![\\p{L}]))', {
      half: half(/صباحًا|ص|الليل/),
    }),
    words('منتصف\\s*الليل', '00:00'),
    colon,
  ],
};

export interface FoundTime {
  readonly said: string;
  readonly from: number;
  readonly to: number;
  /** `15:00`; hours that no clock has stay as they are, such as `25:00`. */
  readonly value: string;
}

/** Every time of day in a text, right or wrong. */
export function findTimes(text: string, locale: FarewellLocale): readonly FoundTime[] {
  const found: FoundTime[] = [];
  for (const one of forms[locale]) {
    for (const match of text.matchAll(one.pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ said: match[0], from, to, value: one.value ?? clockValue(match, one) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function clockValue(match: RegExpMatchArray, { half: halfOf }: TimeForm): string {
  const { hour = '0', minute, more } = match.groups ?? {};
  const which = halfOf?.(match) ?? null;
  const shown = Number(hour);
  const whole = which === null || shown > 12 ? shown : (shown % 12) + (which === 'second' ? 12 : 0);
  return `${String(whole).padStart(2, '0')}:${minute ?? more ?? '00'}`;
}
