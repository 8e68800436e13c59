/** An address that may stand behind a link; null for `javascript:` and whatever else is no page of the web. */
export function safeUrl(address: string | null, base?: string | null): string | null {
  if (address === null || !URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
