import { appendFile, readFile } from 'node:fs/promises';

/** What `vault verify` found sound: the next one reads only what is new or was touched since. */
export interface VerifiedFiles {
  has(key: string, tag: string, sha256: string): boolean;
  add(key: string, tag: string, sha256: string): Promise<void>;
}

/** @param file one JSON line for each; a line that a kill cut off is none */
export async function openVerified(file: string, place: string): Promise<VerifiedFiles> {
  const known = new Set<string>();
  const text = await readFile(file, 'utf8').catch(() => '');
  for (const line of text.split('\n')) known.add(line);
  const lineOf = (key: string, tag: string, sha256: string) => JSON.stringify([place, key, tag, sha256]);
  return {
    has: (key, tag, sha256) => known.has(lineOf(key, tag, sha256)),
    add: async (key, tag, sha256) => {
      const line = lineOf(key, tag, sha256);
      // The line break comes first: after a half line of a killed process a whole one begins anew.
      if (!known.has(line)) await appendFile(file, `\n${line}`);
      known.add(line);
    },
  };
}
