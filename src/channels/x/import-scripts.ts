import type { ExportFile, ExportTree } from '../../model/official-export.ts';
import { headOf } from '../reading/export/export-files.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
import { asList, asObject, at, type JsonObject } from '../reading/json-reader.ts';

/** A script of the archive, by what stands before its `=`: `window.YTD.direct_messages.part0 = [`. */
export interface XScript {
  readonly file: ExportFile;
  /** `tweets`, `direct_messages`; `manifest` for `window.__THAR_CONFIG`, `month` for `Grailbird.data.tweets_2016_03`. */
  readonly type: string;
  readonly part: number;
}

const heads: readonly (readonly [RegExp, (found: RegExpExecArray) => Pick<XScript, 'type' | 'part'>])[] = [
  [
    /^\s*(?:window\.)?YTD\.(\w{1,80})\.part(\d{1,9})\s*=/,
    ([, type = '', part = '0']) => ({ type, part: Number(part) }),
  ],
  [/^\s*window\.__THAR_CONFIG\s*=\s*\{/, () => ({ type: 'manifest', part: 0 })],
  [
    /^\s*Grailbird\.data\.tweets_(\d{4})_(\d\d)\s*=/,
    ([, year, month]) => ({ type: 'month', part: Number(`${year}${month}`) }),
  ],
  [/^\s*var (user_details|payload_details|tweet_index)\s*=/, ([, type = '']) => ({ type, part: 0 })],
];

/**
 * What the scripts of an archive are, by the line they begin with: names of files have changed too often.
 * @param pattern which files are looked into at all
 */
export async function scriptsOf(tree: ExportTree, pattern: RegExp): Promise<readonly XScript[]> {
  const scripts: XScript[] = [];
  for (const file of tree.files) {
    if (!pattern.test(file.path)) continue;
    const head = await headOf(file, 256);
    for (const [form, read] of heads) {
      const found = form.exec(head);
      if (found !== null) scripts.push({ file, ...read(found) });
    }
  }
  return scripts;
}

/** All scripts there can be; those of the page that shows the archive, and of its media, are none. */
export const anyScript = /\.js$/i;
/** Those by which an archive is known. */
export const tellingScript =
  /(?:^|\/)(?:manifest|account|tweets?(?:-part\d+)?|\d{4}_\d\d|user_details|payload_details|tweet_index)\.js$/i;

export function ofType(scripts: readonly XScript[], ...types: readonly string[]): readonly XScript[] {
  return scripts.filter(({ type }) => types.includes(type)).sort((a, b) => a.part - b.part);
}

/** The one value that a small script gives; where it is a list, its first item; without the name it is wrapped in. */
export async function onlyValueOf(script: XScript | undefined, wrapper: string): Promise<JsonObject> {
  if (script === undefined) return {};
  const value = await readJsonFile(script.file);
  const first = asObject(value) ?? asObject(asList(value)[0]) ?? {};
  return asObject(at(first, wrapper)) ?? first;
}
