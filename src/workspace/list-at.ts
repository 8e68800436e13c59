import { type Document, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';

/** Comments under an empty `channels:` belong to its null for the parser; they go on standing below the list. */
function keepCommentBelow(document: Document, key: string, comment: string): void {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const next = pairs[pairs.findIndex((pair) => isScalar(pair.key) && pair.key.value === key) + 1];
  if (isScalar(next?.key)) next.key.commentBefore = [comment, next.key.commentBefore ?? ''].join('\n');
  else document.comment = [comment, document.comment ?? ''].join('\n');
}

/** The list at a key of lastpost.yaml, made where there is none, ready for another item of several lines. */
export function listAt(document: Document, key: string): YAMLSeq {
  const present = document.get(key, true);
  const list = isSeq(present) ? present : fresh<YAMLSeq>(document, key, []);
  // `channels: []` is flow style, and what is written into it would be one long line in braces.
  list.flow = false;
  return list;
}

/** The block at a key of lastpost.yaml, made where there is none, ready for another line. */
export function blockAt(document: Document, key: string): YAMLMap {
  const present = document.get(key, true);
  const block = isMap(present) ? present : fresh<YAMLMap>(document, key, {});
  block.flow = false;
  return block;
}

function fresh<T>(document: Document, key: string, empty: object): T {
  const present = document.get(key, true);
  const node = document.createNode(empty);
  document.set(key, node);
  if (isScalar(present) && present.comment) keepCommentBelow(document, key, present.comment);
  return node as T;
}
