import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { systemClock } from '../../src/base/clock.ts';
import { initWorkspace } from '../../src/journeys/init-workspace.ts';
import { planSnapshot } from '../../src/journeys/plan-snapshot.ts';
import { takeSnapshot } from '../../src/journeys/take-snapshot.ts';
import type { CompletenessReport } from '../../src/model/completeness.ts';
import type { PlatformId } from '../../src/model/platform.ts';
import type { Post } from '../../src/model/post.ts';
import { textOf, unzipFile } from '../archive/unzip.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TakenChannel {
  readonly posts: readonly Post[];
  readonly report: CompletenessReport;
  /** Everything in the WACZ, by path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

interface ChannelOfTest {
  readonly platform: PlatformId;
  readonly handle: string;
  readonly url: string;
  readonly api?: string;
}

/** A real snapshot of an account, taken by the real journey as a channel of a workspace, read back from its file. */
export async function takeChannel(channel: ChannelOfTest): Promise<TakenChannel> {
  const dir = await temporaryFolder();
  await initWorkspace({ dir, brandName: 'Aurora', languages: ['en'] });
  const yaml = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  const channels = stringify({ channels: [{ id: 'brand', ...channel }] });
  await writeFile(join(dir, 'lastpost.yaml'), `${yaml.replace(/^channels:.*$/m, '')}\n${channels}`);
  const request = { force: false, headed: false, include: [], exclude: [], sitemaps: true, secretParameters: [] };
  const input = await planSnapshot({ ...request, channel: 'brand' }, { cwd: dir, workspaceDir: dir }, systemClock);
  const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
  const { snapshot } = await takeSnapshot(input, context);
  const files = await unzipFile(snapshot.file);
  const lines = files.has('posts/posts.jsonl') ? textOf(files, 'posts/posts.jsonl').trim().split('\n') : [];
  return {
    posts: lines.map((line) => JSON.parse(line) as Post),
    report: JSON.parse(textOf(files, 'reports/completeness.json')) as CompletenessReport,
    files,
  };
}
