import { KnownError } from '../base/known-error.ts';
import { emptyExport, splitZip } from './export-trouble.ts';
import type { OpenZip } from './export-zip-directory.ts';
import { readZipEnd } from './zip-read-end.ts';
import { readSpan } from './zip-read-span.ts';
import { CENTRAL_SIGNATURE } from './zip-read-types.ts';

const ZIP_STARTS = ['504b0304', '504b0506', '504b3030504b0304'];
/** The first piece of a ZIP that was cut up. @see APPNOTE.TXT 6.3.10, 8.5.3 */
const SPLIT_START = '504b0708';

/** Containers that are no ZIP, by what they begin with. */
const OTHERS: readonly (readonly [at: number, hex: string, what: string])[] = [
  [0, '526172211a07', 'a RAR archive'],
  [0, '377abcaf271c', 'a 7z archive'],
  [0, '1f8b', 'a gzip file (.gz, .tgz)'],
  [0, 'fd377a585a00', 'an xz file'],
  [0, '28b52ffd', 'a Zstandard file'],
  [257, '7573746172', 'a tar archive'],
];
const BZIP2 = /^425a683[1-9]314159265359/;
const HEAD_BYTES = 262;

/** True when the file is a ZIP by its first bytes, whatever its name. */
export async function startsAsZip(handle: OpenZip['handle']): Promise<boolean> {
  const hex = (await readSpan(handle, 0, 8)).toString('hex');
  return [...ZIP_STARTS, SPLIT_START].some((start) => hex.startsWith(start));
}

/**
 * Tells by its bytes whether a given file is a ZIP, or a file to be read as it is.
 * @throws KnownError `export.empty`, `export.multi-disk`, `export.not-a-zip` for other containers, and for what is only named
 * like a ZIP
 */
export async function formOf(file: OpenZip): Promise<'zip' | 'file'> {
  if (file.bytes === 0) throw emptyExport(file.name, 'is empty: it has no bytes at all');
  if (/\.z\d{2,3}$|\.zip\.\d{2,3}$/i.test(file.name)) throw splitZip(file.name);
  const head = await readSpan(file.handle, 0, HEAD_BYTES);
  const hex = head.toString('hex');
  if (ZIP_STARTS.some((start) => hex.startsWith(start))) return 'zip';
  if (hex.startsWith(SPLIT_START)) throw splitZip(file.name);
  const other = BZIP2.test(hex) ? 'a bzip2 file' : OTHERS.find(([at, start]) => hex.startsWith(start, at * 2))?.[2];
  if (other !== undefined) throw otherContainer(file.name, other);
  if (!/\.zip$/i.test(file.name)) return 'file';
  if (await endsAsZip(file)) return 'zip';
  throw onlyNamedZip(file.name, head);
}

/** A ZIP may have other bytes before its first file, or have lost its first ones. */
async function endsAsZip({ handle, bytes }: OpenZip): Promise<boolean> {
  const end = await readZipEnd(handle, bytes, () => undefined);
  if (end === undefined || end.centralAt + end.centralBytes !== end.centralEndAt) return false;
  const start = await readSpan(handle, end.centralAt, 4);
  return start.length === 4 && start.readUInt32LE(0) === CENTRAL_SIGNATURE;
}

function otherContainer(name: string, what: string): KnownError {
  return new KnownError('export.not-a-zip', `${name} is ${what}, not a ZIP.`, {
    hint: 'Unpack it, and give the folder.',
  });
}

function onlyNamedZip(name: string, head: Buffer): KnownError {
  const isPage = /^\s*<(!doctype|html|\?xml)/i.test(head.toString('latin1'));
  if (isPage) {
    return new KnownError('export.not-a-zip', `${name} is a web page, not a ZIP.`, {
      hint: 'Probably a login page was saved in place of the export. Log in to the platform, and fetch the export again.',
    });
  }
  return new KnownError('export.not-a-zip', `${name} is named like a ZIP and is none.`, {
    hint: 'Fetch it from the platform again. If it is a single file of an export, give it the name it had there.',
  });
}
