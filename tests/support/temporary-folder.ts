import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const removal = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
/** Of the file that runs now: files share a process, one after the other. */
let ofFile: string[] = [];

/** An empty folder that is gone when the test is over, or, made in a hook, when the file is. Its path has no symbolic link in it. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(await realpath(tmpdir()), 'lastpost-test-'));
  try {
    onTestFinished(() => rm(dir, removal));
  } catch {
    // Outside of a test there is none that could be over.
    ofFile.push(dir);
  }
  return dir;
}

/** Takes away what was made outside of tests. */
export async function removeFoldersOfFile(): Promise<void> {
  const dirs = ofFile;
  ofFile = [];
  for (const dir of dirs) await rm(dir, removal);
}
