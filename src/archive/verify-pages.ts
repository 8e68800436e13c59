import type { Report } from './verify-findings.ts';
import { hashText } from './verify-hash-text.ts';
import { cutLines, parseObject } from './verify-lines.ts';
import { isAmong } from './verify-record-table.ts';
import { isRfc3339 } from './verify-time.ts';

/**
 * Reads one list of pages and reports lines that are none, and pages that nothing was recorded for.
 * @param addresses hashes of all addresses with a record, sorted
 * @returns the number of pages
 */
export async function checkPages(
  path: string,
  chunks: AsyncIterator<Buffer>,
  addresses: Float64Array,
  report: Report,
): Promise<number> {
  let pages = 0;
  const lines = cutLines({
    line(line, offset, number) {
      if (line.length === 0) return;
      const page = parseObject(line.toString('utf8'));
      const place = { file: path, offset, record: `line ${number}` };
      if (page === undefined) {
        report('pages.line', place, 'This line is no JSON object.');
        return;
      }
      if (number === 1 && page.url === undefined) {
        if (typeof page.format !== 'string')
          report('pages.header', place, 'The first line must name the format of the list.');
        return;
      }
      pages += 1;
      const id = typeof page.id === 'string' ? page.id : place.record;
      checkPage(page, { ...place, record: id }, addresses, report);
    },
    tooLong: (offset, number) =>
      report('pages.line', { file: path, offset, record: `line ${number}` }, 'This line is too long.'),
  });
  let at = 0;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    lines.update(next.value, at);
    at += next.value.length;
  }
  lines.end();
  return pages;
}

function checkPage(
  page: Readonly<Record<string, unknown>>,
  place: { readonly file: string; readonly offset: number; readonly record: string },
  addresses: Float64Array,
  report: Report,
): void {
  const { url, ts } = page;
  if (typeof ts !== 'string' || !isRfc3339(ts)) {
    report('pages.time', place, 'A page must have a "ts" such as 2026-11-23T09:30:00Z.');
  }
  if (typeof url !== 'string' || !URL.canParse(url)) {
    report('pages.url', place, 'A page must have a "url".');
    return;
  }
  // Apps route by the fragment, which is never sent, so a record knows nothing of it.
  const bare = url.replace(/#.*$/, '');
  const isRecorded = [url, bare, new URL(bare).href].some((address) => isAmong(addresses, hashText(address)));
  if (!isRecorded) report('pages.no-record', place, 'Nothing was recorded for the address of this page.');
}
