import type { ExportFile, ExportFinding, LeftOut } from '../../model/official-export.ts';
import type { FoundPost } from '../../model/post.ts';
import type { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { listAt, readJsonRecords } from '../reading/export/json-records.ts';
import { peekJson } from '../reading/export/peek-json.ts';
import { asList, asObject, asText, type JsonObject } from '../reading/json-reader.ts';
import { readMisskey } from './read-misskey.ts';
import type { Server } from './server.ts';

const visibilities = new Set(['public', 'home', 'followers', 'specified']);

/** Whether a file is the list of notes that Misskey and its relatives export. */
export async function isNotesFile(file: ExportFile): Promise<boolean> {
  const [first] = await peekJson(file, listAt(), { isEnough: () => true });
  const note = asObject(first?.value);
  const isNote = asText(note?.id) !== null && visibilities.has(String(note?.visibility)) && 'renoteId' in (note ?? {});
  return isNote && (Array.isArray(note?.fileIds) || note?.localOnly !== undefined);
}

/**
 * The notes of one account, as `notes-….json` has them. They do not say whose they are: the file has nothing but them.
 * @see https://github.com/misskey-dev/misskey (packages/backend/src/queue/processors/ExportNotesProcessorService.ts)
 */
export async function* readNotesFile(
  file: ExportFile,
  server: Server,
  leftOut: LeftOutCounter,
  signal?: AbortSignal,
): AsyncGenerator<ExportFinding> {
  const ids = new Set<string>();
  for await (const { value, error, record, offsetBytes } of readJsonRecords(file, listAt(), signal)) {
    const at = { file: file.path, record, offsetBytes };
    const note = asObject(value);
    const post = note === undefined ? undefined : postOf(note, server, ids);
    if (post !== undefined) {
      if (leftOut.gives(kindOf(post))) yield { kind: 'post', post, at };
      continue;
    }
    const why = error ?? 'it is no note, or nothing in it says who may see it';
    yield { kind: 'unreadable', id: asText(note?.id), at, message: `Note ${record} of ${file.path}: ${why}.` };
  }
}

function kindOf({ visibility }: FoundPost): LeftOut | 'public' {
  if (visibility === 'followers') return 'followers-only';
  return visibility === 'public' || visibility === 'unlisted' ? 'public' : 'direct-messages';
}

function postOf(note: JsonObject, server: Server, ids: Set<string>): FoundPost | undefined {
  const id = asText(note.id);
  if (id === null || !visibilities.has(String(note.visibility))) return undefined;
  ids.add(id);
  const user = { username: server.user, host: null };
  const poll = asObject(note.poll);
  const [finding] = readMisskey(
    [{ ...note, user, ...(poll === undefined ? {} : { poll: pollOf(poll) }) }],
    server,
    null,
  );
  if (finding?.kind !== 'post') return undefined;
  const { post } = finding;
  // Older notes come first: an answer to one of one's own goes on with a thread.
  const isThread = post.kind === 'reply' && ids.has(post.replyTo?.id ?? '');
  const files = asList(note.fileIds).length;
  return {
    ...post,
    kind: isThread ? 'post' : post.kind,
    // Of a picture some versions give its number alone: nothing leads from there to it.
    extent: files > post.media.length ? 'part' : 'whole',
    source: 'export',
  };
}

/** The table's form of a poll: what may be chosen, and the votes beside it. */
function pollOf(poll: JsonObject): JsonObject {
  const votes = asList(poll.votes);
  const choices = asList(poll.choices).map((choice, place) => {
    return typeof choice === 'string' ? { text: choice, votes: votes[place] } : choice;
  });
  return { ...poll, choices };
}
