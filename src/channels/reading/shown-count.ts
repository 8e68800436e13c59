/** A number as a page shows it to people. */
export interface ShownCount {
  readonly count: number;
  /** `1.2K` may be anything from 1,150 to 1,249. */
  readonly isRounded: boolean;
}

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  b: 1e9,
  mrd: 1e9,
};

/**
 * The number in `1,234 videos`, `12 345`, `1.2K`, `3,4 Mio. Abonnenten` or `No videos`; undefined where there is none.
 * Thousands are known by their groups of three, whatever stands between them.
 */
export function readShownCount(text: string): ShownCount | undefined {
  const plain = text.replace(/[\u00A0\u202F\u2009]/g, ' ').trim();
  const match = /(\d[\d.,' ]*)(?:\s*(k|m|b|tsd|mio|mn|mrd)(?![a-zäöü]))?/i.exec(plain);
  if (match === null) return /^(no|keine)\b/i.test(plain) ? { count: 0, isRounded: false } : undefined;
  const digits = (match[1] ?? '').replace(/[.,' ]+$/, '');
  const scale = scales[match[2]?.toLowerCase() ?? ''];
  if (scale !== undefined) {
    const number = Number(digits.replace(',', '.').replaceAll(' ', ''));
    return Number.isFinite(number) ? { count: Math.round(number * scale), isRounded: true } : undefined;
  }
  if (/^\d{1,3}([.,' ]\d{3})+$/.test(digits)) return { count: Number(digits.replace(/\D/g, '')), isRounded: false };
  const whole = Number(/^\d+/.exec(digits)?.[0]);
  return Number.isFinite(whole) ? { count: whole, isRounded: false } : undefined;
}

/** `1:09`, `1:02:03` → milliseconds; null for anything else, such as `LIVE`. */
export function readShownDuration(text: string): number | null {
  const match = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [hours, minutes, seconds] = [match[1] ?? '0', match[2], match[3]].map(Number);
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
