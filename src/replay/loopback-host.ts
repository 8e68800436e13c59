const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * True when a `Host` header names this machine by a loopback name, with any port (a tunnel changes it). Any other name
 * is a web page that had its own name point to 127.0.0.1, so as to read what is served here (DNS rebinding).
 */
export function isLoopbackHost(header: string | undefined): boolean {
  if (header === undefined) return false;
  return LOOPBACK_NAMES.has(header.replace(/:\d{1,5}$/, '').toLowerCase());
}
