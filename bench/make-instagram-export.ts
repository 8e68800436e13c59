// An Instagram export as Meta packs it: `your_instagram_activity/media/posts_N.json`, indented, each byte of UTF-8 as an
// escape of its own. The same number of posts gives the same bytes.
// npx tsx bench/make-instagram-export.ts FOLDER [posts] [--media]
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

export interface InstagramExportOptions {
  /** 1 unless said. */
  readonly seed?: number;
  /** Writes a few bytes for each medium as well, but for one in a hundred. */
  readonly withMedia?: boolean;
  /** 10,000 unless said, as in exports of large accounts. */
  readonly postsPerFile?: number;
}

const folder = 'your_instagram_activity/media';
const words =
  'schön Grüße Größe Übermut für heute „Bücher“ Köln Straße – Lesung Tee Café 🎉 ☀️ 📚 neu und mit bei uns wieder Türen offen'.split(
    ' ',
  );

/** Numbers from 0 to 1 that are the same for each run: xorshift of 32 bits. */
function randomOf(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** JSON as Meta writes it, as an item of a list. */
function asMeta(value: unknown): string {
  const garble = (_key: string, inner: unknown) =>
    typeof inner === 'string' ? Buffer.from(inner, 'utf8').toString('latin1') : inner;
  return JSON.stringify(value, garble, 2)
    .replaceAll('\n', '\n  ')
    .replace(/[\u007f-\u00ff]/g, (byte) => `\\u00${byte.charCodeAt(0).toString(16)}`);
}

function captionOf(random: () => number): string {
  const count = 5 + Math.floor(random() * 40);
  const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? '');
  return `${chosen.join(' ')}\n\n#Bücher #nr${Math.floor(random() * 1000)}`;
}

function mediumOf(name: string, time: number, title: string): object {
  const exif = [{ latitude: 53.5, longitude: 10, device_id: 'android-0123456789abcdef', source_type: '4' }];
  const isFilm = name.endsWith('.mp4');
  return {
    uri: name,
    creation_timestamp: time,
    media_metadata: { [isFilm ? 'video_metadata' : 'photo_metadata']: { exif_data: exif } },
    title,
    cross_post_source: { source_app: 'FB' },
  };
}

/** The newest first, ten minutes between them; one in five is a series, one in six a film. */
function postOf(number: number, random: () => number): { readonly post: object; readonly names: readonly string[] } {
  const time = 1_760_000_000 - number * 600;
  const month = new Date(time * 1000).toISOString().slice(0, 7).replace('-', '');
  const count = random() < 0.2 ? 2 + Math.floor(random() * 5) : 1;
  const names = Array.from(
    { length: count },
    (_, place) => `media/posts/${month}/${number}_${place}.${random() < 1 / 6 ? 'mp4' : 'jpg'}`,
  );
  const caption = captionOf(random);
  const media = names.map((name) => mediumOf(name, time, count === 1 ? caption : ''));
  return { post: count === 1 ? { media } : { media, title: caption, creation_timestamp: time }, names };
}

/**
 * Writes an export with as many posts into a folder, one post in memory at a time.
 * @returns the files with posts, and how many bytes they have
 */
export async function writeInstagramExport(
  dir: string,
  posts: number,
  { seed = 1, withMedia = false, postsPerFile = 10_000 }: InstagramExportOptions = {},
): Promise<{ readonly files: readonly string[]; readonly bytes: number }> {
  const random = randomOf(seed);
  const files: string[] = [];
  let bytes = 0;
  await mkdir(join(dir, folder), { recursive: true });
  for (let first = 0; first < posts; first += postsPerFile) {
    const file = join(dir, folder, `posts_${files.length + 1}.json`);
    const end = Math.min(posts, first + postsPerFile);
    const out = createWriteStream(file);
    await pipeline(Readable.from(textOf(first, end, random, withMedia ? dir : undefined)), out);
    bytes += out.bytesWritten;
    files.push(file);
  }
  return { files, bytes };
}

async function* textOf(first: number, end: number, random: () => number, mediaDir?: string): AsyncGenerator<string> {
  yield '[\n';
  for (let number = first; number < end; number += 1) {
    const { post, names } = postOf(number, random);
    if (mediaDir !== undefined) for (const name of names) await writeMedium(mediaDir, name, number);
    yield `  ${asMeta(post)}${number + 1 < end ? ',' : ''}\n`;
  }
  yield ']\n';
}

async function writeMedium(dir: string, name: string, number: number): Promise<void> {
  if (number % 100 === 99) return;
  const path = join(dir, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `not a picture: ${name}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dir = 'instagram-export', posts = '200000'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const { files, bytes } = await writeInstagramExport(dir, Number(posts), {
    withMedia: process.argv.includes('--media'),
  });
  console.log(`${posts} posts in ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
}
