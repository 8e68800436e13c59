import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FolderExport } from '../folder-export.ts';
import { PostPaths } from '../post-paths.ts';
import { frontMatter } from './front-matter.ts';
import { postBody } from './post-body.ts';

/** One Markdown file a post, `2024/2024-01-08-guten-morgen.md`, with its media in `media/`. @returns how many posts */
export async function writeMarkdown({ folder, posts, media, signal, onPost }: FolderExport): Promise<number> {
  const paths = new PostPaths();
  let count = 0;
  for await (const exported of posts()) {
    signal.throwIfAborted();
    const placed = await media.place(exported, signal);
    const file = join(folder, `${paths.pathFor(exported.post)}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${frontMatter(exported, placed)}\n${postBody(exported.post, placed)}`);
    count += 1;
    onPost(count);
  }
  return count;
}
