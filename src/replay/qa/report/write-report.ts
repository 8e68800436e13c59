import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { shortId } from '../../../base/ids.ts';
import { KnownError, systemErrorCode } from '../../../base/known-error.ts';
import { isUnderTheLine, type QaPage, type QaReport, qaVerdicts } from '../../../model/qa.ts';
import type { CheckedPage, PagePictures } from '../check-pages.ts';
import { type EntryPictures, reportEntry } from './report-entry.ts';
import { type ReportFacts, reportFoot, reportHead } from './report-page.ts';

/** A report of a few hundred pages with pictures is some 20 MB, which every browser opens. */
const mostUnder = 300;
const mostOthers = 60;
const pictureWidth = 720;

const kinds = ['captured', 'replayed', 'difference'] as const;

/** Makes a picture small; undefined when it cannot be read. */
export type Shrink = (picture: Buffer, maxWidth: number) => Promise<Buffer | undefined>;

/** Keeps on disk what the report will show of each page, until the order of the pages is known. */
export class ReportWriter {
  readonly #folder: string;
  readonly #shrink: Shrink;
  readonly #kept = new Set<string>();
  readonly #words = new Map<string, NonNullable<CheckedPage['textDifference']>>();
  #under = 0;
  #others = 0;

  private constructor(folder: string, shrink: Shrink) {
    this.#folder = folder;
    this.#shrink = shrink;
  }

  static async open(shrink: Shrink): Promise<ReportWriter> {
    return new ReportWriter(await mkdtemp(join(tmpdir(), 'lastpost-qa-')), shrink);
  }

  /** Takes what is to be shown of a page. Safe for several pages at once. */
  async add({ page, pictures, textDifference }: CheckedPage, place: number): Promise<void> {
    if (textDifference !== undefined) this.#words.set(page.url, textDifference);
    if (!this.#hasRoom(page)) return;
    this.#kept.add(page.url);
    await this.#keepPictures(pictures, place);
  }

  #hasRoom({ verdict }: QaPage): boolean {
    if (isUnderTheLine(verdict)) {
      this.#under += 1;
      return this.#under <= mostUnder;
    }
    this.#others += 1;
    return this.#others <= mostOthers;
  }

  async #keepPictures(pictures: PagePictures, place: number): Promise<void> {
    for (const kind of kinds) {
      const picture = pictures[kind];
      const small = picture === undefined ? undefined : await this.#shrink(picture, pictureWidth);
      if (small !== undefined) await writeFile(this.#file(place, kind), small);
    }
  }

  #file(place: number, kind: string): string {
    return join(this.#folder, `${place}-${kind}.webp`);
  }

  /**
   * Writes the report, worst pages first; it appears whole or not at all.
   * @param places each page's place as `add` was told it
   * @throws KnownError `qa.cannot-write`
   */
  async write(file: string, report: QaReport, facts: ReportFacts, places: ReadonlyMap<string, number>): Promise<void> {
    const beside = join(dirname(file), `.${basename(file)}.${shortId()}.tmp`);
    try {
      const handle = await open(beside, 'wx');
      try {
        await handle.writeFile(reportHead(report, facts));
        for (const page of worstFirst(report.pages)) {
          const pictures = this.#kept.has(page.url) ? await this.#pictures(places.get(page.url) ?? -1) : undefined;
          await handle.writeFile(reportEntry(page, this.#words.get(page.url), pictures, facts.languages));
        }
        await handle.writeFile(reportFoot(facts));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, file);
    } catch (error) {
      await rm(beside, { force: true });
      throw explainWriting(file, error);
    }
  }

  async #pictures(place: number): Promise<EntryPictures> {
    const read = (kind: string) => readFile(this.#file(place, kind), 'base64').catch(() => undefined);
    const [captured, replayed, difference] = await Promise.all(kinds.map(read));
    return { captured, replayed, difference };
  }

  /** Removes what was kept. Safe to call twice. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function explainWriting(file: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new KnownError('qa.cannot-write', `The report ${file} cannot be written (${code}).`, {
    hint: 'See to the folder, the rights and the room there, or choose another place with --report FILE.',
    cause,
  });
}

/** By verdict, then by the lowest score, then as in the snapshot. */
export function worstFirst(pages: readonly QaPage[]): QaPage[] {
  const rank = ({ verdict }: QaPage) => qaVerdicts.indexOf(verdict);
  const lowest = ({ picture, text }: QaPage) => Math.min(picture ?? 1, text ?? 1);
  return [...pages].sort(
    (a, b) => rank(a) - rank(b) || lowest(a) - lowest(b) || b.resources.missing.length - a.resources.missing.length,
  );
}
