import type { ChannelPlace } from '../../model/channel.ts';
import type { ExportFile, ExportFinding, ExportOwner, ExportTree, LeftOut } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike, headOf, textOf } from '../reading/export/export-files.ts';
import { wholeText } from '../reading/export/whole-text.ts';
import { ownerOf, profileOf } from './import-profile.ts';
import { exportedOn, readExportedStory } from './import-story.ts';

const stories = /(^|\/)posts\/[^/]+\.html?$/i;
const profiles = /(^|\/)profile\/profile\.html?$/i;

/** Folders with lists of what the account did, and of what is known of it. */
const lists: readonly (readonly [RegExp, LeftOut])[] = [
  [/(^|\/)(claps|bookmarks|highlights|lists)\/[^/]+\.html?$/i, 'likes-and-bookmarks'],
  [/(^|\/)(blocks|users-following|pubs-following|topics-following|twitter)\/[^/]+\.html?$/i, 'contacts'],
  [/(^|\/)((sessions|interests|partner-program)\/[^/]+|ips)\.html?$/i, 'others'],
];

/**
 * The ZIP of an account: each story and each response as a page of its own in `posts/`, its parts named by microformats.
 * @see https://github.com/TryGhost/migrate (packages/mg-medium-export), https://microformats.org/wiki/h-entry
 */
export const mediumImport: ChannelImport = {
  async detect(tree) {
    const first = await firstStory(tree);
    const owner = await ownerIn(tree);
    if (first === undefined && owner === undefined) return undefined;
    const text = first === undefined ? undefined : await textOf(first);
    const nobody = { id: null, handle: null, name: null, url: null };
    return {
      kind: 'export',
      export: {
        platform: 'medium',
        dialect: 'medium',
        owner: owner ?? nobody,
        madeAt: exportedOn(text ?? ''),
        missingParts: [],
      },
    };
  },

  async *read(_detected, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    for (const file of filesLike(tree, profiles)) {
      const profile = profileOf((await textOf(file, 1 << 20, signal)) ?? '');
      if (profile !== undefined) yield { kind: 'profile', profile };
    }
    for (const file of filesLike(tree, stories)) yield* readFile(file, place, leftOut, signal);
    for (const [pattern, what] of lists) {
      for (const file of filesLike(tree, pattern)) leftOut.add(what, await countItems(file, signal));
    }
    yield* leftOut.findings();
  },
};

/** The first few files tell; a folder of that name may hold anything. */
async function firstStory(tree: ExportTree): Promise<ExportFile | undefined> {
  for (const file of filesLike(tree, stories).slice(0, 5)) {
    const head = await headOf(file, 8192);
    const isEntry = /<article\b[^>]*\bclass=["'][^"']*\bh-entry\b/i.test(head);
    if (isEntry && /data-field=["'](body|subtitle|description)["']/i.test(head)) return file;
  }
  return undefined;
}

async function ownerIn(tree: ExportTree): Promise<ExportOwner | undefined> {
  for (const file of filesLike(tree, profiles)) {
    const owner = ownerOf((await textOf(file, 1 << 20)) ?? '');
    if (owner !== undefined) return owner;
  }
  return undefined;
}

async function* readFile(
  file: ExportFile,
  place: ChannelPlace,
  leftOut: LeftOutCounter,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding> {
  const at = { file: file.path, record: null, offsetBytes: null };
  const read = await wholeText(file, signal);
  const story = 'text' in read ? readExportedStory(read.text, file.path, place) : read;
  if ('problem' in story) {
    yield { kind: 'unreadable', id: null, at, message: `${file.path} could not be read: ${story.problem}` };
  } else if (leftOut.gives(story.isDraft ? 'drafts' : 'public')) {
    yield { kind: 'post', post: story.post, at };
  }
}

/** Each list is a page of list items, a thousand or so to a file. */
async function countItems(file: ExportFile, signal?: AbortSignal): Promise<number> {
  const read = await wholeText(file, signal);
  return 'text' in read ? (read.text.match(/<li[\s>]/gi)?.length ?? 0) : 0;
}
