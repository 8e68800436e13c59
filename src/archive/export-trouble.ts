import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { printable } from './verify-findings.ts';

const FETCH_OR_UNPACK =
  'Fetch it from the platform again. If another program unpacks it without a complaint, unpack it and give the folder.';

/** `export.damaged` for a ZIP whose structure contradicts itself. */
export function damagedZip(name: string, why: string): KnownError {
  return new KnownError('export.damaged', `${name} is damaged: ${why}`, { hint: FETCH_OR_UNPACK });
}

/** `export.damaged` for one file in a ZIP. */
export function damagedFile(name: string, path: string, why: string): KnownError {
  return new KnownError('export.damaged', `"${printable(path)}" in ${name} is damaged: ${why}`, {
    hint: FETCH_OR_UNPACK,
  });
}

export function truncatedZip(name: string, bytes: number): KnownError {
  const message = `${name} stops after ${bytes} bytes, before the list of its files: the download was probably broken off.`;
  return new KnownError('export.truncated', message, {
    hint: 'Fetch this file from the platform again, and wait until it has come in whole.',
  });
}

export function splitZip(name: string): KnownError {
  return new KnownError('export.multi-disk', `${name} is one piece of a ZIP that was cut into several.`, {
    hint: 'Join the pieces first (zip -s 0 NAME.zip --out joined.zip joins .z01, .z02 … .zip; for .zip.001, .zip.002 … put them one behind the other), then give the joined file.',
  });
}

export function bomb(name: string, why: string): KnownError {
  return new KnownError('export.bomb', `${name} is not opened: ${why}`, {
    hint: 'Files of this kind are made to fill a disk. If you trust where it comes from, unpack it yourself and give the folder.',
  });
}

export function unsupported(name: string, path: string, method: string): KnownError {
  const message = `"${printable(path)}" in ${name} is packed with ${method}, which cannot be read here.`;
  return new KnownError('export.unsupported', message, {
    hint: 'Unpack the file with another program (7-Zip, The Unarchiver), and give the folder.',
  });
}

export function encrypted(name: string, path: string): KnownError {
  return new KnownError('export.encrypted', `"${printable(path)}" in ${name} is encrypted.`, {
    hint: 'Unpack the file with its password, and give the folder.',
  });
}

export function emptyExport(name: string, what: string): KnownError {
  return new KnownError('export.empty', `${name} ${what}.`, { hint: 'Fetch it from the platform again.' });
}

/** A system's refusal to read as `export.unreadable`; any other error as it is. */
export function explainUnreadable(name: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (cause instanceof KnownError || code === undefined || code === 'ABORT_ERR') return cause;
  return new KnownError('export.unreadable', `${printable(name)} cannot be read (${code}).`, {
    hint: 'Check that the file is still there, that you may read it, and that its disk is well.',
    cause,
  });
}
