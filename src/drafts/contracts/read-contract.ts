import mammoth from 'mammoth';
import PostalMime from 'postal-mime';
import sanitizeHtml from 'sanitize-html';
import { extractText, getDocumentProxy } from 'unpdf';
import type { UnreadFile } from '../../model/farewell/reports/contracts-report.ts';

/** What a contract says, page by page; one page where it has none. */
export type ReadContract =
  | { readonly pages: readonly string[]; readonly isPaged: boolean }
  | { readonly unread: UnreadFile['why'] };

export const contractKinds = ['txt', 'md', 'eml', 'html', 'htm', 'docx', 'pdf'] as const;

/** @param name of the file; its ending says what it is */
export async function readContract(name: string, bytes: Uint8Array): Promise<ReadContract> {
  const kind = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  try {
    if (kind === 'pdf') return await readPdf(bytes);
    const text = await readText(kind, bytes);
    if (text === null) return { unread: 'unknown-kind' };
    return text.trim() === '' ? { unread: 'no-text' } : { pages: [text], isPaged: false };
  } catch (error) {
    // Each library has errors of its own for a file that is not what its name says.
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { unread: isLocked ? 'encrypted' : 'broken' };
  }
}

async function readPdf(bytes: Uint8Array): Promise<ReadContract> {
  // The library takes the bytes away from whoever gives them.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const { text } = await extractText(pdf, { mergePages: false });
    // A scan has pages and no letters on them.
    return text.every((page) => page.trim() === '') ? { unread: 'no-text' } : { pages: text, isPaged: true };
  } finally {
    await pdf.destroy();
  }
}

async function readText(kind: string, bytes: Uint8Array): Promise<string | null> {
  if (kind === 'docx') return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  if (kind === 'eml') {
    const { subject = '', text, html = '' } = await PostalMime.parse(bytes);
    return `${subject}\n\n${text?.trim() ? text : plainOf(html)}`;
  }
  const text = new TextDecoder().decode(bytes);
  if (kind === 'html' || kind === 'htm') return plainOf(text);
  return kind === 'txt' || kind === 'md' ? text : null;
}

function plainOf(html: string): string {
  const broken = html.replace(/<(?:br|\/(?:p|div|li|tr|h[1-6]|title))\b[^>]*>/gi, '\n\n');
  const plain = sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} });
  return plain
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
