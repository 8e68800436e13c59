import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KnownError } from '../base/known-error.ts';
import type { EvidenceInput } from '../model/run/run-requests.ts';

/** Where a person stands while they name files. */
export interface EvidencePlace {
  readonly cwd: string;
  /** Their own folder, for `~/`: no shell puts it in after an `=`. */
  readonly home: string;
  look(path: string): 'file' | 'folder' | 'nothing';
}

type Value = Omit<EvidenceInput, 'id'>;

const ID = /^([A-Za-z0-9_][A-Za-z0-9_-]*)=(.*)$/s;
const PREFIX = /^(file|url|text):(.*)$/is;
const ADDRESS = /^https?:\/\//i;
/** Endings of what people keep as evidence: a text that ends so is a file that was mistyped. */
const FILE_ENDING =
  /\.(png|jpe?g|gif|webp|heic|tiff?|bmp|svg|pdf|eml|msg|mbox|html?|mhtml|txt|md|csv|tsv|json|xml|ya?ml|log|docx?|xlsx?|pptx?|odt|ods|rtf|zip|wacz|warc|gz|mp4|mov|webm|mp3|wav|p7m|sig|asc)$/i;
/** One word with an ending of its own, known or not, such as memo.elm. */
const FILE_WORD = /^\S+\.[a-z][a-z0-9]{0,5}$/i;

/**
 * What somebody hands in as evidence: `screenshot=shot.png`, `https://…`, a path, a text. `file:` (or `@`), `url:` and `text:`
 * in front say outright what it is. What looks like a path has to be there: it never becomes a text in silence.
 * @throws KnownError `evidence.not-found`, `evidence.not-a-file`, `evidence.bad-address`, `evidence.empty`, all with exit code 2
 */
export function readEvidence(given: string, place: EvidencePlace): EvidenceInput {
  const text = given.trim();
  const match = ID.exec(text);
  const [, id = '', rest = ''] = match ?? [];
  if (match === null || isFileWithEquals(text, rest.trim(), place)) return { id: null, ...readValue(text, place) };
  return { id, ...readValue(rest.trim(), place) };
}

/** `a=b.png` can be a file of that name, unless there is a `b.png` as well. */
function isFileWithEquals(whole: string, rest: string, place: EvidencePlace): boolean {
  return place.look(pathOf(whole, place)) === 'file' && place.look(pathOf(rest, place)) !== 'file';
}

/** The same without an id in front, for the answer to a question that is about one piece of evidence. @throws as `readEvidence` */
export function readValue(text: string, place: EvidencePlace): Value {
  if (text.startsWith('@')) return file(some(text.slice(1).trim(), text), place);
  const [, prefix, rest = ''] = PREFIX.exec(text) ?? [];
  switch (prefix?.toLowerCase()) {
    case 'file':
      return file(some(rest.trim(), text), place);
    case 'url':
      return address(some(rest.trim(), text));
    case 'text':
      return { kind: 'text', value: some(rest.trim(), text) };
    default:
      return guessed(some(text, text), place);
  }
}

function guessed(text: string, place: EvidencePlace): Value {
  if (ADDRESS.test(text)) return address(text);
  const isThere = place.look(pathOf(text, place)) !== 'nothing';
  return isThere || looksLikePath(text) ? file(text, place) : { kind: 'text', value: text };
}

function looksLikePath(text: string): boolean {
  return /[/\\]/.test(text) || FILE_ENDING.test(text) || FILE_WORD.test(text);
}

function pathOf(text: string, { cwd, home }: EvidencePlace): string {
  if (/^~[/\\]/.test(text)) return resolve(home, text.slice(2));
  return isAbsolute(text) ? text : resolve(cwd, text);
}

function file(text: string, place: EvidencePlace): Value {
  const path = text.startsWith('//') ? fromFileUrl(`file:${text}`) : pathOf(text, place);
  const found = place.look(path);
  if (found === 'file') return { kind: 'file', value: path };
  if (found === 'folder') {
    throw wrong('evidence.not-a-file', `${path} is a folder.`, 'Name one file; several can be given one by one.');
  }
  throw wrong('evidence.not-found', `There is no file ${path}.`, notFoundHint(text));
}

function notFoundHint(text: string): string {
  if (/^www\.|^[\w-]+(\.[\w-]+)+\/|\.(com|org|net|de|at|ch|eu|social)$/i.test(text))
    return `If it is an address, write it whole: https://${text}`;
  return 'Look at its name and folder. If it is meant as a text, write text: in front of it.';
}

/** `file:///…`, as browsers write it. */
function fromFileUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw wrong('evidence.not-found', `${url} is no file of this machine.`, 'Give its path.', cause);
  }
}

function address(text: string): Value {
  const parsed = ADDRESS.test(text) && !/\s/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (parsed !== undefined && parsed.hostname !== '') return { kind: 'url', value: text };
  throw wrong('evidence.bad-address', `"${text}" is no address.`, 'Write it whole, with https:// or http:// in front.');
}

function some(value: string, given: string): string {
  if (value !== '') return value;
  const message = given === '' ? 'The evidence is empty.' : `"${given}" has nothing behind its first part.`;
  throw wrong('evidence.empty', message, 'Give a file, an address or a text.');
}

function wrong(code: string, message: string, hint: string, cause?: unknown): KnownError {
  return new KnownError(code, message, { hint, exitCode: 2, ...(cause === undefined ? {} : { cause }) });
}
