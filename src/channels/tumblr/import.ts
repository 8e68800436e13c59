import type { ChannelPlace } from '../../model/channel.ts';
import type { ExportFile, ExportFinding } from '../../model/official-export.ts';
import type { ChannelImport, ImportOptions } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { nestsTooDeep, TOO_DEEP } from '../reading/export/deep-markup.ts';
import { wholeText } from '../reading/export/whole-text.ts';
import { readXmlRecords, type XmlRecord } from '../reading/export/xml-records.ts';
import { blogFiles, blogOf, pageId, profileOf, refusal } from './import-files.ts';
import { readExportedPage } from './import-html.ts';
import { countLeftOut } from './import-left-out.ts';
import { TumblrMedia } from './import-media.ts';
import { apiPostOf, readExportedPost, stateOf } from './import-xml.ts';

/**
 * The export of a blog: `posts/posts.xml` in the form of the old interface, with `media/ID_0.jpg`; older ones have one HTML
 * file for each post instead, and those of today have both.
 * @see https://help.tumblr.com/export-your-blog/, https://www.tumblr.com/docs/en/api/v1
 */
export const tumblrImport: ChannelImport = {
  async detect(tree) {
    const files = await blogFiles(tree);
    if (files.lists.length === 0 && files.pages.length === 0) return refusal(tree);
    const blog = files.lists[0] === undefined ? undefined : await blogOf(files.lists[0]);
    const nobody = { id: null, handle: null, name: null, url: null };
    return {
      kind: 'export',
      export: {
        platform: 'tumblr',
        dialect: files.lists.length > 0 ? 'tumblr-xml' : 'tumblr-html',
        owner: blog?.owner ?? nobody,
        madeAt: null,
        missingParts: files.missing,
      },
    };
  },

  async *read(_detected, tree, place, options) {
    const leftOut = new LeftOutCounter(options.include);
    const files = await blogFiles(tree);
    const media = new TumblrMedia(tree);
    const known = new Set<string>();
    for (const file of files.lists) yield* readList(file, place, media, leftOut, known, options);
    let undated = 0;
    for (const file of files.pages) {
      if (known.has(pageId(file.path))) continue;
      undated += 1;
      yield* readPage(file, place, media, options.signal);
    }
    if (undated > 0) yield withoutZone(undated);
    leftOut.add('others', files.submissions);
    await countLeftOut(tree, leftOut, options.signal);
    yield* leftOut.findings();
  },
};

async function* readList(
  file: ExportFile,
  place: ChannelPlace,
  media: TumblrMedia,
  leftOut: LeftOutCounter,
  known: Set<string>,
  { signal }: ImportOptions,
): AsyncGenerator<ExportFinding> {
  const blog = await blogOf(file);
  if (blog !== undefined) yield { kind: 'profile', profile: profileOf(blog) };
  if (blog?.claim !== undefined) yield { kind: 'claim', claim: blog.claim, file: file.path };
  let isInPieces = false;
  for await (const record of readXmlRecords(file, isPostOrPiece, signal)) {
    const isPiece = record.element.name !== 'post';
    const isMore = isPiece && isInPieces;
    isInPieces = isPiece;
    if (isMore) continue;
    const id = record.element.attributes.id || null;
    if (id !== null) known.add(id);
    const at = { file: file.path, record: record.record, offsetBytes: null };
    const problem = problemOf(record);
    if (problem !== undefined) {
      yield { kind: 'unreadable', id, at, message: `Post ${id ?? 'without a number'} could not be read: ${problem}.` };
    } else if (leftOut.gives(stateOf(record.element))) {
      yield { kind: 'post', post: readExportedPost(apiPostOf(record.element, blog), place, media, record.element), at };
    }
  }
}

/** What stands in a post, and here outside of any, is what is left of one whose beginning was damaged. */
function isPostOrPiece(path: readonly string[]): boolean {
  return /^(post|(regular|photo|quote|link|video|audio|conversation)-\w+|photoset|question|answer)$/.test(
    path.at(-1) ?? '',
  );
}

function problemOf({ element, error }: XmlRecord): string | undefined {
  if (error !== undefined) return error;
  if (element.name !== 'post') return `its ${element.name} stands outside of any post`;
  if (nestsTooDeep(...element.children.map(({ text }) => text))) return TOO_DEEP;
  return /^\d+$/.test(element.attributes.id ?? '') ? undefined : 'it has no number';
}

async function* readPage(
  file: ExportFile,
  place: ChannelPlace,
  media: TumblrMedia,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding> {
  const at = { file: file.path, record: null, offsetBytes: null };
  const id = pageId(file.path);
  const read = await wholeText(file, signal);
  const isDeep = 'text' in read && nestsTooDeep(read.text);
  const post = 'text' in read && !isDeep ? readExportedPage(read.text, id, place, media) : undefined;
  if (post !== undefined) yield { kind: 'post', post, at };
  else {
    const why = 'problem' in read ? read.problem : isDeep ? `${TOO_DEEP}.` : 'it is no page of a post.';
    yield { kind: 'unreadable', id, at, message: `${file.path} could not be read: ${why}` };
  }
}

function withoutZone(count: number): ExportFinding {
  const en = `${count} posts come from pages that say the local time of the blog without its time zone; their date is left open.`;
  const de = `${count} Beiträge stammen aus Seiten, die nur die Ortszeit des Blogs ohne Zeitzone nennen; ihr Datum bleibt offen.`;
  return { kind: 'note', text: { en, de } };
}
