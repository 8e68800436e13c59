import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { sha256 } from '../base/digest.ts';
import { systemErrorCode } from '../base/known-error.ts';
import type { PlaybookOrigin } from '../model/playbook/playbook.ts';
import type { WorkspacePaths } from '../workspace/paths.ts';

function fileOf({ originals }: WorkspacePaths, { sha256: digest }: PlaybookOrigin): string {
  return join(originals, `${digest.slice('sha256:'.length)}.yaml`);
}

/** Keeps what a playbook was copied from. Safe to call again: the same is kept once. */
export async function keepOriginal(paths: WorkspacePaths, origin: PlaybookOrigin, bytes: Uint8Array): Promise<void> {
  await mkdir(paths.originals, { recursive: true });
  await writeFileAtomic(fileOf(paths, origin), bytes);
}

/** What a playbook was copied from, or undefined: it was never kept here, or is not what it was any more. */
export async function findOriginal(paths: WorkspacePaths, origin: PlaybookOrigin): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(fileOf(paths, origin));
    return sha256(bytes) === origin.sha256 ? bytes : undefined;
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
}
