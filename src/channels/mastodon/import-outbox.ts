import type { ExportFile, ExportFinding } from '../../model/official-export.ts';
import { type NumberedRecord, readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import { peekJson, valueAt } from '../reading/export/peek-json.ts';
import { asNumber, asObject, asText } from '../reading/json-reader.ts';
import { type OutboxContext, readArchived } from './import-activity.ts';
import { countedKinds } from './read-account.ts';
import { idOf } from './read-activity.ts';

const isList = (name: unknown) => name === 'orderedItems' || name === 'items';

/** `orderedItems` as archives have it; `first` is the page of a collection that was saved as it was served. */
function isItem(path: JsonPath): boolean {
  const inside = path[0] === 'first' ? path.slice(1) : path;
  return inside.length === 2 && isList(inside[0]) && typeof inside[1] === 'number';
}

/** Whose outbox a file is: the address of who acts in it, null where it is empty. Undefined when it is none. */
export async function peekOutbox(file: ExportFile): Promise<{ readonly actor: string | null } | undefined> {
  const wants = (path: JsonPath) => isItem(path) || (path.length === 1 && (path[0] === 'type' || path[0] === 'id'));
  const found = await peekJson(file, wants, { isEnough: ({ path }) => isItem(path) });
  const type = asText(valueAt(found, 'type')) ?? '';
  const id = asText(valueAt(found, 'id')) ?? '';
  const first = found.find(({ path }) => isItem(path));
  if (first === undefined) {
    const isEmpty = /^(Ordered)?Collection(Page)?$/.test(type) && /(^|\/)outbox(\.json)?$/.test(id);
    return isEmpty ? { actor: null } : undefined;
  }
  const item = asObject(first.value);
  const actor = idOf(item?.actor) ?? idOf(item?.attributedTo);
  const isActivity = actor !== null && /^https?:\/\//.test(actor) && /^[A-Z]\w+$/.test(asText(item?.type) ?? '');
  return isActivity && item?.published !== undefined ? { actor } : undefined;
}

/** Every item of an outbox, and the number that stands over them. */
export async function* readOutboxFile(
  file: ExportFile,
  context: OutboxContext,
  signal?: AbortSignal,
): AsyncGenerator<ExportFinding> {
  let items = 0;
  let said: number | null = null;
  let hasList = false;
  const wants = (path: JsonPath) => {
    if (isList(path.at(-1)) && path.length <= 2) hasList = true;
    return isItem(path) || (path.length === 1 && path[0] === 'totalItems');
  };
  for await (const found of readJsonRecords(file, wants, signal)) {
    if (found.error === undefined && found.path[0] === 'totalItems') said = asNumber(found.value);
    else {
      items += 1;
      yield* readOne(found, items, file, context);
    }
  }
  if (said !== null && said >= 0) {
    const claim = { name: 'outbox totalItems', count: said, kinds: countedKinds, reach: 'more-hidden' } as const;
    yield { kind: 'claim', claim, file: file.path };
  }
  if (!hasList || (items === 0 && (said ?? 0) > 0)) {
    const message = `${file.path} should hold ${said ?? 'a list of'} posts, and there are none in it.`;
    yield { kind: 'unreadable', id: null, at: { file: file.path, record: null, offsetBytes: null }, message };
  }
}

function* readOne(
  { error, value, offsetBytes }: NumberedRecord,
  record: number,
  file: ExportFile,
  context: OutboxContext,
): Generator<ExportFinding> {
  const at = { file: file.path, record, offsetBytes };
  const read = error === undefined ? readArchived(value, context) : { id: null, problem: error };
  if (read === undefined) return;
  if ('post' in read) yield { kind: 'post', post: read.post, at };
  else yield { kind: 'unreadable', id: read.id, at, message: `Item ${record} of ${file.path}: ${read.problem}.` };
}
