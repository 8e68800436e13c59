import { embeddedJson } from '../reading/embedded-json.ts';
import { objectsWhere } from '../reading/json-objects.ts';
import { asText, at, type JsonObject } from '../reading/json-reader.ts';

/** What Pinterest gives in place of a bookmark when nothing follows. */
export const END = '-end-';

/** What a page was made from; the name of its element changed over the years. */
export function pageState(html: string): unknown {
  for (const name of ['__PWS_INITIAL_PROPS__', '__PWS_DATA__', 'initial-state']) {
    const state = embeddedJson(html, name);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** Addresses of the account's public boards, each once. */
export function boardsIn(state: unknown, account: string): readonly string[] {
  const paths = new Set<string>();
  const isBoard = (object: JsonObject) => object.type === 'board' && typeof object.url === 'string';
  for (const board of objectsWhere(state, isBoard)) {
    const path = asText(board.url) ?? '';
    if (path.toLowerCase().startsWith(`/${account}/`) && board.privacy !== 'secret') paths.add(path);
  }
  return [...paths];
}

/** The account itself, wherever it is told with its figures. */
export function* accountsIn(state: unknown, account: string): Generator<JsonObject> {
  const isAccount = (object: JsonObject) =>
    asText(object.username)?.toLowerCase() === account && object.pin_count !== undefined;
  yield* objectsWhere(state, isAccount);
}

/** Lists that were loaded to their end. The list of one board is none of the account's. */
export function isEndOfPins(answer: unknown, account: string): boolean {
  const isOurs = asText(at(answer, 'resource', 'options', 'username'))?.toLowerCase() === account;
  const bookmark = at(answer, 'resource_response', 'bookmark') ?? at(answer, 'resource', 'options', 'bookmarks', 0);
  return isOurs && at(answer, 'resource', 'name') === 'UserPinsResource' && bookmark === END;
}
