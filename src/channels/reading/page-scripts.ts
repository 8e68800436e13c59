import { parseJson } from './json-reader.ts';

const scripts = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
const attributes = /([\w-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A script of a page that holds data. */
export interface DataScript {
  /** Names in lower case; '' for an attribute without a value. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly value: unknown;
}

/**
 * The JSON that a page carries in its scripts: those of type JSON, and those that assign one object to one name
 * (`window.x = {…};`). Scripts are no markup inside, so that they can be found without building the page.
 */
export function* dataScripts(html: string): Generator<DataScript> {
  for (const [, head = '', body = ''] of html.matchAll(scripts)) {
    const named = Object.fromEntries(
      [...head.matchAll(attributes)].map(([, name = '', double, single, bare]) => [
        name.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]),
    );
    const isJson = /json/i.test(named.type ?? '');
    const text = isJson ? body : assigned(body);
    const value = text === undefined ? undefined : parseJson(text.trim());
    if (value !== undefined) yield { attributes: named, value };
  }
}

function assigned(body: string): string | undefined {
  return /^\s*(?:(?:var|let|const)\s+)?(?:window(?:\.|\[['"]))?[\w$]+(?:['"]\])?\s*=\s*(\{[\s\S]*\})\s*;?\s*$/.exec(
    body,
  )?.[1];
}
