import type { Profile } from '../../model/finding.ts';
import type { ExportFile, ExportTree } from '../../model/official-export.ts';
import { nestsTooDeep } from '../reading/export/deep-markup.ts';
import { filesLike, headOf, missingNumbers } from '../reading/export/export-files.ts';
import { readXmlRecords } from '../reading/export/xml-records.ts';
import { asTime, asUrl } from '../reading/json-reader.ts';
import { plainTitle } from './read-post.ts';

/** What stands before the items. */
export interface WxrHeader {
  readonly title: string | null;
  /** Home of the site. */
  readonly url: string | null;
  /** UTC ISO 8601 */
  readonly madeAt: string | null;
  readonly profile: Profile | undefined;
}

export interface WxrFile {
  readonly file: ExportFile;
  /** `1.0`, `1.1`, `1.2` */
  readonly version: string;
}

const namespace = /<rss\b[^>]*\sxmlns:wp=["']https?:\/\/wordpress\.org\/export\/(\d\.\d)\/?["']/;
const ownVersion = /<rss\b[\s\S]*<wp:wxr_version>\s*(?:<!\[CDATA\[)?(\d\.\d)/;

/** Files whose root is RSS with the namespace or the version of the export: a feed of WordPress has neither. */
export async function filesOfWxr(tree: ExportTree): Promise<readonly WxrFile[]> {
  const found: WxrFile[] = [];
  for (const file of filesLike(tree, tree.files.length === 1 ? /./ : /\.(xml|wxr)$/i)) {
    const head = await headOf(file, 16_384);
    const version = namespace.exec(head)?.[1] ?? ownVersion.exec(head)?.[1];
    if (version !== undefined) found.push({ file, version });
  }
  return found;
}

const wanted = new Set(['title', 'link', 'description', 'pubDate', 'wp:base_site_url', 'wp:base_blog_url']);

export async function headerOf(file: ExportFile): Promise<WxrHeader> {
  const said = new Map<string, string>();
  const isField = (path: readonly string[]) =>
    path.at(-1) === 'item' || (path.at(-2) === 'channel' && wanted.has(path.at(-1) ?? ''));
  for await (const { element } of readXmlRecords(file, isField)) {
    if (element.name === 'item') break;
    const text = element.text.trim();
    if (text !== '' && !said.has(element.name) && !nestsTooDeep(text)) said.set(element.name, text);
  }
  const url = asUrl(said.get('wp:base_blog_url')) ?? asUrl(said.get('link')) ?? asUrl(said.get('wp:base_site_url'));
  const title = plainTitle(said.get('title'));
  return { title, url, madeAt: asTime(said.get('pubDate')), profile: profileOf(title, url, said.get('description')) };
}

function profileOf(name: string | null, url: string | null, description: string | undefined): Profile | undefined {
  if (name === null || url === null) return undefined;
  const handle = new URL(url).hostname;
  const unknown = { id: null, avatarUrl: null, followers: null, following: null, since: null };
  return { ...unknown, handle, name, bio: plainTitle(description), url, state: 'open' };
}

/**
 * `name.wordpress.2026-01-01.000.xml`, `….001.xml`: the numbers that are missing among those of one name, and files of that
 * name that are no exports. WP-CLI begins with 0, WordPress.com with 1, so that the first can be told from nothing.
 * @param paths of the files that were recognised
 */
export function missingParts(paths: readonly string[], tree: ExportTree): readonly string[] {
  const read = new Set(paths);
  const groups = new Map<string, number[]>();
  for (const path of paths) {
    const [name, number] = numberedPart(path);
    if (number !== undefined) groups.set(name, [...(groups.get(name) ?? []), number]);
  }
  const missing = [...groups].flatMap(([name, numbers]) =>
    missingNumbers(numbers, numbers.includes(0) ? 0 : 1).map(
      (number) => `${name}${String(number).padStart(3, '0')}.xml`,
    ),
  );
  const damaged = tree.files
    .map(({ path }) => path)
    .filter((path) => groups.has(numberedPart(path)[0]) && !read.has(path));
  return [...new Set([...missing, ...damaged])].sort();
}

function numberedPart(path: string): readonly [name: string, number?: number] {
  const [, name = '', number = ''] = /^(.*\.)(\d{3,4})\.xml$/i.exec(path) ?? [];
  return name === '' ? [''] : [name, Number(number)];
}
