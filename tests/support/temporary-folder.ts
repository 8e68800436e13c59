import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone when the test is over, or, made in a hook, when the file is. Its path has no symbolic link in it. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(await realpath(tmpdir()), 'lastpost-test-'));
  try {
    onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  } catch {
    // Outside of a test there is none that could be over.
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  }
  return dir;
}
