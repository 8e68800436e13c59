import { objectsWhere } from '../reading/json-objects.ts';
import { asObject, asText, at, type JsonObject } from '../reading/json-reader.ts';

/** Follows `{"__ref": "Post:abc"}` in the state of a page; what GraphQL answers has its objects in place. */
export type Resolve = (value: unknown) => JsonObject | undefined;

export function resolverOf(state: unknown): Resolve {
  return (value) => {
    const reference = asText(at(value, '__ref'));
    return reference === null ? asObject(value) : asObject(asObject(state)?.[reference]);
  };
}

/** Fields with arguments are kept as `name({…})` or `name:{…}`; the first that is there. */
export function argued(object: JsonObject | undefined, name: string): unknown {
  if (object === undefined || name in object) return object?.[name];
  const key = Object.keys(object).find(
    (candidate) => candidate.startsWith(`${name}(`) || candidate.startsWith(`${name}:`),
  );
  return key === undefined ? undefined : object[key];
}

/** What names a post without saying when it came out is a reference to it. */
const isPost = (object: JsonObject): boolean =>
  typeof object.firstPublishedAt === 'number' && asText(object.id) !== null && typeof object.title === 'string';

/** Every story in a page's state or an answer, with the responses inside it. */
export function* postsIn(value: unknown): Generator<JsonObject> {
  for (const post of objectsWhere(value, isPost)) {
    yield post;
    for (const inner of Object.values(post)) yield* postsIn(inner);
  }
}

const lists = ['homepagePostsConnection', 'publicationPostsConnection'];

/** True when a list of stories says that nothing follows; a list of a few that someone recommends says nothing. */
export function endsHere(value: unknown, isOurs: (holder: JsonObject) => boolean): boolean {
  const holders = objectsWhere(
    value,
    (object) => lists.some((name) => asObject(argued(object, name)) !== undefined) && isOurs(object),
  );
  for (const holder of holders) {
    for (const name of lists) if (at(argued(holder, name), 'pagingInfo', 'next') === null) return true;
  }
  return false;
}
