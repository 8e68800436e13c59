import { openArchivedBodies } from '../archive/archived-bodies.ts';
import { KnownError } from '../base/known-error.ts';
import type { ArchivedBodies, ArchivedBody } from '../model/archived-bodies.ts';
import type { ArchivePlace } from '../model/post.ts';
import type { SnapshotName } from '../posts/exports/exported-post.ts';

/** Snapshots that are open at once; a workspace may have thousands. */
const MOST_OPEN = 8;

/** Reads media out of as many snapshots as the posts come from. Close it when done. */
export class MediaOfSnapshots {
  readonly #fileOf: (snapshot: SnapshotName | null) => Promise<string | undefined>;
  readonly #open = new Map<string, ArchivedBodies>();

  constructor(fileOf: (snapshot: SnapshotName | null) => Promise<string | undefined>) {
    this.#fileOf = fileOf;
  }

  /** @throws KnownError `archive.no-body`, and those of opening a WACZ */
  async open(place: ArchivePlace, snapshot: SnapshotName | null): Promise<ArchivedBody> {
    const file = await this.#fileOf(snapshot);
    if (file === undefined) {
      throw new KnownError('archive.no-body', `The snapshot that has ${place.url} is not known any more.`);
    }
    return (await this.#bodiesOf(file)).open(place);
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map((bodies) => bodies.close()));
  }

  async #bodiesOf(file: string): Promise<ArchivedBodies> {
    const known = this.#open.get(file);
    const bodies = known ?? (await openArchivedBodies(file));
    // The one that was used last stands last.
    this.#open.delete(file);
    this.#open.set(file, bodies);
    const [oldest] = this.#open;
    if (this.#open.size > MOST_OPEN && oldest !== undefined) {
      this.#open.delete(oldest[0]);
      await oldest[1].close();
    }
    return bodies;
  }
}
