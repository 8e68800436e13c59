import { readWaczSummary, type WaczSummary } from '../archive/wacz-read.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { type FoundSnapshot, findSnapshot } from './find-snapshot.ts';

export interface ShownSnapshot extends FoundSnapshot {
  /** What the file says of itself; nothing of it is verified. */
  readonly summary: WaczSummary;
}

/**
 * Opens a snapshot far enough to say what is in it; reads no WARC, so it is quick for any size.
 * @throws KnownError those of `findSnapshot`, `verify.not-a-wacz`, `verify.unreadable`, `wacz.damaged`
 */
export async function showSnapshot(name: string, place: WorkspacePlace, maxPages: number): Promise<ShownSnapshot> {
  const found = await findSnapshot(name, place);
  return { ...found, summary: await readWaczSummary(found.file, { maxPages }) };
}
