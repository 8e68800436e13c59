import { type Document, isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { writeFileAtomic } from '../base/atomic-write.ts';
import type { FactSetting } from '../model/farewell/parse-answer.ts';
import { blockAt } from './list-at.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { readConfigText } from './read-config.ts';
import { readConfigFile } from './read-config-file.ts';

/** A place in a form that somebody fills in. */
export interface FormField {
  /** Below `exit`. */
  readonly path: readonly string[];
  /** Keys below it that are to be filled in; [] where the value stands beside the key itself. */
  readonly keys: readonly string[];
  /** Lines above it. */
  readonly comment: readonly string[];
}

/** The block at a key of a block, made where there is none. */
function blockIn(document: Document, block: YAMLMap, key: string): YAMLMap {
  const present = block.get(key, true);
  if (isMap(present)) {
    present.flow = false;
    return present;
  }
  const made = document.createNode({});
  if (isScalar(present) && present.comment) made.commentBefore = present.comment;
  block.set(key, made);
  return made as YAMLMap;
}

/** All pairs of a block and of the blocks in it, as they stand in the text. */
function pairsOf(block: YAMLMap): readonly Pair[] {
  return block.items.flatMap((pair) => [pair, ...(isMap(pair.value) ? pairsOf(pair.value) : [])]);
}

/**
 * What stands above a key is, below an empty place, part of that place for the parser, and would go when it is filled; and above
 * the first key of a block it is part of the block.
 */
function settleComments(document: Document): void {
  const block = document.get('exit', true);
  const pairs = isMap(block) ? pairsOf(block) : [];
  for (const [at, { value }] of pairs.entries()) {
    const next = pairs[at + 1]?.key;
    if (!isScalar(next)) continue;
    if (isScalar(value) && value.value === null && value.comment) {
      putAbove(next, value.comment);
      next.spaceBefore = true;
      value.comment = null;
    }
    if (isMap(value) && value.commentBefore) {
      putAbove(next, value.commentBefore);
      value.commentBefore = null;
    }
  }
}

function putAbove(key: Scalar, comment: string): void {
  key.commentBefore = [comment, ...(key.commentBefore ? [key.commentBefore] : [])].join('\n');
}

function blockFor(document: Document, path: readonly string[]): YAMLMap {
  return path.reduce((block, key) => blockIn(document, block, key), blockAt(document, 'exit'));
}

/**
 * Writes facts into `exit:` of lastpost.yaml; comments and order stay. The file is written anew in one step, with all of them.
 * @throws KnownError `workspace.invalid` when one of them is wrong: nothing is written then; and those of `openWorkspace`
 */
export async function setExitFacts(dir: string, settings: readonly FactSetting[]): Promise<Workspace> {
  return change(dir, (document) => {
    for (const { path, value } of settings) {
      const key = path.at(-1) ?? '';
      blockFor(document, path.slice(0, -1)).set(key, document.createNode(value));
    }
  });
}

/**
 * Puts an `exit:` with its comments into a lastpost.yaml that says nothing of one.
 * @param text YAML with the one key `exit`
 * @throws KnownError those of `setExitFacts`
 */
export async function addExitBlock(dir: string, text: string): Promise<Workspace> {
  return change(dir, (document) => {
    blockAt(document, 'exit');
    document.set('exit', parseDocument(text).get('exit', true));
  });
}

async function change(dir: string, edit: (document: Document) => void): Promise<Workspace> {
  const { paths } = await openWorkspace(dir);
  const document = parseDocument(await readConfigFile(paths.config));
  settleComments(document);
  edit(document);
  const text = document.toString({ lineWidth: 0 });
  readConfigText(paths.config, text);
  await writeFileAtomic(paths.config, text);
  return openWorkspace(dir);
}

/**
 * The `exit:` of a lastpost.yaml with empty places for what is open, each below its comment; what stands there already stays.
 * @param config text of the whole lastpost.yaml
 */
export function exitForm(config: string, fields: readonly FormField[]): string {
  const document = parseDocument(config);
  settleComments(document);
  for (const field of fields) addField(document, field);
  const block = blockAt(document, 'exit');
  const form = parseDocument('exit:\n');
  form.set('exit', block);
  // What is filled in later stands beside its key, and a null there would be in the way.
  return form.toString({ lineWidth: 0, nullStr: '' });
}

function addField(document: Document, { path, keys, comment }: FormField): void {
  const block = blockFor(document, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (keys.length === 0) {
    block.set(key, document.createNode(null));
  } else {
    const inner = blockIn(document, block, key);
    for (const one of keys)
      if (!isMap(inner.get(one, true)) && inner.get(one) == null) inner.set(one, document.createNode(null));
  }
  const pair = block.items.find((item) => keyOf(item.key) === key);
  if (pair === undefined) return;
  const node = document.createNode(key);
  node.commentBefore = comment.map((line) => ` ${line}`).join('\n');
  node.spaceBefore = block.items[0] !== pair;
  pair.key = node;
}

function keyOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key;
}
