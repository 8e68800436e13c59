import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readWaczPages } from '../../dist/archive/wacz-read.js';
import { openWaczFiles } from '../../dist/archive/wacz-read-files.js';

/** What a tool has kept. */
export interface Archived {
  /** A page, by its address. */
  has(url: string): boolean;
  hasPicture(url: string): Promise<boolean>;
}

export type Tool = (url: string, folder: string, browser: string) => Promise<Archived>;

export const run = promisify(execFile);

export const takeWithLastpost: Tool = async (url, folder, browser) => {
  mkdirSync(folder);
  const file = join(folder, 'out.wacz');
  const program = fileURLToPath(new URL('../../bin/lastpost.js', import.meta.url));
  // Exit code 3 means gaps; what is there counts here.
  await run(process.execPath, [program, 'snapshot', 'take', url, '--out', file, '--browser', browser]).catch(
    () => undefined,
  );
  const pages = new Set<string>();
  for await (const page of readWaczPages(file)) pages.add(page.url);
  const files = await openWaczFiles(file);
  const index = (await files.text('indexes/index.cdx')) ?? '';
  await files.close();
  return {
    has: (page) => pages.has(page),
    hasPicture: async (picture) => index.includes(`"url":"${picture}"`),
  };
};

/** The bytes that the site serves, to know them again in a file that does not name them. */
export async function served(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}
