import { escapePattern } from '../../base/escape-pattern.ts';
import { parseJson } from './json-reader.ts';

/**
 * The value that a script of a page, or a script file, gives to a name: `var NAME = {…}`, `window["NAME"] = {…}`,
 * `NAME = JSON.parse("…")`, and the content of `<script id="NAME" type="application/json">`. The first that is JSON wins;
 * undefined when none is.
 */
export function embeddedJson(source: string, name: string): unknown {
  const literal = escapePattern(name);
  const element = new RegExp(`<script[^>]*\\bid=["']${literal}["'][^>]*>([\\s\\S]*?)</script>`, 'i').exec(source);
  const inElement = element === null ? undefined : parseJson(element[1] ?? '');
  if (inElement !== undefined) return inElement;
  const assignment = new RegExp(`(?<![\\w$])${literal}["']?\\]?\\s*=\\s*(?=[[{]|JSON\\.parse\\()`, 'g');
  for (const { 0: match, index } of source.matchAll(assignment)) {
    const value = valueAt(source, index + match.length);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueAt(source: string, start: number): unknown {
  const call = /^JSON\.parse\(\s*("(?:[^"\\]|\\[\s\S])*")/.exec(source.slice(start, start + 8_000_000));
  if (call !== null) {
    const text = parseJson(call[1] ?? '');
    return typeof text === 'string' ? parseJson(text) : undefined;
  }
  const end = endOfValue(source, start);
  return end === undefined ? undefined : parseJson(source.slice(start, end));
}

/** Where the brackets that open at `start` are closed; text in quotes does not count. */
function endOfValue(source: string, start: number): number | undefined {
  const marks = /["[\]{}]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let match = marks.exec(source); match !== null; match = marks.exec(source)) {
    if (match[0] === '"') marks.lastIndex = endOfText(source, match.index);
    else depth += match[0] === '{' || match[0] === '[' ? 1 : -1;
    if (depth === 0) return match.index + 1;
  }
  return undefined;
}

function endOfText(source: string, start: number): number {
  for (let here = start + 1; here < source.length; here += 1) {
    if (source[here] === '\\') here += 1;
    else if (source[here] === '"') return here + 1;
  }
  return source.length;
}
