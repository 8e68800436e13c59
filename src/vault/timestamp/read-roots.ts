import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';

const PEM = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----.+?-----END (?:TRUSTED )?CERTIFICATE-----/gs;

/**
 * The certificates in a file: any number as PEM, with whatever stands between them, or one as DER.
 * @throws KnownError `timestamp.bad-ca`
 */
export async function readRoots(path: string): Promise<readonly X509Certificate[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw badRoots(`The file ${path} with the roots of the timestamp authority cannot be read`, error);
  });
  const texts = bytes.toString('latin1').match(PEM) ?? [bytes];
  try {
    return texts.map((one) => new X509Certificate(one));
  } catch (error) {
    throw badRoots(`${path} has no certificates that can be read`, error);
  }
}

function badRoots(message: string, cause: unknown): KnownError {
  const code = systemErrorCode(cause);
  return new KnownError('timestamp.bad-ca', `${message}${code === undefined ? '' : ` (${code})`}.`, {
    hint: 'Get the root from the authority as PEM, and name it under archive.vault.timestamp.ca in lastpost.yaml.',
    exitCode: 2,
    cause,
  });
}
