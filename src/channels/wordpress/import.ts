import type { ExportFinding, ExportPosition } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { nestsTooDeep, TOO_DEEP } from '../reading/export/deep-markup.ts';
import { readXmlRecords, type XmlNode, type XmlRecord, xmlText } from '../reading/export/xml-records.ts';
import { readExportedComments } from './import-comments.ts';
import { filesOfWxr, headerOf, missingParts, type WxrHeader } from './import-header.ts';
import { idOf, readExportedItem, swallowedBy } from './import-item.ts';
import { isRecord, WxrLibrary } from './import-library.ts';
import { type ItemKind, whatItIs } from './import-status.ts';

/**
 * WordPress eXtended RSS 1.0, 1.1 and 1.2, in one file or in numbered parts. It names the site's media, and has none of them.
 * Read twice: first what posts refer to (people, media), which may stand in any part, then item by item.
 * @see https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */
export const wordpressImport: ChannelImport = {
  async detect(tree) {
    const files = await filesOfWxr(tree);
    if (files.length === 0) return undefined;
    const headers: WxrHeader[] = [];
    for (const { file } of files) headers.push(await headerOf(file));
    const version = files
      .map((file) => file.version)
      .sort()
      .at(-1);
    const url = headers.map((header) => header.url).find((found) => found !== null) ?? null;
    const name = headers.map((header) => header.title).find((found) => found !== null) ?? null;
    const handle = url === null ? null : new URL(url).hostname;
    return {
      kind: 'export',
      export: {
        platform: 'wordpress',
        dialect: `wxr-${version}`,
        owner: { id: null, handle, name, url },
        madeAt: headers
          .map(({ madeAt }) => madeAt)
          .reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null),
        missingParts: missingParts(
          files.map(({ file }) => file.path),
          tree,
        ),
      },
    };
  },

  async *read(detected, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const files = (await filesOfWxr(tree)).map(({ file }) => file);
    const library = await WxrLibrary.read(files, tree, detected.owner.url ?? place.url, signal);
    for (const file of files) {
      const header = await headerOf(file);
      if (header.profile !== undefined) yield { kind: 'profile', profile: header.profile };
      let isEmpty = true;
      for await (const record of readXmlRecords(file, isRecord, signal)) {
        const at = { file: file.path, record: record.record, offsetBytes: null };
        isEmpty &&= record.element.name === 'wp:author';
        yield* readRecord(record, at, library, leftOut);
      }
      if (isEmpty) yield withoutItems(file.path);
    }
    leftOut.add('others', library.unused());
    yield* leftOut.findings();
    yield* notes(library);
  },
};

function* readRecord(
  record: XmlRecord,
  at: ExportPosition,
  library: WxrLibrary,
  leftOut: LeftOutCounter,
): Generator<ExportFinding> {
  const { element: item } = record;
  const what = lookAt(record);
  if ('problem' in what) {
    yield* unreadable(item, what.problem, at);
    return;
  }
  // Media that no post shows are counted at the end.
  if (item.name === 'wp:author' || what.kind === 'media') return;
  const post = leftOut.gives(what.kind) ? readExportedItem(item, what.kind, library) : undefined;
  if (post !== undefined) yield { kind: 'post', post, at };
  for (const comment of readExportedComments(item, post, library, leftOut)) yield { kind: 'post', post: comment, at };
}

function lookAt({ element, error }: XmlRecord): ItemKind {
  if (error !== undefined) return { problem: error };
  if (element.name === 'wp:author') return { kind: 'others' };
  if (element.name !== 'item') return { problem: 'it stands outside of any item' };
  if (nestsTooDeep(...textsOf(element))) return { problem: TOO_DEEP };
  return swallowedBy(element).length > 0
    ? { problem: 'its text has no end, and took in what follows' }
    : whatItIs(element);
}

/** Its own texts, and those of its comments and terms. */
function textsOf({ children }: XmlNode): readonly string[] {
  return children.flatMap((child) => [child.text, ...child.children.map(({ text }) => text)]);
}

/** One for the item, and one for each that it took in. */
function* unreadable(item: XmlNode, problem: string, at: ExportPosition): Generator<ExportFinding> {
  const own = item.name === 'wp:post_id' ? item.text.trim() || null : idOf(item);
  for (const id of [own, ...swallowedBy(item)]) {
    const named = `Item ${id ?? 'without a number'} (${xmlText(item, 'title') ?? 'untitled'})`.slice(0, 200);
    yield { kind: 'unreadable', id, at, message: `${named} could not be read: ${problem}.` };
  }
}

function withoutItems(file: string): ExportFinding {
  const at = { file, record: null, offsetBytes: null };
  return { kind: 'unreadable', id: null, at, message: `${file} holds no items: neither posts nor anything else.` };
}

function* notes(library: WxrLibrary): Generator<ExportFinding> {
  const { undated } = library;
  if (undated === 0) return;
  const en = `${undated} posts have only the local time of the site, whose time zone the export does not say; their date is left open.`;
  const de = `${undated} Beiträge haben nur die Ortszeit der Website, deren Zeitzone der Export nicht nennt; ihr Datum bleibt offen.`;
  yield { kind: 'note', text: { en, de } };
}
