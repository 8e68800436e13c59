// Writes an archive of X for the benchmark of the imports: about 1.2 KB a post, the same bytes each time.
// npx tsx bench/make-x-export.ts FOLDER [posts]
import { writeXExport } from './support/write-x-export.ts';

const [dir, posts = '1000000'] = process.argv.slice(2);
if (dir === undefined) throw new Error('Say where: npx tsx bench/make-x-export.ts FOLDER [posts]');
const { bytes, longTexts, media } = await writeXExport(dir, Number(posts));
console.log(`${posts} posts, ${longTexts} long texts, ${media} pictures, ${(bytes / 1e9).toFixed(2)} GB in ${dir}`);
