/** Forms that are no addresses, and whose place is known all the same. */
const shorthands: readonly (readonly [form: RegExp, address: (name: string, server: string) => string])[] = [
  [/^(?:acct:)?@?([^\s@/:]+)@([^\s@/:]+\.[^\s@/:]+)$/u, (user, server) => `https://${server}/@${user}`],
  [/^@([a-z0-9-]+\.bsky\.social)$/i, (handle) => `https://bsky.app/profile/${handle}`],
  [/^at:\/\/([^\s/]+)$/i, (authority) => `https://bsky.app/profile/${authority}`],
  [/^\/?r\/([\w-]+)\/?$/i, (name) => `https://www.reddit.com/r/${name}`],
  [/^\/?(?:u|user)\/([\w-]+)\/?$/i, (name) => `https://www.reddit.com/user/${name}`],
];

/** `user@server` is how people write e-mail; only with @ before it, or acct:, it is an account. */
function isMail(text: string): boolean {
  return /^[^@\s/:]+@[^@\s/:]+$/.test(text);
}

function fromShorthand(text: string): string | undefined {
  if (isMail(text)) return undefined;
  for (const [form, address] of shorthands) {
    const match = form.exec(text);
    if (match !== null) return address(match[1] ?? '', match[2] ?? '');
  }
  return undefined;
}

function withProtocol(text: string): string | undefined {
  if (/^https?:\/\//i.test(text)) return text;
  if (/^\/\//.test(text)) return `https:${text}`;
  // `@aurora.coffee` is somebody's name on one of many platforms, not the host aurora.coffee.
  if (text.startsWith('@')) return undefined;
  // mailto:, javascript: and the like; `host:8080` is an address though.
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return undefined;
  // A word alone is no address, unless it is this machine.
  return /^[^/?#]*\.[^/?#.]+|^localhost([:/]|$)/i.test(text) ? `https://${text}` : undefined;
}

/** An address as people type, copy and paste it → URL; undefined when it is none. */
export function readTypedAddress(text: string): URL | undefined {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1');
  const address = fromShorthand(trimmed) ?? (isMail(trimmed) ? undefined : withProtocol(trimmed));
  if (address === undefined || /[\s"<>]/.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address);
}
