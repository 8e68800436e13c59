import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';

/** A file with YAML between two lines `---` at its head, and a text. */
export interface FrontMatter {
  readonly file: string;
  readonly document: Document;
  /** The text behind it. */
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  /** The line on which the value of a key stands; of a block (`|`) its first line of text. */
  lineOf(path: readonly string[]): number;
}

const FENCED = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/;

/**
 * Splits a file into front matter and text; one without front matter is all text. Line breaks become \n.
 * @throws KnownError `draft.front-matter` with file, line and column
 */
export function splitFrontMatter(file: string, source: string): FrontMatter {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const head = FENCED.exec(text);
  if (head === null && /^---[ \t]*\n/.test(text)) {
    throw frontMatterError(file, 1, 'the front matter has no end.', 'Write a line --- between it and the text.');
  }
  const lines = new LineCounter();
  // Its own lines are counted, so that the first one is the fence.
  const document = parseDocument(`\n${head?.[1] ?? ''}`, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const [first] = document.errors;
  if (first !== undefined) {
    const hint = 'Most often it is the indentation, a missing blank behind ":" or a colon in a text without quotes.';
    throw frontMatterError(file, lineAt(first.pos[0]), `this is no YAML: ${first.message}`, hint);
  }
  if (document.contents !== null && !isMap(document.contents) && !isEmpty(document)) {
    throw frontMatterError(file, 2, 'the front matter is no list of "name: value" lines.', 'Write it as: title: "…"');
  }
  const before = head?.[0] ?? '';
  return {
    file,
    document,
    body: text.slice(before.length),
    bodyLine: before.split('\n').length,
    lineOf: (path) => valueLine(document, path, lineAt),
  };
}

function isEmpty({ contents }: Document): boolean {
  return isScalar(contents) && contents.value === null;
}

function valueLine(document: Document, path: readonly string[], lineAt: (offset: number) => number): number {
  const node: unknown = document.getIn(path, true);
  if (!isNode(node) || !node.range) return path.length <= 1 ? 1 : valueLine(document, path.slice(0, -1), lineAt);
  const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return lineAt(node.range[0]) + (isBlock ? 1 : 0);
}

export function frontMatterError(file: string, line: number, message: string, hint: string): KnownError {
  return new KnownError('draft.front-matter', `${file}:${line}: ${message}`, { hint, exitCode: 2 });
}

/** The values; refuses keys that nobody knows. @throws KnownError `draft.front-matter` */
export function knownValues(source: FrontMatter, known: readonly string[]): Readonly<Record<string, unknown>> {
  const values = (source.document.toJS({ maxAliasCount: 10 }) ?? {}) as Readonly<Record<string, unknown>>;
  const other = Object.keys(values).find((key) => !known.includes(key));
  if (other === undefined) return values;
  const near = closestMatch(other, known);
  const hint = near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
  throw frontMatterError(source.file, source.lineOf([other]), `"${other}" means nothing here.`, hint);
}

/** `fields:`, each a text. @throws KnownError `draft.front-matter` */
export function fieldsOf(source: FrontMatter, fields: unknown): Readonly<Record<string, string>> {
  if (fields === undefined || fields === null) return {};
  const wanted = 'Write each field as a text, such as: subject: "We are moving"';
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw frontMatterError(source.file, source.lineOf(['fields']), 'fields has no names.', wanted);
  }
  for (const [name, value] of Object.entries(fields)) {
    const line = source.lineOf(['fields', name]);
    if (!/^[a-z][a-z0-9_]*$/.test(name)) {
      throw frontMatterError(
        source.file,
        line,
        `"${name}" cannot be the name of a field.`,
        'Take small letters and _.',
      );
    }
    if (typeof value !== 'string') throw frontMatterError(source.file, line, `the field ${name} is no text.`, wanted);
  }
  return fields as Readonly<Record<string, string>>;
}
