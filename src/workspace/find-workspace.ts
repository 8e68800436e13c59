import { dirname, join, resolve } from 'node:path';
import { pathExists } from '../base/path-exists.ts';
import { CONFIG_NAME } from './paths.ts';

/** The nearest folder from `startDir` upwards that has a lastpost.yaml, absolute; undefined when there is none. */
export async function findWorkspace(startDir: string): Promise<string | undefined> {
  for (let dir = resolve(startDir); ; dir = dirname(dir)) {
    if (await pathExists(join(dir, CONFIG_NAME))) return dir;
    if (dir === dirname(dir)) return undefined;
  }
}
