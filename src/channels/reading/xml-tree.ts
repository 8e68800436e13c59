import { type CheerioAPI, load } from 'cheerio';

const anyElement = ($: CheerioAPI) => $.root().children().get(0);
export type XmlElement = NonNullable<ReturnType<typeof anyElement>>;

/** Prefixes are the document's own choice; what counts is the namespace. These are the names we use for them. */
const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://backend.userland.com/rss2': '',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://www.youtube.com/xml/schemas/2015': 'yt',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
};

/** Nobody's list nests so deep; one that does would exhaust the stack of whoever walks it. */
const maxDepth = 256;

/**
 * A read XML document. Entities that it declares itself are left as they stand and nothing outside is fetched: the parser
 * knows no DTD, so that neither a "billion laughs" nor an external entity does anything.
 */
export class XmlTree {
  readonly root: XmlElement | undefined;
  /** False when the document ends before its root does. */
  readonly isWhole: boolean;
  readonly #$: CheerioAPI;

  /** @throws RangeError for one that nests without end */
  constructor(text: string) {
    refuseDepth(text);
    this.#$ = load(text, { xml: { xmlMode: true, decodeEntities: true } });
    this.root = this.#$.root().children().get(0);
    this.isWhole = this.root === undefined || text.trimEnd().endsWith(`</${this.root.name}>`) || /\/>\s*$/.test(text);
  }

  /** `atom:entry`, `item`, `dc:creator`, whatever prefix the document uses. */
  nameOf(element: XmlElement): string {
    const [prefix, local] = element.name.includes(':') ? element.name.split(':', 2) : ['', element.name];
    const known = prefixes[namespaceOf(element, prefix ?? '')];
    const name = known ?? prefix ?? '';
    return name === '' ? (local ?? '') : `${name}:${local}`;
  }

  children(of: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
    if (of === undefined) return [];
    const all = this.#$(of).children().get();
    return names.length === 0 ? all : all.filter((child) => names.includes(this.nameOf(child)));
  }

  child(of: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
    return this.children(of, ...names)[0];
  }

  /** Text inside, trimmed; null when there is none. */
  text(of: XmlElement | undefined): string | null {
    const text = of === undefined ? '' : this.#$(of).text().trim();
    return text === '' ? null : text;
  }

  attribute(of: XmlElement | undefined, name: string): string | null {
    const value = of?.attribs[name]?.trim() ?? '';
    return value === '' ? null : value;
  }

  /** The markup inside, as XML. */
  inner(of: XmlElement): string {
    return this.#$(of)
      .contents()
      .get()
      .map((node) => this.#$.xml(node))
      .join('');
  }

  /** What relative addresses inside an element are relative to. @param base where the document is */
  base(of: XmlElement, base: string): string {
    return this.#upwards(of, 'xml:base')
      .reverse()
      .reduce((here, next) => (URL.canParse(next, here) ? new URL(next, here).href : here), base);
  }

  hasBase(of: XmlElement): boolean {
    return this.#upwards(of, 'xml:base').length > 0;
  }

  lang(of: XmlElement): string | null {
    return this.#upwards(of, 'xml:lang')[0] ?? null;
  }

  /** Values of an attribute on the element and on those round it, innermost first. */
  #upwards(of: XmlElement, name: string): string[] {
    const found: string[] = [];
    for (let here: XmlElement | undefined = of; here !== undefined; here = parentOf(here)) {
      const value = here.attribs[name]?.trim();
      if (value !== undefined && value !== '') found.push(value);
    }
    return found;
  }
}

function parentOf({ parent }: XmlElement): XmlElement | undefined {
  return parent !== null && 'attribs' in parent ? parent : undefined;
}

function namespaceOf(element: XmlElement, prefix: string): string {
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  for (let here: XmlElement | undefined = element; here !== undefined; here = parentOf(here)) {
    const uri = here.attribs[declared];
    if (uri !== undefined) return uri.trim().toLowerCase().replace(/\/$/, '');
  }
  return '';
}

/** Goes through the tags once, with no way back, so that no text can make it slow. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', start)) {
    const end = text.indexOf(endOfTag(text, start), start);
    if (end === -1) return;
    const first = text[start + 1];
    if (first === '/') depth -= 1;
    else if (first !== '!' && first !== '?' && text[end - 1] !== '/') depth += 1;
    if (depth > maxDepth) throw new RangeError('it nests without end');
    start = end;
  }
}

function endOfTag(text: string, start: number): string {
  if (text.startsWith('<!--', start)) return '-->';
  return text.startsWith('<![CDATA[', start) ? ']]>' : '>';
}
