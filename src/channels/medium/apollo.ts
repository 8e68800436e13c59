import { objectsWhere } from '../reading/json-objects.ts';
import { asList, asObject, asText, at, type JsonObject } from '../reading/json-reader.ts';

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

export interface StoryList {
  /** Of stories in it, by their own numbers or by reference. */
  readonly ids: readonly string[];
  /** It says itself that nothing follows. */
  readonly isLast: boolean;
}

/** The account's list of stories, as far as a page or an answer has it. */
export function* storyLists(value: unknown, isOurs: (holder: JsonObject) => boolean): Generator<StoryList> {
  const isHolder = (object: JsonObject) => lists.some((name) => asObject(argued(object, name)) !== undefined);
  for (const holder of objectsWhere(value, (object) => isHolder(object) && isOurs(object))) {
    for (const list of lists.map((name) => argued(holder, name))) {
      const named = asList(at(list, 'posts')).map((post) => asText(at(post, '__ref')) ?? asText(at(post, 'id')) ?? '');
      const ids = named.map((name) => name.replace(/^Post:/, '')).filter((id) => id !== '');
      yield { ids, isLast: at(list, 'pagingInfo', 'next') === null };
    }
  }
}
