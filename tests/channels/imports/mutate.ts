import { seededRandom } from '../../archive/verify-random.ts';
import type { ExportContents } from '../../support/export-folder.ts';

export type Files = Readonly<Record<string, Uint8Array>>;

/** The files as bytes, as `writeExport` writes them. */
export function asFiles(contents: ExportContents): Files {
  const encoder = new TextEncoder();
  return Object.fromEntries(
    Object.entries(contents).map(([path, content]) => {
      if (content instanceof Uint8Array) return [path, content];
      return [path, encoder.encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2))];
    }),
  );
}

export interface Mutation {
  /** For whoever has to find out what happened. */
  readonly name: string;
  readonly files: Files;
}

type Random = (limit: number) => number;
type Change = (bytes: Uint8Array, random: Random, isNullNone: boolean) => Uint8Array;

const splice = (bytes: Uint8Array, at: number, remove: number, insert: Uint8Array = new Uint8Array()): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);

const randomBytes = (length: number, random: Random) => Uint8Array.from({ length }, () => random(256));

const odd = [
  'null',
  '0',
  '-1',
  '1e999',
  '""',
  '"x"',
  '[]',
  '{}',
  'true',
  '[[[[]]]]',
  '"\\u0000"',
  '{"__proto__":{"a":1}}',
];

/** Puts something else in the place of a JSON value. */
function oddValue(bytes: Uint8Array, random: Random, isNullNone: boolean): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const values = [...text.matchAll(/(?<=[:[,]\s*)(?:"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\{|\[)/g)];
  const chosen = values[random(values.length)];
  if (chosen === undefined) return splice(bytes, 0, 1);
  const end = endOfValue(text, chosen.index, chosen[0]);
  // A list that is empty says that there is nothing, and nobody could know better.
  const empty = chosen[0] === '[' ? '[]' : chosen[0] === '{' ? '{}' : '';
  const put = odd[random(odd.length)] ?? 'null';
  const says = put === empty ? 'null' : put;
  const isNone = says === 'null' && chosen[0] === '[' && isNullNone;
  return splice(bytes, chosen.index, end - chosen.index, Buffer.from(isNone ? '0' : says));
}

function endOfValue(text: string, at: number, first: string): number {
  if (first !== '{' && first !== '[') return at + first.length;
  let depth = 0;
  for (const { 0: token, index } of text.slice(at).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) return at + index + 1;
  }
  return text.length;
}

const changes: Readonly<Record<string, Change>> = {
  flip: (bytes, random) => splice(bytes, random(bytes.length), 1, randomBytes(1, random)),
  cut: (bytes, random) => splice(bytes, random(bytes.length), 1 + random(6)),
  insert: (bytes, random) => splice(bytes, random(bytes.length), 0, randomBytes(1 + random(6), random)),
  truncate: (bytes, random) => bytes.subarray(0, random(bytes.length)),
  repeat: (bytes, random) => {
    const at = random(bytes.length);
    return splice(bytes, at, 0, bytes.slice(at, at + 1 + random(40)));
  },
  quote: (bytes, random) => splice(bytes, random(bytes.length), 1, Buffer.from('"<>&,\n{}[]'[random(10)] ?? '"')),
  value: oddValue,
};

const isText = (path: string) => /\.(json|js|csv|xml|html?|txt)$/i.test(path);

/** One damaged form of an export; the same one for the same number. */
export function mutate(files: Files, seed: number, { isNullNone = false } = {}): Mutation {
  const random = seededRandom(seed);
  const paths = Object.keys(files).filter((path) => (isText(path) || /\.car$/.test(path)) && files[path]?.length !== 0);
  const path = paths[random(paths.length)] ?? Object.keys(files)[0] ?? '';
  const bytes = files[path] ?? new Uint8Array();
  const names = Object.keys(changes).filter((name) => name !== 'value' || /\.(json|js)$/i.test(path));
  const name = names[random(names.length)] ?? 'flip';
  let changed = changes[name]?.(bytes, random, isNullNone) ?? bytes;
  // A table that stops after a line is whole for everybody: nothing in it could tell that there was more.
  if (name === 'truncate' && /\.csv$/i.test(path) && changed.at(-1) === 0x0a) changed = changed.subarray(0, -1);
  return { name: `${name} in ${path}, number ${seed}`, files: { ...files, [path]: changed } };
}
