import type { Sha256 } from '../base/digest.ts';
import type { CaptureJournal, CopyEntry } from './capture-journal.ts';
import type { CaptureMemory, Original } from './capture-memory.ts';
import { cdxjLine } from './cdxj.ts';
import type { CdxjSorter } from './cdxj-sorter.ts';
import type { EarlierArchive, EarlierRecord } from './earlier-archive.ts';
import type { Placement, WarcWriter } from './warc-writer.ts';

interface TakeoverParts {
  readonly earlier: EarlierArchive | undefined;
  readonly warc: WarcWriter;
  readonly journal: CaptureJournal;
  readonly index: CdxjSorter;
  readonly memory: CaptureMemory;
}

/** Brings records of an earlier snapshot into the one in the making, bit for bit and each body once. */
export class Takeover {
  readonly #parts: TakeoverParts;

  constructor(parts: TakeoverParts) {
    this.#parts = parts;
  }

  /** The answer that the earlier snapshot has with these bytes, now in this one as well; undefined when there is none. */
  async original(address: string, digest: Sha256): Promise<Original | undefined> {
    const { earlier, warc, journal, index, memory } = this.#parts;
    const known = await memory.copyOf(address, digest);
    if (known !== undefined) return known;
    const same = await earlier?.find(address, digest);
    if (same === undefined) return undefined;
    const { url, id, at, sha256: payload } = same;
    const { line, placement } = await this.copy(same);
    const entry: CopyEntry = { kind: 'copy', line, url, id, dateMs: Date.parse(at), payload };
    const offset = await journal.append(entry).catch(async (error: unknown) => {
      await warc.takeBack(placement);
      throw error;
    });
    index.add(line);
    memory.rememberCopy(entry, offset);
    return { url, id, date: at };
  }

  /** `line` is the one that it has in the earlier snapshot, but for its place. Who calls has to remember it. */
  async copy(record: EarlierRecord): Promise<{ readonly line: string; readonly placement: Placement }> {
    const { url, at, mime, status, sha256: digest } = record;
    const placement = await this.#parts.warc.copy(record.bytes());
    return { line: cdxjLine({ url, date: new Date(at), digest, mime, status, placement }), placement };
  }
}
