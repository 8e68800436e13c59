import type { ExportFile, ExportTree } from '../../model/official-export.ts';
import { filesLike } from '../reading/export/export-files.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath, JsonRecord } from '../reading/export/json-splitter.ts';
import { peekJson, valueAt } from '../reading/export/peek-json.ts';
import { asNumber, asText } from '../reading/json-reader.ts';

/** One chat of an export, and where it stands. */
export interface Chat {
  /** Path of keys to its object: `[]` for an export of one chat, `['chats', 'list', 3]`. */
  readonly path: JsonPath;
  readonly name: string | null;
  readonly type: string | null;
  readonly id: string | null;
  readonly hasMessages: boolean;
}

const types = new Set(
  'saved_messages replies verification_codes personal_chat bot_chat private_group private_supergroup public_supergroup private_channel public_channel'.split(
    ' ',
  ),
);
const lists = ['chats', 'left_chats'];
const sections = ['personal_information', 'contacts', 'frequent_contacts', 'sessions', 'profile_pictures', ...lists];

/** Length of the path to a chat; -1 where the path leads to none. */
function chatDepth(path: JsonPath): number {
  return lists.includes(String(path[0])) && path[1] === 'list' && typeof path[2] === 'number' ? 3 : -1;
}

/** The chat that a path leads into, as text; undefined when it leads into none. */
export function chatOf(path: JsonPath): string | undefined {
  return chatDepth(path) === 3 ? path.slice(0, 3).join('/') : path[0] === 'messages' ? '' : undefined;
}

/** Where a message of a chat stands. */
export function isMessage(path: JsonPath): boolean {
  const inside = chatDepth(path) === 3 ? path.slice(3) : path;
  return inside.length === 2 && inside[0] === 'messages' && typeof inside[1] === 'number';
}

const names = new Set<unknown>(['name', 'type', 'id']);

function isFact(path: JsonPath): boolean {
  const depth = chatDepth(path);
  return depth === 3 ? path.length === 4 && names.has(path[3]) : path.length === 1 && names.has(path[0]);
}

/** Exports of Telegram Desktop as JSON among the files: `result.json`, or whatever a person has renamed it to. */
export async function resultFiles(tree: ExportTree): Promise<readonly ExportFile[]> {
  const all = filesLike(tree, /\.json$/i);
  const named = all.filter(({ path }) => /(^|\/)result[^/]*\.json$/i.test(path));
  const found: ExportFile[] = [];
  for (const file of (named.length > 0 ? named : all).slice(0, 20)) if (await isResult(file)) found.push(file);
  return found;
}

/**
 * One chat begins with its name, type, id and messages; a whole account with what it holds, section by section.
 * @see https://github.com/telegramdesktop/tdesktop (export/output/export_output_json.cpp)
 */
async function isResult(file: ExportFile): Promise<boolean> {
  let hasMessages = false;
  const seen = new Set<unknown>();
  const wants = (path: JsonPath) => {
    if (path.length === 1) seen.add(path[0]);
    if (path.length === 1 && path[0] === 'messages') hasMessages = true;
    return isFact(path) || isMessage(path) || (path.length === 1 && path[0] === 'about');
  };
  const found = await peekJson(file, wants, { isEnough: ({ path }) => isMessage(path) });
  if (hasMessages) return types.has(asText(valueAt(found, 'type')) ?? '') && asNumber(valueAt(found, 'id')) !== null;
  const isAccount = asText(valueAt(found, 'about')) !== null && sections.some((name) => seen.has(name));
  const isChat = ({ path, value }: JsonRecord) => path[3] === 'type' && types.has(String(value));
  return isAccount && (found.some(isChat) || (seen.has('personal_information') && seen.size > 2));
}

/** What a whole reading of a file's skeleton gives: its chats, and what of it could not be understood. */
export interface ChatList {
  readonly chats: readonly Chat[];
  readonly problems: readonly string[];
}

/** Every chat with its name, type and id, without its messages. */
export async function listChats(file: ExportFile, signal?: AbortSignal): Promise<ChatList> {
  const facts = new Map<string, { path: JsonPath; hasMessages: boolean; [fact: string]: unknown }>();
  const problems = new Set<string>();
  const known = new Set<unknown>([...sections, 'about', 'web_sessions', 'other_data', 'stories', 'messages', ...names]);
  const meet = (path: JsonPath) => {
    const depth = chatDepth(path);
    const key = depth === 3 ? path.slice(0, 3).join('/') : '';
    const own = facts.get(key) ?? { path: depth === 3 ? path.slice(0, 3) : [], hasMessages: false };
    facts.set(key, own);
    return own;
  };
  const wants = (path: JsonPath) => {
    if (path.length === 1 && !known.has(path[0])) problems.add(`"${String(path[0])}" is no part of it that is known`);
    const isList = path.length === 2 && lists.includes(String(path[0]));
    if (isList && path[1] !== 'list' && path[1] !== 'about') problems.add(`"${path.join('.')}" is no list of chats`);
    if (chatDepth(path) === 3 || path[0] === 'messages') meet(path);
    if (path.at(-1) === 'messages' && (path.length === 1 || path.length === 4)) meet(path).hasMessages = true;
    return isFact(path);
  };
  for await (const { path, value, error } of readJsonRecords(file, wants, signal)) {
    // Damage within messages is told when they are read.
    if (error === undefined && isFact(path)) meet(path)[String(path.at(-1))] = value;
  }
  const chats = [...facts.values()].map(({ path, hasMessages, name, type, id }): Chat => {
    return { path, hasMessages, name: asText(name), type: asText(type), id: asText(id) };
  });
  const real = chats.filter(({ path, hasMessages }) => path.length > 0 || hasMessages);
  return { chats: real, problems: [...problems] };
}
