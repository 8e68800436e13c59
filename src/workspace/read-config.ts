import { dirname } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { closestMatch } from '../base/closest-match.ts';
import { KnownError } from '../base/known-error.ts';
import type { WorkspaceConfig } from './config.ts';
import type { ConfigIssue } from './config-issues.ts';
import { readPersonKeys } from './person-keys.ts';
import { allowedKeys, checkConfig } from './schema.ts';

interface SourceText {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** `file:line:column`, as editors open it. */
function position({ file, lines }: SourceText, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${file}:${line}:${col}`;
}

/** Where the value at `path` begins; the nearest place above it when it is not there. */
function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const place = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(place) ? place.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : valueOffset(document, path);
}

/** `['channels', 0, 'url']` → `channels[0].url`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function unknownKeyText(path: readonly PropertyKey[], key: string): string {
  const place = path.length === 0 ? 'lastpost.yaml' : pathText(path);
  const near = closestMatch(key, allowedKeys(path));
  const meant = near === undefined ? `Allowed: ${allowedKeys(path).join(', ')}.` : `Did you mean "${near}"?`;
  return `"${key}" is no key of ${place}. ${meant}`;
}

function valueText(document: Document, { path, wanted }: ConfigIssue): string {
  const name = path.length === 0 ? 'The file' : pathText(path);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const value = isNode(node) ? node.toJSON() : node;
  if (value === undefined || value === null) return `${name} is missing; it must be ${wanted}.`;
  const shown = typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a block of keys') : shortened(value);
  return `${name} is ${shown}; it must be ${wanted}.`;
}

/** Nobody needs all of a key to find it, and if it is a private one nobody should see it. */
function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 40)}…"` : text;
}

function issueLines(source: SourceText, issue: ConfigIssue): readonly string[] {
  const { document } = source;
  if (issue.unknownKeys.length === 0) {
    return [`${position(source, valueOffset(document, issue.path))}: ${valueText(document, issue)}`];
  }
  return issue.unknownKeys.map((key) => {
    const text = unknownKeyText(issue.path, key);
    return `${position(source, keyOffset(document, issue.path, key))}: ${text}`;
  });
}

/** Parses YAML with places kept, so that later trouble can be named by line and column. */
export function parseConfigText(file: string, text: string): SourceText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [first] = document.errors;
  if (first !== undefined) {
    const where = position({ file, document, lines }, first.pos[0]);
    throw new KnownError('workspace.yaml', `${where}: ${first.message}`, {
      hint: 'Correct that line; most often it is the indentation, a missing space after ":" or a quote.',
      exitCode: 2,
    });
  }
  return { file, document, lines };
}

/**
 * Reads text of a lastpost.yaml; `file` is only for messages. Keys of people are as they are written.
 * @throws KnownError `workspace.yaml` (no YAML), `workspace.invalid` (keys or values), both with line and column
 */
export function readConfigText(file: string, text: string): WorkspaceConfig {
  const source = parseConfigText(file, text);
  const checked = checkConfig(source.document.toJS() ?? {});
  if ('config' in checked) return checked.config;
  throw invalid(source, checked.issues);
}

function invalid(source: SourceText, issues: readonly ConfigIssue[], code = 'workspace.invalid'): KnownError {
  const lines = issues.flatMap((issue) => issueLines(source, issue));
  return new KnownError(code, lines.join('\n'), {
    hint: lines.length === 1 ? 'Correct that line and run it again.' : 'Correct these lines and run it again.',
    exitCode: 2,
  });
}

/**
 * Reads the text of a lastpost.yaml, and the people's keys that it names as files beside it.
 * @throws KnownError those of `readConfigText`
 */
export async function readConfig(file: string, text: string): Promise<WorkspaceConfig> {
  const config = readConfigText(file, text);
  const { people, issues } = await readPersonKeys(dirname(file), config.people);
  if (issues.length === 0) return { ...config, people };
  const asIssues = issues.map(({ index, wanted }) => ({ path: ['people', index, 'key'], unknownKeys: [], wanted }));
  throw invalid(parseConfigText(file, text), asIssues);
}

/**
 * The error for what only others can tell of values whose form is sound, with its place in the text.
 * @param text of the whole lastpost.yaml
 */
export function configMistake(
  file: string,
  text: string,
  mistakes: readonly { readonly path: readonly PropertyKey[]; readonly wanted: string }[],
  code = 'workspace.invalid',
): KnownError {
  const issues = mistakes.map(({ path, wanted }) => ({ path, unknownKeys: [], wanted }));
  return invalid(parseConfigText(file, text), issues, code);
}
