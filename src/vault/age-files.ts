import { ReadableStream as WebStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { KnownError } from '../base/known-error.ts';

/** How people call it, and how age's own program names it. */
export const AGE_SUFFIX = '.age';

/**
 * Encrypts to every one of `recipients` (`age1…`): each of their identities alone opens it.
 * @throws KnownError `vault.bad-recipient`
 * @see https://age-encryption.org/v1
 */
export async function* encryptTo(
  recipients: readonly string[],
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch (error) {
    throw badRecipient(error);
  }
  yield* (await encrypter.encrypt(webStream(plain))) as unknown as AsyncIterable<Uint8Array>;
}

/**
 * @param identity what `age-keygen` writes: lines with AGE-SECRET-KEY-1…, others are left out
 * @throws KnownError `vault.wrong-identity` when it opens nothing here, or the file was changed
 */
export async function* decryptWith(identity: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  const keys = identity.split(/\s+/).filter((word) => word.startsWith('AGE-SECRET-KEY-'));
  try {
    for (const key of keys) decrypter.addIdentity(key);
    if (keys.length === 0) throw new Error('There is no AGE-SECRET-KEY in it.');
    yield* (await decrypter.decrypt(webStream(sealed))) as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw error instanceof KnownError ? error : wrongIdentity(error as Error);
  }
}

function badRecipient(cause: unknown): KnownError {
  return new KnownError('vault.bad-recipient', 'One of archive.vault.encrypt.recipients is no recipient of age.', {
    hint: 'They begin with age1; "age-keygen" makes one together with its identity.',
    exitCode: 2,
    cause,
  });
}

function wrongIdentity(cause: Error): KnownError {
  const hint =
    'Name the identity that belongs to one of the recipients under archive.vault.encrypt.identity. Without it nobody can ' +
    'read the file, we neither.';
  return new KnownError('vault.wrong-identity', `The identity does not open this file: ${cause.message}`, {
    hint,
    cause,
  });
}

function webStream(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return WebStream.from(pieces) as unknown as ReadableStream<Uint8Array>;
}
