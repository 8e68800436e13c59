import type { ExportFile } from '../../model/official-export.ts';
import { type JsonPath, JsonSplitter } from '../reading/export/json-splitter.ts';
import { asObject, asText, asTime, asUnixTime, type JsonObject } from '../reading/json-reader.ts';
import { metaOf, tableOf } from './import-tables.ts';

export interface LookedAt {
  /** `ghost-5`; `ghost` where no version is said. */
  readonly dialect: string;
  readonly made: string | null;
}

/** The beginning of an export mostly says all: its head, or the first row of its posts. */
const MOST_BYTES = 4 << 20;

const isSign = (path: JsonPath): boolean => metaOf(path) || (tableOf(path) === 'posts' && path.at(-1) === 0);

/** Whether a file is an export of Ghost's, by its head or by its first post, whichever comes first. */
export async function lookAtExport(file: ExportFile): Promise<LookedAt | undefined> {
  const splitter = new JsonSplitter(isSign);
  let bytes = 0;
  for await (const chunk of file.open()) {
    for (const { path, value } of splitter.push(chunk)) {
      const found = metaOf(path) ? readHead(asObject(value) ?? {}) : readFirst(asObject(value) ?? {});
      if (found !== undefined) return found;
    }
    bytes += chunk.length;
    if (bytes >= MOST_BYTES) return undefined;
  }
  return undefined;
}

function readHead(meta: JsonObject): LookedAt | undefined {
  const version = asText(meta.version);
  const made = asUnixTime(meta.exported_on) ?? asTime(meta.exported_on);
  if (version === null || !/^\d/.test(version) || meta.exported_on === undefined) return undefined;
  // Before 1.0, the version was that of the tables: 000 to 007.
  const major = /^0\d\d$/.test(version) ? '0' : (/^\d+/.exec(version)?.[0] ?? '');
  return { dialect: `ghost-${major}`, made };
}

function readFirst(post: JsonObject): LookedAt | undefined {
  const isPost = ['slug', 'title', 'status'].every((name) => typeof post[name] === 'string');
  const isOfGhost = ['mobiledoc', 'lexical', 'feature_image', 'markdown', 'visibility'].some((name) => name in post);
  return isPost && isOfGhost ? { dialect: 'ghost', made: null } : undefined;
}
