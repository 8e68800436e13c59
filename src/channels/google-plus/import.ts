import type { DetectedExport, ExportFile, ExportFinding } from '../../model/official-export.ts';
import type { FoundPost, PostAuthor } from '../../model/post.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike, headOf, MediaFinder } from '../reading/export/export-files.ts';
import { takeoutMadeAt } from '../reading/export/takeout-name.ts';
import { wholeText } from '../reading/export/whole-text.ts';
import { parseJson } from '../reading/json-reader.ts';
import { dialectOfHtml, readPlusHtml } from './import-html.ts';
import { isPlusPost, isSamePerson, type PlusProblem, type PlusReading, readPlusJson } from './import-json.ts';

/** `20140630 - The parameter map.json`: a post's day and its first words, in every language and whatever the folder is called. */
const posts = /(^|\/)\d{8} - [^/]*\.(json|html)$/i;
/** So many, from the first to the last, tell what it is and whose. */
const LOOKED_AT = 50;

/**
 * The Takeout of Google+, which nobody can ask for any more: a file for each post, as HTML in two dialects or as JSON.
 * @see https://github.com/FiXato/Plexodus-Tools (activity_data_structure.md)
 */
export const googlePlusImport: ChannelImport = {
  async detect(tree) {
    const files = new MediaFinder(tree);
    const dialects: string[] = [];
    const authors: PostAuthor[] = [];
    for (const file of sampleOf(filesLike(tree, posts))) {
      const dialect = await dialectOf(file);
      if (dialect === undefined) continue;
      dialects.push(dialect);
      const read = await readFile(file, files, null);
      if (read.problem === undefined && read.post.author !== null) authors.push(read.post.author);
    }
    const dialect = mostCommon(dialects, (one) => one);
    if (dialect === undefined) return undefined;
    // Posts of others stand in the folders of communities.
    const author = mostCommon(authors, ({ id, url }) => id ?? url ?? '');
    const { id = null, handle = null, name = null, url = null } = author ?? {};
    const owner = { id, handle, name, url };
    const madeAt = takeoutMadeAt(tree);
    return { kind: 'export', export: { platform: 'google-plus', dialect, owner, madeAt, missingParts: [] } };
  },

  async *read(detected, tree, _place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const files = new MediaFinder(tree);
    for (const file of filesLike(tree, posts)) {
      const read = await readFile(file, files, detected.madeAt, signal);
      const at = { file: file.path, record: null, offsetBytes: null };
      if (read.problem !== undefined) {
        yield { kind: 'unreadable', id: read.id, at, message: `${file.path} could not be read: ${read.problem}.` };
      } else yield* give(read, ownerOf(detected), at, leftOut);
    }
    yield* leftOut.findings();
  },
};

function sampleOf(files: readonly ExportFile[]): readonly ExportFile[] {
  const step = Math.max(1, Math.ceil(files.length / LOOKED_AT));
  return files.filter((_, place) => place % step === 0);
}

function mostCommon<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item | undefined {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return items.find((item) => counts.get(keyOf(item)) === most);
}

async function dialectOf(file: ExportFile): Promise<string | undefined> {
  const head = await headOf(file, 64 << 10);
  if (!/\.json$/i.test(file.path)) return dialectOfHtml(head);
  const isPost = /"url"\s*:\s*"https?:\/\/plus\.google\.com\//.test(head) && /"creationTime"\s*:/.test(head);
  return isPost ? 'google-plus-json' : undefined;
}

async function readFile(
  file: ExportFile,
  files: MediaFinder,
  madeAt: string | null,
  signal?: AbortSignal,
): Promise<PlusReading | PlusProblem> {
  const read = await wholeText(file, signal);
  if ('problem' in read) return { id: null, problem: read.problem };
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  if (!/\.json$/i.test(file.path)) {
    const isPost = dialectOfHtml(read.text) !== undefined;
    return isPost ? readPlusHtml(read.text, folder, files, madeAt) : { id: null, problem: 'it is no post of Google+' };
  }
  const value = parseJson(read.text);
  if (value === undefined) return { id: null, problem: 'it is no JSON' };
  if (!isPlusPost(value)) return { id: null, problem: 'it is no post of Google+' };
  return readPlusJson(value, folder, files, madeAt);
}

function ownerOf({ owner }: DetectedExport): PostAuthor | null {
  return owner.id === null && owner.url === null ? null : { ...owner };
}

type At = Extract<ExportFinding, { kind: 'post' }>['at'];

/** Communities hold posts of others as well. What nobody says to be public is not taken for it. */
function* give(read: PlusReading, owner: PostAuthor | null, at: At, leftOut: LeftOutCounter): Generator<ExportFinding> {
  leftOut.add('comments-by-others', read.commentsByOthers);
  if (owner !== null && !isSamePerson(read.post.author, owner)) {
    leftOut.add('others', 1 + read.replies.length);
    return;
  }
  for (const post of [read.post, ...read.replies]) {
    if (leftOut.gives(kindOf(post))) yield { kind: 'post', post, at };
  }
  for (const lost of read.lost) {
    yield { kind: 'unreadable', id: null, at, message: `${at.file} could not be read whole: ${lost}.` };
  }
}

function kindOf({ visibility }: FoundPost): 'public' | 'followers-only' | 'private' {
  if (visibility === 'public') return 'public';
  return visibility === 'followers' ? 'followers-only' : 'private';
}
