import type { ExportFile, ExportTree } from '../../model/official-export.ts';
import { makeMedia, type PostAuthor, type PostMedia } from '../../model/post.ts';
import { nestsTooDeep } from '../reading/export/deep-markup.ts';
import { MediaFinder } from '../reading/export/export-files.ts';
import { readXmlRecords, type XmlNode, xmlChild, xmlText } from '../reading/export/xml-records.ts';
import { kindOf } from '../reading/feed-media.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asUrl } from '../reading/json-reader.ts';
import { fileOf } from './read-media.ts';
import { plainTitle } from './read-post.ts';

/** Items and people; a number of a post outside of any item is what is left of one that was damaged. */
export function isRecord(path: readonly string[]): boolean {
  const name = path.at(-1);
  return name === 'item' || name === 'wp:author' || name === 'wp:post_id';
}

/** The value of an item's postmeta. */
export function metaOf(item: XmlNode, key: string): string | null {
  const found = item.children.find((child) => child.name === 'wp:postmeta' && xmlText(child, 'wp:meta_key') === key);
  return found === undefined ? null : xmlText(found, 'wp:meta_value');
}

interface Upload {
  readonly url: string;
  readonly alt: string | null;
  readonly parent: string;
}

/** What posts refer to: who writes, and the media library. Holds names and addresses, no texts. */
export class WxrLibrary {
  /** Home of the site; relative addresses are resolved with it. */
  readonly base: string;
  /** Posts of which only the local time is known. */
  undated = 0;
  readonly #authors = new Map<string, PostAuthor>();
  readonly #authorIds = new Set<string>();
  readonly #uploads = new Map<string, Upload>();
  readonly #shown = new Set<string>();
  readonly #files: MediaFinder;
  #byParent: Map<string, string[]> | undefined;

  private constructor(base: string, tree: ExportTree) {
    this.base = base;
    this.#files = new MediaFinder(tree, /(^|\/)\d{4}\/\d{2}\/[^/]+$/);
  }

  static async read(
    files: readonly ExportFile[],
    tree: ExportTree,
    base: string,
    signal?: AbortSignal,
  ): Promise<WxrLibrary> {
    const library = new WxrLibrary(base, tree);
    for (const file of files) {
      for await (const { element } of readXmlRecords(file, isRecord, signal)) {
        if (element.name === 'wp:author') library.#addAuthor(element);
        else if (xmlText(element, 'wp:post_type') === 'attachment') library.#addUpload(element);
      }
    }
    return library;
  }

  /** @param login as `dc:creator` has it; an older export has the name there, and nothing else of the person */
  authorOf(login: string | null): PostAuthor | null {
    if (login === null) return null;
    return this.#authors.get(login) ?? { id: null, handle: null, name: plainTitle(login), url: null };
  }

  /** Whether somebody who comments is one of those who write for the site. */
  isAuthor(userId: string): boolean {
    return this.#authorIds.has(userId);
  }

  upload(id: string): PostMedia | undefined {
    const known = this.#uploads.get(id);
    return known === undefined
      ? undefined
      : makeMedia({ url: known.url, kind: kindOf(null, null, known.url), alt: known.alt });
  }

  /** Those that were uploaded for a post: its gallery, where that names none. */
  uploadsOf(post: string): readonly string[] {
    if (this.#byParent === undefined) {
      this.#byParent = new Map();
      for (const [id, { parent }] of this.#uploads) {
        const known = this.#byParent.get(parent);
        if (known === undefined) this.#byParent.set(parent, [id]);
        else known.push(id);
      }
    }
    return this.#byParent.get(post) ?? [];
  }

  /** Remembers what posts show, and finds the files of a media export beside this one: `2024/05/bell.jpg`. */
  shown(media: readonly PostMedia[]): readonly PostMedia[] {
    return media.map((medium) => {
      const urls = [medium.url, ...medium.otherUrls].filter((url) => URL.canParse(url));
      for (const url of urls) this.#shown.add(fileOf(url));
      const file = urls.map((url) => this.#fileAt(url)).find((found) => found !== null);
      return file === undefined || file === null ? medium : { ...medium, file: file.path };
    });
  }

  /** How many media no post shows. */
  unused(): number {
    let count = 0;
    for (const { url } of this.#uploads.values()) if (!this.#shown.has(fileOf(url))) count += 1;
    return count;
  }

  #fileAt(url: string): ExportFile | null {
    const path = /\/(\d{4}\/\d{2}\/[^/]+)$/.exec(new URL(url).pathname)?.[1];
    return path === undefined ? null : this.#files.at(decoded(path));
  }

  #addAuthor(author: XmlNode): void {
    const login = xmlText(author, 'wp:author_login');
    const id = xmlText(author, 'wp:author_id');
    if (login === null || nestsTooDeep(xmlText(author, 'wp:author_display_name'))) return;
    // Some log in with their mail address, which is nobody's business.
    const handle = /^[\w.-]+$/.test(login) ? login : null;
    this.#authors.set(login, { id, handle, name: plainTitle(xmlText(author, 'wp:author_display_name')), url: null });
    if (id !== null && id !== '0') this.#authorIds.add(id);
  }

  #addUpload(item: XmlNode): void {
    const id = xmlText(item, 'wp:post_id');
    const url = asUrl(xmlText(item, 'wp:attachment_url') ?? xmlChild(item, 'guid')?.text, this.base);
    if (id === null || url === null) return;
    const words = xmlText(item, 'excerpt:encoded') ?? '';
    const caption = nestsTooDeep(words) ? null : htmlToText(words).text || null;
    const alt = metaOf(item, '_wp_attachment_image_alt') ?? caption;
    this.#uploads.set(id, { url, alt, parent: xmlText(item, 'wp:post_parent') ?? '0' });
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
