import type { Sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { Signer } from '../model/signer.ts';
import { derOfSides, publicKeyPem } from './signature-files.ts';
import { addPieces, zipPieces } from './zip-pieces.ts';

/** One file of a signed archive. */
export interface SignedFile {
  /** With `/`, relative. */
  readonly path: string;
  /** What it has to be; null where nothing was written down. */
  readonly sha256: Sha256 | null;
  /** Its bytes, asked for once. */
  open(signal: AbortSignal): AsyncIterable<Uint8Array | string>;
}

export const SUMS = 'SHA256SUMS';

/**
 * The bytes of a ZIP of these files in this order, and after them SHA256SUMS over all of them, as `sha256sum -c` reads it;
 * SHA256SUMS.sig, the signature over that file in DER; and signing-key.pub.pem. Each file is read once, and a chunk of it
 * held: what is hashed is what is packed. The same files, date and a deterministic signer give the same bytes.
 * @param date the one date of all entries; 1980–2043
 * @throws KnownError `archive.file-changed` when a file is not what it has to be, and what opening it throws
 */
export function packSigned(
  files: AsyncIterable<SignedFile> | Iterable<SignedFile>,
  { date, signer, signal }: { readonly date: Date; readonly signer: Signer; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array> {
  return zipPieces(date, async (zip) => {
    const sums: string[] = [];
    for await (const file of files) {
      signal.throwIfAborted();
      const { hash } = await addPieces(zip, file.path, asBytes(file.open(signal), signal));
      if (file.sha256 !== null && hash !== file.sha256) throw fileChanged(file.path, file.sha256, hash);
      sums.push(`${hash.slice('sha256:'.length)}  ${file.path}\n`);
    }
    const text = sums.join('');
    await zip.addText(SUMS, text);
    await addPieces(zip, `${SUMS}.sig`, once(derOfSides(signer.sign(text))));
    await zip.addText('signing-key.pub.pem', publicKeyPem(signer));
  });
}

async function* asBytes(pieces: AsyncIterable<Uint8Array | string>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield typeof piece === 'string' ? Buffer.from(piece) : piece;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function fileChanged(path: string, was: Sha256, is: string): KnownError {
  return new KnownError(
    'archive.file-changed',
    `${path} is not what was filed: it hashes to ${is}, and ${was} was written down.`,
    {
      hint: 'Put the file back from a backup. Nothing was written.',
    },
  );
}
