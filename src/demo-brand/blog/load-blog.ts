import { readdirSync, readFileSync } from 'node:fs';
import { demoFolder } from '../http/asset-folder.ts';
import {
  type Blog,
  type BlogComment,
  type BlogPage,
  type BlogPost,
  type BlogTerms,
  LANGUAGES,
  type Language,
} from './blog.ts';

interface SourceFile {
  readonly fields: ReadonlyMap<string, string>;
  readonly markdown: string;
}

/** Reads every text of the demo blog from `demo/blog/`, newest post first. */
export function loadBlog(addresses: Pick<Blog, 'origin' | 'socialUrl' | 'fediverseUrl' | 'embedUrl'>): Blog {
  const comments = readJson<Record<string, readonly BlogComment[]>>('comments.json');
  const posts = LANGUAGES.flatMap((language) =>
    readFolder(`posts/${language}`).map((file) => toPost(language, file, comments)),
  );
  return {
    ...addresses,
    posts: posts.sort((a, b) => b.date.localeCompare(a.date)),
    pages: LANGUAGES.flatMap((language) => readFolder(`pages/${language}`).map((file) => toPage(language, file))),
    terms: readJson<BlogTerms>('terms.json'),
  };
}

/** The posts that the demo brand has not written yet when it is first served, newest first. */
export function loadLaterPosts(): readonly BlogPost[] {
  const posts = readFolder('later').map((file) => toPost(languageOf(file), file, {}));
  return posts.sort((a, b) => b.date.localeCompare(a.date));
}

function languageOf(file: SourceFile): Language {
  return needed(file, 'category') === 'company' ? 'en' : 'de';
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, demoFolder('blog/')), 'utf8')) as T;
}

function readFolder(name: string): readonly SourceFile[] {
  const folder = new URL(`${name}/`, demoFolder('blog/'));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => parseSource(file, readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')));
}

function parseSource(file: string, text: string): SourceFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (match === null) throw new Error(`demo/blog: ${file} does not begin with front matter.`);
  const [, head = '', markdown = ''] = match;
  const fields = head.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { fields: new Map(fields), markdown };
}

function needed(file: SourceFile, name: string): string {
  const value = file.fields.get(name);
  if (value === undefined) throw new Error(`demo/blog: "${file.fields.get('title')}" has no ${name}.`);
  return value;
}

function toPost(
  language: Language,
  file: SourceFile,
  comments: Readonly<Record<string, readonly BlogComment[]>>,
): BlogPost {
  const slug = needed(file, 'slug');
  const date = needed(file, 'date');
  return {
    id: Number(needed(file, 'id')),
    language,
    slug,
    path: `/${language}/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}/`,
    title: needed(file, 'title'),
    date,
    author: needed(file, 'author'),
    category: needed(file, 'category'),
    tags: needed(file, 'tags').split(/, */).filter(Boolean),
    image: needed(file, 'image'),
    imageAlt: needed(file, 'alt'),
    excerpt: needed(file, 'excerpt'),
    translation: file.fields.get('translation'),
    markdown: file.markdown,
    comments: comments[slug] ?? [],
  };
}

function toPage(language: Language, file: SourceFile): BlogPage {
  const slug = needed(file, 'slug');
  return {
    id: Number(needed(file, 'id')),
    language,
    slug,
    path: `/${language}/${slug}/`,
    title: needed(file, 'title'),
    kind: (file.fields.get('kind') ?? 'plain') as BlogPage['kind'],
    translation: file.fields.get('translation'),
    markdown: file.markdown,
  };
}
