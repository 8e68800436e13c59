import { type Handler, Parser } from 'htmlparser2';
import type { ExportFile } from '../../../model/official-export.ts';

/** An element with what is in it. Names are as the document writes them, with their prefix: `wp:post_id`. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements in it, in order. */
  readonly children: XmlNode[];
  /** Text that stands directly in it, entities decoded, CDATA as it is. */
  text: string;
}

export interface XmlRecord {
  readonly record: number;
  readonly offsetBytes: null;
  readonly element: XmlNode;
  /** The names of the elements round it, from the root. */
  readonly path: readonly string[];
  /** What is wrong with it; absent when nothing is. */
  readonly error?: string;
}

/** Nobody's record nests so deep; one that does would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 256;
/** As for JSON: what grows past it is damage. */
const MAX_RECORD_CHARACTERS = 32 << 20;

/**
 * The wanted elements of an XML document of any size, one after the other, each with all that is in it. The parser knows no
 * DTD and fetches nothing, so that neither a "billion laughs" nor an external entity does anything.
 * @param wants by the names of the elements round it and its own: `(path) => path.at(-1) === 'item'`
 * @throws KnownError `export.damaged` when the file itself cannot be unpacked
 */
export async function* readXmlRecords(
  file: ExportFile,
  wants: (path: readonly string[]) => boolean,
  signal?: AbortSignal,
): AsyncGenerator<XmlRecord> {
  const cutter = new XmlCutter(wants);
  const parser: Parser = new AttentiveParser(
    cutter.handler(() => parser.startIndex),
    () => cutter.meetStrayEnd(),
  );
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of file.open(signal)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* cutter.take();
  }
  cutter.fileEnds();
  parser.end();
  yield* cutter.take();
}

/** Tells of end tags that end nothing, which the parser passes over: the beginning that belonged to them was lost. */
class AttentiveParser extends Parser {
  readonly #onStrayEnd: () => void;
  readonly #closes: () => number;

  constructor(handler: Partial<Handler>, onStrayEnd: () => void) {
    let closes = 0;
    const onclosetag: Handler['onclosetag'] = (name, isImplied) => {
      closes += 1;
      handler.onclosetag?.(name, isImplied);
    };
    super({ ...handler, onclosetag }, { xmlMode: true, decodeEntities: true });
    this.#closes = () => closes;
    this.#onStrayEnd = onStrayEnd;
  }

  override onclosetag(start: number, endIndex: number): void {
    const before = this.#closes();
    super.onclosetag(start, endIndex);
    if (this.#closes() === before) this.#onStrayEnd();
  }
}

class XmlCutter {
  readonly #wants: (path: readonly string[]) => boolean;
  readonly #path: string[] = [];
  /** From the wanted element to the innermost open one. */
  #opened: XmlNode[] = [];
  #characters = 0;
  #found: XmlRecord[] = [];
  #record = 0;
  #isOver = false;
  /** Elements of damaged records that the parser still holds open. */
  #ghosts = 0;
  #isTooLong = false;
  #isStray = false;

  constructor(wants: (path: readonly string[]) => boolean) {
    this.#wants = wants;
  }

  /** @param where the place of the tag that the parser is at */
  handler(where: () => number): Partial<Handler> {
    let openedAt = -1;
    return {
      onopentag: (name, attributes) => {
        openedAt = where();
        this.#open(name, attributes);
      },
      ontext: (text) => this.#text(text),
      // `<a/>` counts as implied for the parser too; it ends at the tag that began it.
      onclosetag: (name, isImplied) => this.#close(name, isImplied && where() !== openedAt),
    };
  }

  take(): readonly XmlRecord[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** Inside a record it is the record's damage, elsewhere the document's. */
  meetStrayEnd(): void {
    if (this.#opened.length > 0) this.#isStray = true;
    else this.#give(emptyNode(this.#path.at(-1) ?? ''), 'an end tag stands there without its beginning');
  }

  /** What closes from here on was cut off. */
  fileEnds(): void {
    this.#isOver = true;
    if (this.#path.length > 0 && this.#opened.length === 0) {
      this.#give(emptyNode(this.#path[0] ?? ''), 'the file ends too early');
    }
  }

  #open(name: string, attributes: Record<string, string>): void {
    // No record holds another: the one before has lost its end, and must not swallow what follows.
    if (name === this.#opened[0]?.name) this.#giveUp();
    this.#path.push(name);
    // A record that is not closed would swallow all that follow: where the next of its name begins, it has ended.
    const [root] = this.#opened;
    if (root?.name === name && this.#wants(this.#path)) {
      this.#opened = [];
      this.#give(root, 'it is not closed');
    }
    const parent = this.#opened.at(-1);
    if (parent === undefined && !this.#wants(this.#path)) return;
    const node: XmlNode = { name, attributes, children: [], text: '' };
    if (this.#opened.length < MAX_DEPTH) parent?.children.push(node);
    this.#opened.push(node);
  }

  #text(text: string): void {
    const node = this.#opened.at(-1);
    if (node === undefined) return;
    this.#characters += text.length;
    if (this.#characters > MAX_RECORD_CHARACTERS) this.#isTooLong = true;
    else node.text += text;
  }

  #close(name: string, isImplied: boolean): void {
    if (isImplied && this.#ghosts > 0) {
      this.#ghosts -= 1;
      return;
    }
    const node = this.#opened.pop();
    if (node === undefined && isImplied && !this.#isOver) this.#give(emptyNode(name), `<${name}> is not closed`);
    if (node !== undefined && this.#opened.length === 0) this.#give(node, this.#fault(isImplied));
    this.#path.pop();
  }

  #giveUp(): void {
    const [lost] = this.#opened;
    if (lost === undefined) return;
    this.#give(lost, 'it is not closed');
    this.#ghosts += this.#opened.length;
    this.#path.length -= this.#opened.length;
    this.#opened = [];
  }

  #fault(isImplied: boolean): string | undefined {
    if (this.#isTooLong) return `it is longer than ${MAX_RECORD_CHARACTERS >> 20} MB`;
    if (this.#isStray) return 'an end tag in it stands without its beginning';
    if (!isImplied) return undefined;
    return this.#isOver ? 'the file ends in the middle of it' : 'it is not closed';
  }

  #give(element: XmlNode, error: string | undefined): void {
    this.#record += 1;
    this.#characters = 0;
    this.#isTooLong = false;
    this.#isStray = false;
    const record = { record: this.#record, offsetBytes: null, element, path: [...this.#path] };
    this.#found.push(error === undefined ? record : { ...record, error });
  }
}

function emptyNode(name: string): XmlNode {
  return { name, attributes: {}, children: [], text: '' };
}

/** The first element of a name directly in another. */
export function xmlChild(of: XmlNode, name: string): XmlNode | undefined {
  return of.children.find((child) => child.name === name);
}

/** Its text, trimmed; null when there is none. */
export function xmlText(of: XmlNode, name: string): string | null {
  const text = xmlChild(of, name)?.text.trim() ?? '';
  return text === '' ? null : text;
}
