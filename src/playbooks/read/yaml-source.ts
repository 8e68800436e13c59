import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { PlaybookFinding } from '../../model/playbook/playbook-finding.ts';
import type { FilePath, Remark } from '../remark.ts';

/** A person writes a few hundred lines; whatever is larger is no playbook. */
export const MOST_BYTES = 512 * 1024;
/** Copies of one part that a few lines can blow up to gigabytes. */
const MOST_ALIASES = 50;

/** A YAML text with the places of everything in it. */
export class YamlSource {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  readonly #lines = new LineCounter();

  /** @throws RangeError when it is nested deeper than can be read */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, merge: false });
  }

  /** Plain values. @throws ReferenceError for too many aliases, and for one that stands in what it stands for */
  values(): unknown {
    visit(this.document, {
      Alias: (_, alias, ancestors) => {
        const target = alias.resolve(this.document);
        if (ancestors.some((one) => one === target)) throw new ReferenceError(`*${alias.source} stands in itself`);
      },
    });
    return this.document.toJS({ maxAliasCount: MOST_ALIASES });
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** Gives a remark its place. */
  finding(remark: Remark): PlaybookFinding {
    const { code, severity, message, fix } = remark;
    const offset = this.#offsetOf(remark);
    const place = this.at(offset);
    return { code, severity, file: this.file, ...place, message, fix, replacement: this.#swapped(offset, remark.swap) };
  }

  /** All texts in it with the keys above them, comments left out. */
  scalars(): readonly { readonly path: FilePath; readonly text: string; readonly offset: number }[] {
    const found: { path: FilePath; text: string; offset: number }[] = [];
    visit(this.document, {
      Scalar: (key, node, ancestors) => {
        if (key === 'key' || node.value === null) return;
        found.push({ path: pathOf(ancestors, node), text: String(node.value), offset: node.range?.[0] ?? 0 });
      },
    });
    return found;
  }

  #offsetOf({ path, at, words }: Remark): number {
    const start = at === 'key' ? this.#keyOffset(path) : this.#valueOffset(path);
    if (words === undefined) return start;
    const found = this.text.indexOf(words, start);
    const end = this.#node(path)?.range?.[1] ?? start;
    return found === -1 || found > end ? start : found;
  }

  #node(path: FilePath): Node | undefined {
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }

  /** Where the value begins, or the nearest thing above it that is there. */
  #valueOffset(path: FilePath): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = this.#node(path.slice(0, length))?.range?.[0];
      if (offset !== undefined) return offset;
    }
    return 0;
  }

  #keyOffset(path: FilePath): number {
    const above = this.#node(path.slice(0, -1));
    const key = path.at(-1);
    const pair = isMap(above) ? above.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? this.#valueOffset(path);
  }

  #swapped(offset: number, swap: Remark['swap']): string | null {
    if (swap === undefined) return null;
    const { line, column } = this.at(offset);
    const text = this.text.split(/\r?\n/)[line - 1] ?? '';
    const from = text.indexOf(swap.wrong, column - 1);
    return from === -1 ? null : text.slice(0, from) + swap.right + text.slice(from + swap.wrong.length);
  }
}

function pathOf(ancestors: readonly unknown[], node: unknown): FilePath {
  return ancestors.flatMap((one, index): FilePath => {
    const next = ancestors[index + 1] ?? node;
    if (isPair(one)) return isScalar(one.key) ? [String(one.key.value)] : [];
    if (isAlias(one) || typeof one !== 'object' || one === null || !('items' in one)) return [];
    const at = Array.isArray(one.items) && !isMap(one) ? one.items.indexOf(next) : -1;
    return at === -1 ? [] : [at];
  });
}
