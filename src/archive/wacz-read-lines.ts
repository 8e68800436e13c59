import { cutLines, parseObject } from './verify-lines.ts';
import { openWaczFiles } from './wacz-read-files.ts';

/**
 * The JSON objects of a file of lines in a WACZ, one after the other, such as `posts/posts.jsonl`; none when there is no such
 * file. Lines that are no JSON object are passed over.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function* readWaczLines(file: string, path: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const files = await openWaczFiles(file);
  try {
    let found: Readonly<Record<string, unknown>>[] = [];
    const lines = cutLines({
      line(line) {
        const object = parseObject(line.toString('utf8'));
        if (object !== undefined) found.push(object);
      },
      tooLong: () => undefined,
    });
    for await (const chunk of files.read(path)) {
      lines.update(chunk, 0);
      yield* found;
      found = [];
    }
    lines.end();
    yield* found;
  } finally {
    await files.close();
  }
}
