import type { Liquid } from 'liquidjs';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import { contentFates, reasonKinds } from '../../model/farewell/exit-facts.ts';
import { phraseNames } from '../facts/known-names.ts';
import type { Manner } from './liquid-engine.ts';
import { type ParsedLiquid, parseLiquid } from './parse-liquid.ts';
import type { ShelvedFile } from './template-shelf.ts';

/** Every phrase that kinds share, by its path in phrases.yaml. */
export const phrasePaths: readonly string[] = [
  ...reasonKinds.flatMap((kind) => [`reasons.${kind}.sentence`, `reasons.${kind}.more`]),
  ...contentFates.flatMap((fate) => [`fate.posts.${fate}`, `fate.comments.${fate}`]),
  'fate.messages.close',
  'fate.messages.delete',
  'thanks',
  ...['email', 'phone', 'url', 'hours'].map((way) => `contact.${way}`),
];

/** Writes a phrase with some facts. @throws KnownError `draft.no-phrase` and those of Liquid */
export type WritePhrase = (path: string, scope: object) => string;

type Parsed = Map<string, ParsedLiquid>;

/**
 * The phrases of a language; those of a later file come before those of an earlier one, each by itself.
 * @throws KnownError `draft.phrases` for a file that is none, and those of `parseLiquid`
 */
export function readPhrases(engine: Liquid, manner: Manner, files: readonly ShelvedFile[]): WritePhrase {
  const phrases: Parsed = new Map();
  for (const { file, text } of files) takeFrom(engine, manner, file, text, phrases);
  return (path, scope) => {
    const phrase = phrases.get(path);
    if (phrase !== undefined) return phrase.write(scope, 0);
    const where = files.at(-1)?.file ?? `templates/${manner.locale}/phrases.yaml`;
    throw new KnownError('draft.no-phrase', `There is no phrase "${path}" for "${manner.locale}".`, {
      hint: `Write it into ${where}.`,
      exitCode: 2,
    });
  };
}

function takeFrom(engine: Liquid, manner: Manner, file: string, text: string, phrases: Parsed): void {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/\r\n?/g, '\n'), { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const [first] = document.errors;
  if (first !== undefined) throw wrong(file, lineOf(first.pos[0]), `this is no YAML: ${first.message}`);
  if (document.contents === null) return;
  if (!isMap(document.contents)) throw wrong(file, 1, 'the file has no names.');
  for (const { path, offset, value } of entriesOf(document.contents, '', manner)) {
    if (!phrasePaths.includes(path)) throw unknownPhrase(file, lineOf(offset), path);
    if (!isScalar(value) || typeof value.value !== 'string') {
      throw wrong(file, lineOf(offset), `"${path}" is no text and no pair of formal and informal.`);
    }
    const line = lineOf(value.range?.[0] ?? offset) + (value.type?.startsWith('BLOCK') ? 1 : 0);
    phrases.set(path, parseLiquid(engine, value.value, phraseNames, { file, line }));
  }
}

interface PhraseEntry {
  readonly path: string;
  /** Of its key. */
  readonly offset: number;
  readonly value: unknown;
}

/** Every name that has a value of its own, by its path; of a pair the half that is spoken. */
function entriesOf(map: YAMLMap, above: string, manner: Manner): readonly PhraseEntry[] {
  return map.items.flatMap(({ key, value }): readonly PhraseEntry[] => {
    const [name, offset] = isScalar(key) ? [String(key.value), key.range?.[0] ?? 0] : ['', 0];
    const path = above === '' ? name : `${above}.${name}`;
    if (!isMap(value)) return [{ path, offset, value }];
    if (phrasePaths.includes(path)) return [{ path, offset, value: inManner(value, manner) }];
    return entriesOf(value, path, manner);
  });
}

/** Of `{formal, informal}` the one that is spoken. */
function inManner(pair: YAMLMap, { address }: Manner): unknown {
  const keys = pair.items.map(({ key }) => (isScalar(key) ? key.value : null));
  const isPair = keys.length === 2 && keys.includes('formal') && keys.includes('informal');
  return isPair ? pair.get(address, true) : null;
}

function unknownPhrase(file: string, line: number, path: string): KnownError {
  const near = closestMatch(path, phrasePaths);
  return wrong(file, line, `"${path}" is no phrase.`, near === undefined ? undefined : `Did you mean "${near}"?`);
}

function wrong(file: string, line: number, message: string, hint?: string): KnownError {
  return new KnownError('draft.phrases', `${file}:${line}: ${message}`, {
    hint: hint ?? 'Correct that line; docs/drafts.md shows what the file looks like.',
    exitCode: 2,
  });
}
