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

/** The same for every text and key in a value of JSON. */
export function repairAll(value: unknown): unknown {
  if (typeof value === 'string') return repairMojibake(value);
  if (Array.isArray(value)) return value.map(repairAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [repairMojibake(key), repairAll(inner)]));
}
