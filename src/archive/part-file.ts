import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushDirectory } from '../base/atomic-write.ts';
import type { Sha256 } from '../base/digest.ts';
import { takeFreeName } from '../base/free-name.ts';
import { shortId } from '../base/ids.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { AppendFile } from './append-file.ts';

/** @throws KnownError `snapshot.exists` */
export async function refuseExisting(target: string): Promise<void> {
  if (await pathExists(target)) throw alreadyThere(target);
}

/** A file written beside its target, which takes its place whole or not at all. */
export class PartFile {
  readonly #target: string;
  readonly #file: AppendFile;
  readonly #hash = createHash('sha256');

  private constructor(target: string, file: AppendFile) {
    this.#target = target;
    this.#file = file;
  }

  /** Makes the folder if it is not there. */
  static async beside(target: string): Promise<PartFile> {
    await mkdir(dirname(target), { recursive: true });
    return new PartFile(target, await AppendFile.create(`${target}.${shortId()}.part`));
  }

  get bytes(): number {
    return this.#file.bytes;
  }

  async append(chunk: Uint8Array): Promise<void> {
    await this.#file.append(chunk);
    this.#hash.update(chunk);
  }

  /**
   * Flushes and gives the file its name. Call it once, last.
   * @param beforeNamed hears the digest while the file still has its working name
   * @throws KnownError `snapshot.exists` when the target has appeared meanwhile and `force` is false
   */
  async putInPlace(
    force: boolean,
    beforeNamed?: (sha256: Sha256) => Promise<void>,
  ): Promise<{ readonly bytes: number; readonly sha256: Sha256 }> {
    await this.#file.flush();
    await this.#file.close();
    const sha256: Sha256 = `sha256:${this.#hash.digest('hex')}`;
    await beforeNamed?.(sha256);
    if (force) await rename(this.#file.path, this.#target);
    else await this.#takeFreeName();
    await flushDirectory(dirname(this.#target));
    return { bytes: this.#file.bytes, sha256 };
  }

  /** Removes what was written. Safe to call twice, and after an error in `putInPlace`. */
  async discard(): Promise<void> {
    await this.#file.close();
    await rm(this.#file.path, { force: true });
  }

  async #takeFreeName(): Promise<void> {
    try {
      await takeFreeName(this.#file.path, this.#target);
    } catch (error) {
      throw systemErrorCode(error) === 'EEXIST' ? alreadyThere(this.#target, error) : error;
    }
  }
}

function alreadyThere(target: string, cause?: unknown): KnownError {
  return new KnownError('snapshot.exists', `${target} is already there.`, {
    hint: 'Add --force to replace it, or choose another name.',
    cause,
  });
}
