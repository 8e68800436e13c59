import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const script = '#!/bin/sh\n# A page that is archived starts no program of this machine.\nexit 0\n';

/**
 * On Linux, Chromium hands `mailto:` and the like to `xdg-open` without asking anybody. This puts one that does nothing
 * before it on the browser's path.
 * @param folder the browser's own, removed with it
 * @returns the environment for the browser; undefined on other systems, where nothing has to be changed or can be
 */
export async function withoutPrograms(folder: string): Promise<Record<string, string> | undefined> {
  if (process.platform !== 'linux') return undefined;
  const place = join(folder, 'no-programs');
  await mkdir(place, { recursive: true });
  const file = join(place, 'xdg-open');
  await writeFile(file, script);
  await chmod(file, 0o755);
  const environment = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(environment), PATH: [place, process.env.PATH ?? ''].join(delimiter) };
}
