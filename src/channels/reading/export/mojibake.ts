const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Meta writes the bytes of UTF-8 as if each were a character of its own (`Ã¶` for ö). Repaired where all characters are
 * bytes and together are UTF-8; anything else stays as it is, so that a text that is right is never made wrong.
 */
export function repairMojibake(text: string): string {
  let isPlain = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return text;
    if (code > 0x7f) isPlain = false;
  }
  if (isPlain) return text;
  try {
    return decoder.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** Nothing that Meta writes nests so deep; walking what does would exhaust the stack. */
const MAX_DEPTH = 200;

/** The same for every text and key in a value of JSON; what nests deeper than anything of Meta's is left as it is. */
export function repairAll(value: unknown): unknown {
  return repairBelow(value, 0);
}

function repairBelow(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return repairMojibake(value);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((inner) => repairBelow(inner, depth + 1));
  const repaired = Object.entries(value).map(([key, inner]) => [repairMojibake(key), repairBelow(inner, depth + 1)]);
  return Object.fromEntries(repaired);
}
