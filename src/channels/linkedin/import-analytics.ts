import type { Detection, ExportFile, ExportTree } from '../../model/official-export.ts';
import { filesLike, textOf } from '../reading/export/export-files.ts';

const OLE2 = 'd0cf11e0a1b11ae1';
/** Its words stand in one table near the beginning. */
const MAX_BYTES = 2 << 20;

/**
 * The statistics of a company's page: an XLS (OLE2, words as bytes or UTF-16), or an XLSX, which is a ZIP. Looked at for the
 * words of their columns only.
 */
export async function refuseAnalytics(tree: ExportTree): Promise<Detection | undefined> {
  for (const file of filesLike(tree, /(\.xls|(^|\/)xl\/(sharedStrings|worksheets\/sheet\d+)\.xml)$/i)) {
    if (isAnalytics(await wordsOf(file))) return refusal(file);
  }
  return undefined;
}

async function wordsOf(file: ExportFile): Promise<string> {
  if (/\.xml$/i.test(file.path)) return (await textOf(file, MAX_BYTES)) ?? '';
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    pieces.push(chunk.slice());
    bytes += chunk.length;
    if (bytes >= MAX_BYTES) break;
  }
  const all = Buffer.concat(pieces);
  if (all.subarray(0, 8).toString('hex') !== OLE2) return '';
  // Every second byte of UTF-16 is 0 for these words.
  return all.toString('latin1').replaceAll('\0', '');
}

function isAnalytics(words: string): boolean {
  const columns = [
    'Post link',
    'Post title',
    'Impressions',
    'Engagement rate',
    'Click through rate',
    'Total followers',
  ];
  const found = columns.filter((column) => words.includes(column)).length;
  return found >= 3 || (found >= 1 && /linkedin\.com\/(feed\/update|company)\//.test(words));
}

function refusal(file: ExportFile): Detection {
  return {
    kind: 'refused',
    code: 'export.no-posts-in-it',
    message: `${file.path} has LinkedIn's statistics of a page, not its posts.`,
    hint:
      'LinkedIn has no archive of the posts of a company page. Take a snapshot of the page while logged in; for a personal ' +
      'profile, ask for the complete archive under Settings, Data privacy, Get a copy of your data.',
  };
}
