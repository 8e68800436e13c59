import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone when the test is over. Its path has no symbolic link in it. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(await realpath(tmpdir()), 'lastpost-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return dir;
}
