import type { ExportOwner, ExportTree } from '../../model/official-export.ts';
import { MediaFinder } from '../reading/export/export-files.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
import { asList, asNumber, asObject, asText, asTime, at, type JsonObject } from '../reading/json-reader.ts';
import { ofType, type XScript } from './import-scripts.ts';

export interface ListedFile {
  /** `data/tweets-part1.js` */
  readonly path: string;
  /** As in XScript. */
  readonly type: string;
  readonly count: number | null;
}

/** `data/manifest.js`: whose the archive is, when it was made, and every file with the number of its records. */
export interface XManifest {
  /** ExportFile.path of the manifest. */
  readonly file: string;
  readonly owner: ExportOwner;
  readonly madeAt: string | null;
  readonly isPartial: boolean;
  readonly files: readonly ListedFile[];
}

/** What all manifests of an archive say together: each of its parts brings one. Undefined without any. */
export async function readManifest(scripts: readonly XScript[]): Promise<XManifest | undefined> {
  let joined: XManifest | undefined;
  for (const { file } of ofType(scripts, 'manifest')) {
    const value = asObject(await readJsonFile(file));
    if (value === undefined) continue;
    const read = readOne(value, file.path);
    joined = joined === undefined ? read : join(joined, read);
  }
  return joined;
}

function readOne(value: JsonObject, file: string): XManifest {
  const user = value.userInfo;
  return {
    file,
    owner: {
      id: asText(at(user, 'accountId')),
      handle: asText(at(user, 'userName')),
      name: asText(at(user, 'displayName')),
      url: null,
    },
    madeAt: asTime(at(value, 'archiveInfo', 'generationDate')),
    isPartial: at(value, 'archiveInfo', 'isPartialArchive') === true,
    files: Object.values(asObject(value.dataTypes) ?? {}).flatMap((type) => asList(at(type, 'files')).flatMap(listed)),
  };
}

function listed(entry: unknown): readonly ListedFile[] {
  const path = asText(at(entry, 'fileName'));
  const type = /^YTD\.(\w{1,80})\.part\d+$/.exec(asText(at(entry, 'globalName')) ?? '')?.[1];
  return path === null || type === undefined ? [] : [{ path, type, count: asNumber(at(entry, 'count')) }];
}

function join(one: XManifest, other: XManifest): XManifest {
  const known = new Set(one.files.map(({ path }) => path));
  return {
    ...one,
    madeAt: one.madeAt ?? other.madeAt,
    isPartial: one.isPartial || other.isPartial,
    files: [...one.files, ...other.files.filter(({ path }) => !known.has(path))],
  };
}

/** Files of these types that should hold something and are not there. Where `data/` was given by itself, they are. */
export function absentFiles(manifest: XManifest, tree: ExportTree, types: readonly string[]): readonly string[] {
  const there = new MediaFinder(tree, /\.js$/i);
  return manifest.files
    .filter(({ type, count }) => types.includes(type) && count !== 0)
    .filter(({ path }) => there.at(path.replace(/^data\//, '')) === null)
    .map(({ path }) => path);
}
