import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What of the component is handed to the browser. It stays where npm put it, byte for byte: it is AGPL, we are not. */
export const COMPONENT_FILES = ['ui.js', 'sw.js'] as const;

/** The package's one exported file beside its code; its folder is where ui.js and sw.js are. */
const KNOWN_FILE = 'replaywebpage/index.html';

/**
 * The folder of the optional package `replaywebpage`, looked for beside Lastpost first and then from `fromDir` upwards
 * (a Lastpost that is installed globally does not see what was installed in the folder one works in).
 * @returns undefined when it is not installed, or not whole
 */
export function findReplayComponent(fromDir?: string): string | undefined {
  const bases = [import.meta.url, ...(fromDir === undefined ? [] : [pathToFileURL(join(fromDir, 'here.js')).href])];
  return bases.map(folderSeenFrom).find((folder) => folder !== undefined);
}

function folderSeenFrom(base: string): string | undefined {
  let folder: string;
  try {
    folder = dirname(createRequire(base).resolve(KNOWN_FILE));
  } catch {
    return undefined;
  }
  return COMPONENT_FILES.every((name) => existsSync(join(folder, name))) ? folder : undefined;
}
