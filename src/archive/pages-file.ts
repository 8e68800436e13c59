import type { PageCapture, UnchangedPage } from '../model/page.ts';
import { AppendFile } from './append-file.ts';
import { readLines } from './read-lines.ts';

const HEADER = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };

export interface FrontPage {
  readonly url: string;
  readonly title: string;
  /** WARC-Date of its record. */
  readonly at: Date;
}

interface PageLine {
  readonly url: string;
  readonly ts: string;
  readonly title: string;
  readonly seed: boolean;
}

/** `pages/pages.jsonl`: a header line, then a line a page in the order they came. */
export class PagesFile {
  readonly #file: AppendFile;
  #begun: boolean;

  private constructor(file: AppendFile) {
    this.#file = file;
    this.#begun = file.bytes > 0;
  }

  static async create(path: string): Promise<PagesFile> {
    return new PagesFile(await AppendFile.create(path));
  }

  /** Opens the file of an earlier process and cuts it where that was safe. @throws Error when it is shorter */
  static async reopen(path: string, bytes: number): Promise<PagesFile> {
    return new PagesFile(await AppendFile.reopen(path, bytes));
  }

  get bytes(): number {
    return this.#file.bytes;
  }

  /** Waits until all of it is on the disk. */
  async flush(): Promise<void> {
    await this.#file.flush();
  }

  /** @param date WARC-Date of the page's record, so that url and ts together lead to one index line */
  async add(page: PageCapture, date: Date): Promise<void> {
    await this.#begin();
    await this.#appendLine(pageLine(page, date));
  }

  /** @param line as the earlier snapshot has it */
  async addUnchanged(line: Readonly<Record<string, unknown>>, now: UnchangedPage): Promise<void> {
    await this.#begin();
    await this.#appendLine(unchangedLine(line, now));
  }

  /**
   * The page a reader should see first: the one with this address, else the first seed, else the first of all.
   * @returns undefined when there is no page
   */
  async frontPage(url: string): Promise<FrontPage | undefined> {
    let best: FrontPage | undefined;
    let isSeed = false;
    for await (const text of readLines(this.#file.path)) {
      const line = JSON.parse(Buffer.from(text, 'latin1').toString('utf8')) as Partial<PageLine>;
      if (line.url === undefined || line.ts === undefined) continue;
      const page = { url: line.url, title: line.title ?? '', at: new Date(line.ts) };
      if (page.url === url) return page;
      if (best === undefined || (line.seed === true && !isSeed)) best = page;
      isSeed ||= line.seed === true;
    }
    return best;
  }

  /** Safe to call twice. */
  async finish(): Promise<void> {
    await this.#begin();
    await this.#file.close();
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await this.#file.close();
  }

  async #begin(): Promise<void> {
    if (this.#begun) return;
    await this.#appendLine(HEADER);
    this.#begun = true;
  }

  async #appendLine(json: object): Promise<void> {
    const end = this.#file.bytes;
    try {
      await this.#file.append(Buffer.from(`${JSON.stringify(json)}\n`, 'utf8'));
    } catch (error) {
      await this.#file.takeBack(end);
      throw error;
    }
  }
}

/** @see WACZ 1.1.1, "pages.jsonl"; what goes beyond url, ts, title, id and text follows Browsertrix */
function pageLine(page: PageCapture, date: Date): object {
  return {
    id: page.id,
    url: page.url,
    ts: date.toISOString(),
    title: page.title,
    status: page.status,
    mime: page.mime,
    depth: page.depth,
    ...(page.isSeed ? { seed: true } : {}),
    ...(page.finalUrl === page.url ? {} : { finalUrl: page.finalUrl }),
    ...(page.language === '' ? {} : { language: page.language }),
    text: page.text,
  };
}

/** All of it is as it was when the page was opened, but for how this crawl came to it and when it was checked. */
function unchangedLine(
  { depth: _, seed: __, checked: ___, text, ...line }: Readonly<Record<string, unknown>>,
  { depth, isSeed, checkedAt }: UnchangedPage,
): object {
  return { ...line, depth, ...(isSeed ? { seed: true } : {}), checked: checkedAt, text };
}
