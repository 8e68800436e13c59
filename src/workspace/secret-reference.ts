import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { KnownError, systemErrorCode } from '../base/known-error.ts';

const reference = /^env:([A-Za-z_][A-Za-z0-9_]*)$/;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A value that may be secret: `env:NAME` stands for what the environment has under that name, so that it need not be
 * written into lastpost.yaml or a command line, where others can read it.
 * @throws KnownError `secret.missing`
 */
export function resolveSecret(text: string, environment: Environment = process.env): string {
  const name = reference.exec(text)?.[1];
  if (name === undefined) return text;
  return fromEnvironment(name, environment, `Set it before you run this, or write the value in place of ${text}.`);
}

/**
 * A secret that is only ever named: `env:NAME`, `file:PATH` (relative to `dir`, `~` is the person's own folder) or
 * `keychain:SERVICE/ACCOUNT`. Of a file, white space at its ends is none of the secret.
 * @throws KnownError `secret.missing`, `secret.plain`, `secret.open-file`, `secret.no-keychain`
 */
export async function resolveSecretReference(
  text: string,
  dir: string,
  environment: Environment = process.env,
): Promise<string> {
  const [, kind, where = ''] = /^(env|file|keychain):(.+)$/s.exec(text) ?? [];
  if (kind === 'env') return fromEnvironment(where, environment, 'Set it before you run this.');
  if (kind === 'file') return fromFile(resolve(dir, where.replace(/^~(?=\/)/, homedir())));
  if (kind === 'keychain') return fromKeychain(where);
  throw new KnownError('secret.plain', 'A secret stands where only its place should be named.', {
    hint: 'Write env:NAME, file:PATH or keychain:SERVICE/ACCOUNT, and take the secret out of the file and its history.',
    exitCode: 2,
  });
}

function fromEnvironment(name: string, environment: Environment, hint: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw missing(`The environment has no ${name}.`, hint);
}

async function fromFile(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw missing(`The file ${path} with a secret cannot be read (${systemErrorCode(error)}).`, 'Check its path.');
  });
  // Windows has no such bits, and says 666 of every file.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    const mode = (found.mode & 0o777).toString(8);
    throw new KnownError('secret.open-file', `${path} holds a secret, and others may read it (mode ${mode}).`, {
      hint: `Close it to everybody else: chmod 600 ${path}`,
      exitCode: 2,
    });
  }
  const value = (await readFile(path, 'utf8')).trim();
  if (value !== '') return value;
  throw missing(`The file ${path} with a secret is empty.`, 'Write the secret into it.');
}

async function fromKeychain(where: string): Promise<string> {
  const [service = '', ...account] = where.split('/');
  let value: string | null;
  try {
    // Loaded only here: it is a native library, and not every machine has what it needs.
    const { Entry } = await import('@napi-rs/keyring');
    value = new Entry(service, account.join('/')).getPassword();
  } catch (error) {
    throw noKeychain(where, error as Error);
  }
  if (value !== null && value !== '') return value;
  throw missing(`The keychain has nothing for ${where}.`, 'Enter it there under this service and account.');
}

function noKeychain(where: string, cause: Error): KnownError {
  const hint = 'A server has no keychain that is open: use file:PATH with mode 600, or env:NAME, in its place.';
  const message = `The keychain could not be asked for ${where}: ${cause.message}`;
  return new KnownError('secret.no-keychain', message, { hint, exitCode: 2, cause });
}

function missing(message: string, hint: string): KnownError {
  return new KnownError('secret.missing', message, { hint, exitCode: 2 });
}
