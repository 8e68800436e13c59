import { canonicalJson } from '../base/canonical-json.ts';
import { KnownError } from '../base/known-error.ts';
import type { JournalEntry } from '../model/run/journal-entry.ts';
import { CHAIN_START, type ChainEnd, chainProblem, endOf } from './check-chain.ts';

/** A journal's entry with all that steps may have put into it; whatever is longer is none. */
const MOST_LINE_BYTES = 64 * 1024 * 1024;

/**
 * An entry as one line: canonical JSON (RFC 8785) with both its hashes, ending in a line feed. As its keys are sorted, what
 * was hashed is the line without `"hash":"…","prevHash":"…",`; nothing but texts and numbers stands after it, so the last
 * place where that occurs is the one that is meant.
 */
export function journalLine(entry: JournalEntry): string {
  const { run, seq, step, attempt, epoch, type, at, by, body, prevHash, hash } = entry;
  return `${canonicalJson({ run, seq, step, attempt, epoch, type, at, by, body, prevHash, hash })}\n`;
}

/** A journal as a file, in pieces. */
export async function* journalLines(entries: AsyncIterable<JournalEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield journalLine(entry);
}

/**
 * The entries of such a file, each as soon as its line is there and was found to follow on the one before. That the end is
 * still there, a file cannot tell by itself: hold the last entry against a head that was written down elsewhere.
 * @param pieces bytes of the file, divided anyhow
 * @throws KnownError `journal.not-json`, `journal.not-entry`, `journal.not-canonical`, `journal.broken`, each with the line
 */
export async function* readJournalFile(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<JournalEntry> {
  let end: ChainEnd = CHAIN_START;
  let line = 0;
  for await (const bytes of linesOf(pieces)) {
    line += 1;
    const entry = entryIn(bytes, line);
    const problem = chainProblem(end, entry);
    if (problem !== undefined) throw trouble('journal.broken', line, problem);
    end = endOf(entry);
    yield entry;
  }
  if (line === 0) throw new KnownError('journal.broken', 'The journal is empty.', { hint: HINT });
}

function entryIn(bytes: Buffer, line: number): JournalEntry {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw trouble('journal.not-json', line, `It is no JSON (${(error as Error).message}).`, error);
  }
  if (!isEntry(value)) throw trouble('journal.not-entry', line, 'It is no entry of a journal.');
  // One entry, one line: what could be written in two ways would hide that somebody wrote it anew.
  if (journalLine(value) !== `${text}\n`)
    throw trouble('journal.not-canonical', line, 'It is not written as RFC 8785 has it.');
  return value;
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  const texts = [one.run, one.type, one.at, one.prevHash, one.hash].every((text) => typeof text === 'string');
  const numbers = [one.seq, one.epoch].every((number) => Number.isInteger(number));
  const objects = [one.by, one.body].every((object) => typeof object === 'object' && object !== null);
  return texts && numbers && objects;
}

/** Without their line feeds; a last line without one counts too. */
async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let held = 0;
  let line = 1;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield Buffer.concat([...rest, bytes.subarray(start, end)]);
      [rest, held, start, line] = [[], 0, end + 1, line + 1];
    }
    rest.push(Buffer.from(bytes.subarray(start)));
    held += bytes.length - start;
    if (held > MOST_LINE_BYTES) throw trouble('journal.not-json', line, 'It is longer than any entry.');
  }
  if (held > 0) yield Buffer.concat(rest);
}

const HINT =
  'Take a copy that is whole: the ledger’s own with "lastpost run journal RUN", or one that was filed earlier.';

function trouble(code: string, line: number, says: string, cause?: unknown): KnownError {
  return new KnownError(code, `Line ${line} of the journal: ${says}`, { hint: HINT, cause });
}
