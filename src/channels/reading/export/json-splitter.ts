import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isSpace,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SEMICOLON,
  scanValue,
  startScan,
  type ValueScan,
} from './json-scan.ts';

/** Keys and places from the root of a file to a value: `['messages', 3]`. */
export type JsonPath = readonly (string | number)[];

/** One value of a large JSON file. */
export interface JsonRecord {
  readonly path: JsonPath;
  /** Where it begins in the file. */
  readonly offsetBytes: number;
  /** Undefined when it is no JSON. */
  readonly value: unknown;
  /** What is wrong with it; absent when nothing is. */
  readonly error?: string;
}

/** Whether the value at a path is given whole, by the path and by whether it is a list. */
export type Wants = (path: JsonPath, isList: boolean) => boolean;

interface Container {
  readonly isList: boolean;
  /** Of the value that comes next. */
  key: string;
  index: number;
  awaitsKey: boolean;
}

/** No post is longer; what grows past it is damage, and would fill the memory. */
const MAX_RECORD_BYTES = 32 << 20;
/** The longest way to the `=` of `window.YTD.tweets.part0 = [`. */
const MAX_PREFIX_BYTES = 4096;
const MAX_DEPTH = 64;
const AFTER_END = 'something stands after its end';

/**
 * Cuts a stream of JSON into the values that are wanted, at any depth, and never holds more than one of them. A record that
 * is damaged is given with its error, and the next one is read. Before the value may stand what makes it a script:
 * `window.YTD.tweets.part0 =`.
 *
 * Our own because the streaming parsers there are end at the first mistake, and what follows it would be lost in silence.
 */
export class JsonSplitter {
  readonly #wants: Wants;
  readonly #path: (string | number)[] = [];
  readonly #stack: Container[] = [];
  readonly decoder = new TextDecoder();
  #found: JsonRecord[] = [];
  #offset = 0;
  #state: 'start' | 'prefix' | 'between' | 'key' | 'wanted' | 'passed' | 'ended' = 'start';
  #scan: ValueScan = startScan(QUOTE);
  #pieces: Uint8Array[] = [];
  #pieceBytes = 0;
  #beganAt = 0;
  #lastFailure = '';

  /** @param wants whether the value at this path is given whole; asked once for each that no wanted one holds */
  constructor(wants: Wants) {
    this.#wants = wants;
  }

  push(chunk: Uint8Array): readonly JsonRecord[] {
    this.#found = [];
    let at = 0;
    while (at < chunk.length) at = this.#step(chunk, at);
    this.#offset += chunk.length;
    return this.#found;
  }

