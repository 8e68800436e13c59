import { Parser } from 'htmlparser2';
import type { ExportFile } from '../../model/official-export.ts';

/** Everything that stands below one address of a pin, by its label. */
export interface PinBlock {
  /** From 1. */
  readonly record: number;
  /** Of the pin; '' where the address before it was lost. */
  readonly href: string;
  readonly fields: ReadonlyMap<string, string>;
  /** A label came twice: what belongs to two pins has run together. */
  readonly isMixed: boolean;
}

const labels = [
  'Title',
  'Details',
  'Image',
  'Is Native',
  'Board Id',
  'Board Name',
  'Is Video',
  'Ip Address',
  'Username',
  'Alt Text',
  'Canonical Link',
  'Link',
  'Story Pin Media',
  'Video',
  'Created at',
  'Alive',
  'Is a repin',
  'Private',
];
const label = new RegExp(`^\\s*(${labels.join('|')}):(.*)$`, 's');
const pinAddress = /^https?:\/\/[\w.]*pinterest\.[\w.]+\/pin\/\d+\/?$/;
/** Nobody describes a pin at such length; what grows past it is damage. */
const MAX_LINE = 1 << 20;

class BlockCutter {
  #found: PinBlock[] = [];
  #fields: Map<string, string> | undefined;
  #href = '';
  #isMixed = false;
  #line = '';
  #last = '';
  #record = 0;
  #open = 0;
  /** The element round everything was closed. */
  isWhole = true;

  readonly handler = {
    onopentag: (name: string, { href = '', id }: Record<string, string>) => {
      if (name === 'br') this.#endLine();
      else if (name === 'h1') this.#endBlock();
      else if (name === 'div' && id === 'contents') this.#open += 1;
      else if (name === 'a' && pinAddress.test(href) && label.exec(this.#line) === null) this.#begin(href);
    },
    ontext: (text: string) => {
      if (this.#line.length < MAX_LINE) this.#line += text;
    },
    onclosetag: (name: string, isImplied: boolean) => {
      if (name === 'div' && this.#open > 0) {
        this.#open -= 1;
        if (isImplied) this.isWhole = false;
        this.#endBlock();
      }
    },
  };

  take(): readonly PinBlock[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #begin(href: string): void {
    this.#endBlock();
    this.#href = href;
    this.#fields = new Map();
  }

  /** What begins with no label goes on with the line before it: a description may have several. */
  #endLine(): void {
    const [, name, value = ''] = label.exec(this.#line) ?? [];
    if (name !== undefined) this.#fields ??= new Map();
    const fields = this.#fields;
    if (fields !== undefined && name !== undefined) {
      if (fields.has(name)) this.#isMixed = true;
      fields.set(name, value.trim());
      this.#last = name;
    } else if (fields?.has(this.#last) && this.#line.trim() !== '') {
      fields.set(this.#last, `${fields.get(this.#last)}\n${this.#line.trim()}`);
    }
    this.#line = '';
  }

  #endBlock(): void {
    this.#endLine();
    if (this.#fields !== undefined) {
      this.#record += 1;
      this.#found.push({ record: this.#record, href: this.#href, fields: this.#fields, isMixed: this.#isMixed });
    }
    this.#fields = undefined;
    this.#href = '';
    this.#isMixed = false;
    this.#last = '';
  }

  end(): void {
    this.#endBlock();
  }
}

/**
 * The pins of an export, one block after the other, from a page of any size.
 * @returns whether the page ends where it should
 * @see https://github.com/ChowSinWon/pinterest-export-parser
 */
export async function* readBlocks(file: ExportFile, signal?: AbortSignal): AsyncGenerator<PinBlock, boolean> {
  const cutter = new BlockCutter();
  const parser = new Parser(cutter.handler, { decodeEntities: true });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of file.open(signal)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* cutter.take();
  }
  parser.end();
  cutter.end();
  yield* cutter.take();
  return cutter.isWhole;
}
