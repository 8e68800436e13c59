const SIZE_UNITS: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

export const SIZE_EXAMPLES = '500KB, 200MB or 2GB';
export const DURATION_EXAMPLES = '500ms, 30s, 5m or 2h';

/** `2GB`, `1.5 MiB`, `800` (bytes) → whole bytes; undefined when it is no size. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = SIZE_UNITS[(match?.[2] || 'b').toLowerCase()];
  if (match === null || unit === undefined) return undefined;
  return Math.round(Number(match[1]) * unit);
}

/** `500ms`, `1h30m`, `0` → milliseconds; undefined when it is no duration. A number other than 0 needs its unit. */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim().replace(/\s+/g, '').toLowerCase();
  if (compact === '0') return 0;
  if (!/^(\d+(\.\d+)?(ms|min|s|m|h))+$/.test(compact)) return undefined;
  const parts = compact.matchAll(/(\d+(?:\.\d+)?)(ms|min|s|m|h)/g);
  return Math.round([...parts].reduce((sum, part) => sum + Number(part[1]) * (DURATION_UNITS[part[2] ?? ''] ?? 0), 0));
}
