import { isMap, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { KnownError } from '../../base/known-error.ts';
import type { PlaybookOrigin } from '../../model/playbook/playbook.ts';
import { YamlSource } from '../read/yaml-source.ts';

/**
 * The text of a playbook under another name, with what it is based on. Everything else stays byte for byte, notes and
 * indentation too, so that a person finds their way in it and a comparison shows only what people change.
 * @throws KnownError `playbook.unsound` for a text that has no name
 */
export function adaptCopy(text: string, name: string, origin: PlaybookOrigin): string {
  return withOrigin(withName(text, name), origin);
}

/** @throws KnownError `playbook.unsound` for a text that has no name */
export function withOrigin(text: string, origin: PlaybookOrigin): string {
  const root = rootOf(text);
  const written = originText(origin);
  const there = valueNode(pairOf(root, 'based_on'));
  if (there !== undefined) {
    const [from, to] = spanOf(there, text);
    return text.slice(0, from) + written + text.slice(to);
  }
  const [, end] = spanOf(nameIn(root), text);
  if (root.flow === true) return `${text.slice(0, end)}, based_on: ${written}${text.slice(end)}`;
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const isWindows = text[at - 1] === '\r';
  const line = `\n${indentOf(root, text)}based_on: ${written}`;
  const before = isWindows ? at - 1 : at;
  return `${text.slice(0, before)}${isWindows ? '\r' : ''}${line}${text.slice(before)}`;
}

function withName(text: string, name: string): string {
  const [from, to] = spanOf(nameIn(rootOf(text)), text);
  return text.slice(0, from) + name + text.slice(to);
}

function originText({ playbook, version, sha256 }: PlaybookOrigin): string {
  return `{playbook: ${playbook}, version: ${version}, sha256: "${sha256}"}`;
}

function rootOf(text: string): YAMLMap {
  const { contents } = new YamlSource('playbook', text).document;
  if (isMap(contents)) return contents;
  throw noName();
}

function pairOf(root: YAMLMap, field: string): Pair | undefined {
  return root.items.find(({ key }) => isScalar(key) && key.value === field);
}

function valueNode(pair: Pair | undefined): Node | undefined {
  return isNode(pair?.value) ? pair.value : undefined;
}

function nameIn(root: YAMLMap): Node {
  const value = valueNode(pairOf(root, 'name'));
  if (value === undefined) throw noName();
  return value;
}

/** A block ends behind its last line break, which is not part of what it says. */
function spanOf({ range }: Node, text: string): readonly [from: number, to: number] {
  const [from, to] = range ?? [0, 0];
  return [from, from + text.slice(from, to).trimEnd().length];
}

/** Fields of one block stand below each other. */
function indentOf(root: YAMLMap, text: string): string {
  const [from = 0] = (isNode(root.items[0]?.key) ? root.items[0].key.range : undefined) ?? [];
  return text.slice(text.lastIndexOf('\n', from - 1) + 1, from).replace(/\S/g, ' ');
}

function noName(): KnownError {
  return new KnownError('playbook.unsound', 'The file has no name: it is no playbook.', {
    hint: 'See what is wrong with it: lastpost playbook lint FILE',
    exitCode: 2,
  });
}