  /** What is left when the file has ended: an error where it ends too early. */
  end(): readonly JsonRecord[] {
    this.#found = [];
    if (this.#state === 'wanted' && this.#scan.isScalar) this.#finish();
    else if (this.#state === 'wanted') this.#fail('the file ends in the middle of it');
    else if (this.#state === 'passed' && this.#stack.length === 0 && this.#scan.isScalar) this.#state = 'ended';
    if (this.#stack.length > 0) this.#failHere('the file ends too early');
    else if (this.#state === 'start' || this.#state === 'prefix') this.#failHere('there is no JSON in it');
    this.#stack.length = 0;
    return this.#found;
  }

  #step(chunk: Uint8Array, at: number): number {
    if (this.#state === 'wanted' || this.#state === 'passed' || this.#state === 'key') return this.#goOn(chunk, at);
    const byte = chunk[at] as number;
    if (this.#state === 'start') return this.#start(byte, at);
    if (this.#state === 'prefix') return this.#skipPrefix(byte, at);
    if (isSpace(byte) || byte === COMMA) return at + 1;
    if (this.#state === 'ended') {
      // `;` after a script's value is right; anything else does not belong there.
      if (byte !== SEMICOLON) this.#failOnce(AFTER_END, at);
      return byte === SEMICOLON ? at + 1 : chunk.length;
    }
    return this.#between(byte, chunk, at);
  }

  #start(byte: number, at: number): number {
    if (isSpace(byte) || byte === 0xef || byte === 0xbb || byte === 0xbf) return at + 1;
    this.#state = byte === OPEN_OBJECT || byte === OPEN_LIST || byte === QUOTE ? 'between' : 'prefix';
    return at;
  }

  #skipPrefix(byte: number, at: number): number {
    if (byte === 0x3d) this.#state = 'between';
    else if (this.#offset + at > MAX_PREFIX_BYTES) {
      this.#failHere('there is no JSON in it');
      this.#lastFailure = AFTER_END;
      this.#state = 'ended';
    }
    return at + 1;
  }

  #between(byte: number, chunk: Uint8Array, at: number): number {
    const inside = this.#stack.at(-1);
    if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (inside === undefined || inside.isList !== (byte === CLOSE_LIST)) this.#failOnce('a bracket has no match', at);
      this.#leave();
      return at + 1;
    }
    if (byte === COLON) return at + 1;
    if (byte === SEMICOLON) {
      this.#failOnce('a semicolon stands where none can', at);
      return at + 1;
    }
    if (inside?.awaitsKey === true) {
      if (byte !== QUOTE) {
        this.#failOnce('a key is missing', at);
        inside.awaitsKey = false;
        return at;
      }
      this.#begin('key', byte, at);
      return this.#goOn(chunk, at);
    }
    return this.#value(byte, chunk, at, inside);
  }

  #value(byte: number, chunk: Uint8Array, at: number, inside: Container | undefined): number {
    if (inside !== undefined) this.#path[this.#stack.length - 1] = inside.isList ? inside.index : inside.key;
    this.#path.length = this.#stack.length;
    const isContainer = byte === OPEN_OBJECT || byte === OPEN_LIST;
    const isWanted = this.#wants(this.#path, byte === OPEN_LIST);
    if (isContainer && !isWanted && this.#stack.length < MAX_DEPTH) {
      this.#stack.push({ isList: byte === OPEN_LIST, key: '', index: 0, awaitsKey: byte === OPEN_OBJECT });
      return at + 1;
    }
    this.#begin(isWanted ? 'wanted' : 'passed', byte, at);
    return this.#goOn(chunk, at);
  }

  #begin(state: 'key' | 'wanted' | 'passed', first: number, at: number): void {
    this.#state = state;
    this.#scan = startScan(first);
    this.#beganAt = this.#offset + at;
    this.#pieces = [];
    this.#pieceBytes = 0;
  }

  #goOn(chunk: Uint8Array, at: number): number {
    const end = scanValue(chunk, at, this.#scan);
    const to = end === -1 ? chunk.length : end;
    if (this.#state !== 'passed' && this.#pieceBytes <= MAX_RECORD_BYTES) {
      // A chunk is only ours until the next one.
      this.#pieces.push(end === -1 ? chunk.slice(at) : chunk.subarray(at, end));
      this.#pieceBytes += to - at;
    }
    if (end !== -1) this.#finish();
    return to;
  }

  #finish(): void {
    const inside = this.#stack.at(-1);
    if (this.#state === 'key') {
      const key = this.#parsed();
      if (inside !== undefined) {
        inside.key = typeof key.value === 'string' ? key.value : '';
        inside.awaitsKey = false;
      }
      this.#state = 'between';
      return;
    }
    if (this.#state === 'wanted') {
      if (this.#pieceBytes > MAX_RECORD_BYTES) this.#fail(`it is longer than ${MAX_RECORD_BYTES >> 20} MB`);
      else this.#found.push({ path: [...this.#path], offsetBytes: this.#beganAt, ...this.#parsed() });
    }
    this.#after();
  }

  /** A value has ended. */
  #after(): void {
    const inside = this.#stack.at(-1);
    this.#pieces = [];
    this.#state = inside === undefined ? 'ended' : 'between';
    if (inside === undefined) return;
    inside.index += 1;
    inside.awaitsKey = !inside.isList;
  }

  #leave(): void {
    this.#stack.pop();
    this.#after();
  }

  #parsed(): { readonly value: unknown; readonly error?: string } {
    const bytes = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
    try {
      return { value: JSON.parse(this.decoder.decode(bytes)) as unknown };
    } catch (error) {
      return { value: undefined, error: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  #fail(error: string): void {
    this.#found.push({ path: [...this.#path], offsetBytes: this.#beganAt, value: undefined, error });
  }

  #failHere(error: string): void {
    this.#found.push({ path: [...this.#path], offsetBytes: this.#offset, value: undefined, error });
  }

  /** The same mistake again and again is one mistake of the file. */
  #failOnce(error: string, at: number): void {
    if (this.#lastFailure === error) return;
    this.#lastFailure = error;
    this.#found.push({ path: [...this.#path], offsetBytes: this.#offset + at, value: undefined, error });
  }
}
