import type { ChannelPlace } from '../../model/channel.ts';
import type { ExportFile, ExportFinding, ExportOwner, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike, headOf, MediaFinder } from '../reading/export/export-files.ts';
import { peekJson, valueAt } from '../reading/export/peek-json.ts';
import { asText } from '../reading/json-reader.ts';
import { listChats, resultFiles } from './import-chats.ts';
import { chooseChat, isChannel } from './import-choose.ts';
import { readChats } from './import-read.ts';

const nobody: ExportOwner = { id: null, handle: null, name: null, url: null };

/**
 * What Telegram Desktop exports as JSON: one channel, or a whole account, of which the channel is taken and the rest counted.
 * Neither says the channel's address or when it was exported.
 */
export const telegramImport: ChannelImport = {
  async detect(tree) {
    const [first] = await resultFiles(tree);
    if (first === undefined) return (await isHtml(tree)) ? htmlOnly : undefined;
    const found = await peekJson(
      first,
      (path) => path.length === 1 && ['name', 'type', 'id', 'about'].includes(String(path[0])),
      {
        maxBytes: 4096,
      },
    );
    const type = asText(valueAt(found, 'type'));
    const owner = type === null ? nobody : { ...nobody, name: asText(valueAt(found, 'name')) };
    const dialect = type === null ? 'telegram-account' : 'telegram-chat';
    return { kind: 'export', export: { platform: 'telegram', dialect, owner, madeAt: null, missingParts: [] } };
  },

  async *read(_detected, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const files = new MediaFinder(tree);
    for (const file of await resultFiles(tree)) yield* readFile(file, place, { leftOut, files, signal });
    yield* leftOut.findings();
  },
};

/** messages.html, messages2.html …: the other form that one can choose. */
async function isHtml(tree: ExportTree): Promise<boolean> {
  for (const file of filesLike(tree, /(^|\/)(messages\d*|export_results)\.html$/).slice(0, 3)) {
    const head = await headOf(file, 16384);
    if (head.includes('<title>Exported Data</title>') && /class="page_(wrap|header)/.test(head)) return true;
  }
  return false;
}

const htmlOnly = {
  kind: 'refused',
  code: 'export.html-only',
  message:
    'This is an export from Telegram Desktop as HTML: pages to look at, from which posts cannot be taken without loss.',
  hint: 'Open the channel in Telegram Desktop, choose ⋮, "Export chat history", and "Machine-readable JSON" as the format.',
} as const;

interface Reading {
  readonly leftOut: LeftOutCounter;
  readonly files: MediaFinder;
  readonly signal: AbortSignal | undefined;
}

async function* readFile(file: ExportFile, place: ChannelPlace, reading: Reading): AsyncGenerator<ExportFinding> {
  const at = { file: file.path, record: null, offsetBytes: null };
  const { chats, problems } = await listChats(file, reading.signal);
  const chosen = chooseChat(chats, place);
  const empty = chats.filter(({ hasMessages }) => !hasMessages);
  const told = [
    ...problems,
    ...(chats.length === 0 ? ['there is no chat in it'] : []),
    ...empty.map(({ name, path }) => `the chat ${name ?? path.join('/')} has no messages that could be read`),
    ...(chosen !== undefined && 'problem' in chosen ? [chosen.problem] : []),
  ];
  for (const problem of told) yield { kind: 'unreadable', id: null, at, message: `${file.path}: ${problem}.` };
  const chat = chosen !== undefined && 'chat' in chosen ? chosen.chat : undefined;
  if (chat !== undefined && isChannel(chat)) yield profileOf(chat.name, chat.id, place);
  yield* readChats({ file, place, chats, chat, ...reading });
}

function profileOf(name: string | null, id: string | null, { handle, url }: ChannelPlace): ExportFinding {
  const unsaid = { bio: null, avatarUrl: null, followers: null, following: null, since: null };
  return { kind: 'profile', profile: { id, handle: handle ?? null, name, url, ...unsaid, state: 'open' } };
}
