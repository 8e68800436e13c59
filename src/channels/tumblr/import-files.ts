import type { Claim, Profile } from '../../model/finding.ts';
import type { Detection, ExportFile, ExportOwner, ExportTree } from '../../model/official-export.ts';
import { filesLike, headOf, textOf } from '../reading/export/export-files.ts';
import { readXmlRecords } from '../reading/export/xml-records.ts';
import { asNumber, asUrl } from '../reading/json-reader.ts';
import { tumblrKinds } from './read-api.ts';

/** Where the posts of an export are. */
export interface BlogFiles {
  /** `posts.xml` */
  readonly lists: readonly ExportFile[];
  /** `posts/html/ID.html` */
  readonly pages: readonly ExportFile[];
  /** What others handed in for the blog. */
  readonly submissions: number;
  /** Pages that the index names and that are not there. */
  readonly missing: readonly string[];
}

export interface Blog {
  readonly owner: ExportOwner;
  readonly description: string | null;
  readonly claim: Claim | undefined;
}

const pagePath = /(^|\/)posts\/html\/\d+\.html$/i;

export async function blogFiles(tree: ExportTree): Promise<BlogFiles> {
  const lists: ExportFile[] = [];
  for (const file of filesLike(tree, /(^|\/)posts\.xml$/i)) {
    const head = await headOf(file, 65_536);
    if (/<tumblr\b/.test(head) && /<posts?\b/.test(head)) lists.push(file);
  }
  const pages = filesLike(tree, pagePath);
  const areOfTumblr = lists.length > 0 || (await lookLikePages(pages.slice(0, 3)));
  if (!areOfTumblr) return { lists, pages: [], submissions: 0, missing: [] };
  const submissions = filesLike(tree, /(^|\/)posts\/html\/submissions\/\d+\.html$/i).length;
  // A list beside the pages that cannot be told to be one was damaged.
  const damaged = filesLike(tree, /(^|\/)posts\/posts\.xml$/i).filter((file) => !lists.includes(file));
  const missing = lists.length > 0 ? [] : await missingPages(tree, pages);
  return { lists, pages, submissions, missing: [...damaged.map(({ path }) => path), ...missing] };
}

export function pageId(path: string): string {
  return /(\d+)\.html$/i.exec(path)?.[1] ?? '';
}

/** A page has its text and then a footer with the time, and nothing round it. */
async function lookLikePages(pages: readonly ExportFile[]): Promise<boolean> {
  for (const file of pages) {
    const text = (await textOf(file)) ?? '';
    if (/\bid=["']footer["']/.test(text) && /\bid=["']timestamp["']/.test(text)) return true;
  }
  return false;
}

async function missingPages(tree: ExportTree, pages: readonly ExportFile[]): Promise<readonly string[]> {
  const known = new Set(pages.map(({ path }) => pageId(path)));
  const missing = new Set<string>();
  for (const file of filesLike(tree, /(^|\/)posts\/posts_index\.html$/i)) {
    for (const [, id = ''] of ((await textOf(file)) ?? '').matchAll(/href=["'](?:\.\/)?html\/(\d+)\.html["']/g)) {
      if (!known.has(id)) missing.add(`posts/html/${id}.html`);
    }
  }
  return [...missing];
}

/** Whose list it is: `<tumblelog name="…" title="…" cname="…">description</tumblelog>` before the posts. */
export async function blogOf(file: ExportFile): Promise<Blog | undefined> {
  const total = asNumber(/<posts\b[^>]*\stotal=["'](\d+)["']/.exec(await headOf(file, 65_536))?.[1]);
  const isHead = (path: readonly string[]) => path.at(-1) === 'post' || path.at(-1) === 'tumblelog';
  for await (const { element } of readXmlRecords(file, isHead)) {
    const { name = '', title, cname, url } = element.attributes;
    if (element.name !== 'tumblelog' || !/^[\w-]+$/.test(name)) break;
    const home = asUrl(cname, 'https://') ?? asUrl(cname === undefined ? url : `https://${cname}/`);
    return {
      owner: { id: null, handle: name, name: title || null, url: home ?? `https://${name.toLowerCase()}.tumblr.com/` },
      description: element.text.trim() || null,
      // It counts what was published when the list was made, and may count what is private too.
      claim:
        total === null ? undefined : { name: 'posts total', count: total, kinds: tumblrKinds, reach: 'more-hidden' },
    };
  }
  return undefined;
}

export function profileOf({ owner, description }: Blog): Profile {
  const unknown = { avatarUrl: null, followers: null, following: null, since: null };
  return { ...owner, bio: description, ...unknown, state: 'open' };
}

/** Exports that cannot be read as they are: the posts still packed, or the data of the account instead of a blog. */
export async function refusal(tree: ExportTree): Promise<Detection | undefined> {
  const [packed] = filesLike(tree, /(^|\/)posts\.zip$/i);
  const hasMedia = tree.files.some(({ path }) => /(^|\/)media\/\d{6,}(_\d+)?\.\w+$/.test(path));
  if (packed !== undefined && hasMedia && (await headOf(packed, 4)).startsWith('PK')) {
    return {
      kind: 'refused',
      code: 'export.tumblr-packed',
      message: `The posts of this export are packed once more, in ${packed.path}.`,
      hint: 'Unpack the export, unpack posts.zip in it, and import the folder.',
    };
  }
  for (const file of filesLike(tree, /(^|\/)payload-\d+\.json$/i)) {
    if (!/^\s*\[\s*\{\s*"data"\s*:\s*\{/.test(await headOf(file))) continue;
    return {
      kind: 'refused',
      code: 'export.tumblr-account-data',
      message: `${file.path} is what Tumblr knows of the account; the posts of the blog are not in it.`,
      hint: 'Ask for the export of the blog: Settings, the blog, Export.',
    };
  }
  return undefined;
}
