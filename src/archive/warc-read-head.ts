/** The named fields of a WARC record, or of an HTTP message: names in lower case, values trimmed and unfolded. */
export interface FieldLines {
  readonly startLine: string;
  get(name: string): string | undefined;
  /** Names that stand there more than once. */
  readonly repeated: ReadonlySet<string>;
  /** The first line that is no `name: value`, if there is one. */
  readonly badLine: string | undefined;
}

/** Reads a start line and header lines, ended by CRLF (or, for HTTP written by careless tools, by LF alone). */
export function parseFields(text: string): FieldLines {
  const [startLine = '', ...lines] = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const fields = new Map<string, string>();
  const repeated = new Set<string>();
  let badLine: string | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    if (colon < 1) {
      badLine ??= line;
      continue;
    }
    const name = line.slice(0, colon).trim().toLowerCase();
    if (fields.has(name)) repeated.add(name);
    else fields.set(name, line.slice(colon + 1).trim());
  }
  return { startLine, get: (name) => fields.get(name), repeated, badLine };
}
