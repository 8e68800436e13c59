import { cutLines } from './verify-lines.ts';
import { openWaczFiles } from './wacz-read-files.ts';

/** One line of a file in a WACZ; `text` is undefined where it is too long to be read. */
export interface NumberedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | undefined;
}

/**
 * The lines of one text file of a WACZ, read in pieces; none when there is no such file. Empty lines are passed over.
 * @throws KnownError `verify.no-such-file`, `verify.unreadable`, `verify.not-a-wacz`, `wacz.damaged`
 */
export async function* readNumberedLines(file: string, path: string): AsyncGenerator<NumberedLine> {
  const files = await openWaczFiles(file);
  try {
    let found: NumberedLine[] = [];
    const lines = cutLines({
      line: (line, _at, number) => line.length > 0 && found.push({ number, text: line.toString('utf8') }),
      tooLong: (_at, number) => found.push({ number, text: undefined }),
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

/** True when the WACZ has a file of that path. Same errors as `readNumberedLines`. */
export async function hasWaczFile(file: string, path: string): Promise<boolean> {
  const files = await openWaczFiles(file);
  try {
    return files.list.some((known) => known.path === path);
  } finally {
    await files.close();
  }
}
