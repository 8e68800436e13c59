import type { ChannelPlace } from '../../model/channel.ts';
import type { Profile } from '../../model/finding.ts';
import type { ExportFile } from '../../model/official-export.ts';
import type { PostAuthor } from '../../model/post.ts';
import { nestsTooDeep } from '../reading/export/deep-markup.ts';
import { readJsonRecords } from '../reading/export/json-records.ts';
import type { JsonPath } from '../reading/export/json-splitter.ts';
import { asNumber, asObject, asText, asUrl, type JsonObject } from '../reading/json-reader.ts';

const PLACEHOLDER = '__GHOST_URL__';

/** Where `data` and `meta` are: in `{"db":[…]}`, or at the root. */
function insideOf(path: JsonPath): JsonPath {
  return path[0] === 'db' && typeof path[1] === 'number' ? path.slice(2) : path;
}

/** The table that a row at this path belongs to; undefined when it is no row. */
export function tableOf(path: JsonPath): string | undefined {
  const inside = insideOf(path);
  const [data, table, row] = inside;
  const isRowPath = inside.length === 3 && data === 'data' && typeof table === 'string' && typeof row === 'number';
  return isRowPath ? table : undefined;
}

/** Whether the head of the export is at this path. */
export function metaOf(path: JsonPath): boolean {
  const inside = insideOf(path);
  return inside.length === 1 && inside[0] === 'meta';
}

export const isRow = (path: JsonPath): boolean => tableOf(path) !== undefined;

interface Link {
  readonly to: string;
  readonly place: number;
}

/** What a post needs of the other tables. Held while the posts pass by: names and numbers, no texts. */
export class GhostTables {
  /** Home of the site, with a slash at its end. */
  readonly home: string;
  readonly #tags = new Map<string, string>();
  readonly #authors = new Map<string, PostAuthor>();
  readonly #tagsOfPost = new Map<string, Link[]>();
  readonly #authorsOfPost = new Map<string, Link[]>();
  readonly #details = new Map<string, JsonObject>();
  readonly #settings = new Map<string, string>();

  private constructor(place: ChannelPlace) {
    this.home = new URL('.', place.url.endsWith('/') ? place.url : `${place.url}/`).href;
  }

  static async read(file: ExportFile, place: ChannelPlace, signal?: AbortSignal): Promise<GhostTables> {
    const tables = new GhostTables(place);
    const names = new Set(Object.keys(tables.#readers));
    const wants = (path: JsonPath) => names.has(tableOf(path) ?? '');
    for await (const { path, value } of readJsonRecords(file, wants, signal)) {
      const row = asObject(value);
      // What is damaged is told when the rows are read for the second time.
      if (row !== undefined) tables.#readers[tableOf(path) ?? '']?.(row);
    }
    return tables;
  }

  readonly #readers: Readonly<Record<string, (row: JsonObject) => void>> = {
    tags: (row) => this.#addTag(row),
    users: (row) => this.#addUser(row),
    posts_tags: (row) => addLink(this.#tagsOfPost, row, 'tag_id'),
    posts_authors: (row) => addLink(this.#authorsOfPost, row, 'author_id'),
    posts_meta: (row) => {
      const post = asText(row.post_id);
      const { feature_image_alt, feature_image_caption } = row;
      if (post !== null && !nestsTooDeep(feature_image_caption))
        this.#details.set(post, { feature_image_alt, feature_image_caption });
    },
    settings: (row) => {
      const key = asText(row.key) ?? '';
      const value = asText(row.value);
      if (value !== null && /^(title|description|icon|logo)$/.test(key)) this.#settings.set(key, value);
    },
  };

  /** Names of the tags, in the order the site shows; those with # are the editors' own. */
  tagsOf(post: string): readonly string[] {
    return targets(this.#tagsOfPost.get(post)).flatMap((id) => this.#tags.get(id) ?? []);
  }

  /** @param id the author that stands in the post itself, as before version 1.22 */
  authorOf(post: string, id: string | null): PostAuthor | null {
    const [first = id] = targets(this.#authorsOfPost.get(post));
    return this.#authors.get(first ?? '') ?? null;
  }

  detailsOf(post: string): JsonObject {
    return this.#details.get(post) ?? {};
  }

  /** Exports have the site's address as a placeholder. */
  withAddress(text: string): string {
    return text.replaceAll(PLACEHOLDER, this.home.replace(/\/$/, ''));
  }

  get profile(): Profile | undefined {
    const name = this.#settings.get('title');
    if (name === undefined) return undefined;
    const picture = this.#settings.get('icon') ?? this.#settings.get('logo');
    return {
      id: null,
      handle: new URL(this.home).hostname,
      name,
      bio: this.#settings.get('description') ?? null,
      url: this.home,
      avatarUrl: picture === undefined ? null : asUrl(this.withAddress(picture), this.home),
      followers: null,
      following: null,
      since: null,
      state: 'open',
    };
  }

  #addTag(row: JsonObject): void {
    const id = asText(row.id);
    const name = asText(row.name);
    if (id === null || name === null || name.startsWith('#') || row.visibility === 'internal') return;
    this.#tags.set(id, name);
  }

  /** Of the people who write only their names: the export has their mail addresses and passwords' digests too. */
  #addUser(row: JsonObject): void {
    const id = asText(row.id);
    const handle = asText(row.slug);
    if (id === null) return;
    const url = handle === null ? null : asUrl(`author/${encodeURIComponent(handle)}/`, this.home);
    this.#authors.set(id, { id, handle, name: asText(row.name), url });
  }
}

function addLink(links: Map<string, Link[]>, row: JsonObject, name: string): void {
  const post = asText(row.post_id);
  const to = asText(row[name]);
  if (post === null || to === null) return;
  const link = { to, place: asNumber(row.sort_order) ?? 0 };
  const known = links.get(post);
  if (known === undefined) links.set(post, [link]);
  else known.push(link);
}

function targets(links: readonly Link[] = []): readonly string[] {
  return [...links].sort((a, b) => a.place - b.place).map(({ to }) => to);
}
