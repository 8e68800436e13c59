import { cutLines, parseObject } from './verify-lines.ts';
import type { WaczFiles } from './wacz-read-files.ts';

/** One line of pages.jsonl. */
export interface WaczPage {
  readonly id: string | null;
  readonly url: string;
  /** As written, RFC 3339. */
  readonly ts: string | null;
  readonly title: string | null;
  /** HTTP status, where the tool wrote it. */
  readonly status: number | null;
}

/** Pages in the order they stand; lines that are none are passed over, `verify` reports them. */
export async function* pagesIn(files: WaczFiles): AsyncGenerator<WaczPage> {
  let found: WaczPage[] = [];
  const lines = cutLines({
    line(line) {
      const page = pageOf(line.toString('utf8'));
      if (page !== undefined) found.push(page);
    },
    tooLong: () => undefined,
  });
  for await (const chunk of files.read('pages/pages.jsonl')) {
    lines.update(chunk, 0);
    yield* found;
    found = [];
  }
  lines.end();
  yield* found;
}

function pageOf(line: string): WaczPage | undefined {
  const json = parseObject(line);
  if (json === undefined || typeof json.url !== 'string') return undefined;
  const { id, url, ts, title, status } = json;
  return {
    id: typeof id === 'string' ? id : null,
    url,
    ts: typeof ts === 'string' ? ts : null,
    title: typeof title === 'string' ? title : null,
    status: typeof status === 'number' ? status : null,
  };
}
