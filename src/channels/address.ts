/** The host without a last dot, in lower case (as URL gives it). */
function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '');
}

/**
 * What stands before one of `domains` in the host: '' for the domain itself, `www`, `de-de`, `a.b`; undefined when the
 * host is none of theirs.
 */
export function subdomainOf(url: URL, ...domains: readonly string[]): string | undefined {
  const host = hostOf(url);
  const domain = domains.find((candidate) => host === candidate || host.endsWith(`.${candidate}`));
  return domain === undefined ? undefined : host.slice(0, -domain.length).replace(/\.$/, '');
}

/** True for the names under which the same site is shown to browsers and telephones. */
export function isFront(subdomain: string): boolean {
  return ['', 'www', 'm', 'mobile', 'touch', 'web', 'old', 'new'].includes(subdomain);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    // A stray percent sign is part of the name then.
    return segment;
  }
}

/** The parts of a path, decoded and in NFC, without empty ones. */
export function pathSegments(path: string): readonly string[] {
  return path
    .split('/')
    .map(decoded)
    .filter((segment) => segment.trim() !== '');
}

/** The parts of the address's path; of the old `#!/name` form where that is in use. */
export function segmentsOf(url: URL): readonly string[] {
  const route = /^#!\/?([^?#]*)/.exec(url.hash)?.[1];
  const path = pathSegments(url.pathname);
  return path.length === 0 && route !== undefined ? pathSegments(route) : path;
}

/** A name as it stands in a path: `@`, `:` and `+` need no percent there, and people read them. */
export function inPath(name: string): string {
  return encodeURIComponent(name).replace(/%(40|3A|2B)/g, (code) => decodeURIComponent(code));
}
