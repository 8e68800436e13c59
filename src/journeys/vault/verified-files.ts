import { appendFile, readFile } from 'node:fs/promises';
import { isDelta } from './stored-name.ts';

/** A stored file under the tag that it had when it was read. */
export interface TaggedFile {
  readonly key: string;
  readonly tag: string;
}

export interface VerifiedFile extends TaggedFile {
  /** Of the WACZ or export that it stands for. */
  readonly sha256: string;
  /** The files that it takes bytes from; it is sound only as long as they are what they were. */
  readonly sources: readonly TaggedFile[];
}

/** What `vault verify` found sound: the next one reads only what is new or was touched since. */
export interface VerifiedFiles {
  /** @param tagOf the tag that a key has now; undefined when it is not there */
  has(file: Omit<VerifiedFile, 'sources'>, tagOf: (key: string) => string | undefined): boolean;
  add(file: VerifiedFile): Promise<void>;
}

/** @param file one JSON line for each; a line that a kill cut off is none */
export async function openVerified(file: string, place: string): Promise<VerifiedFiles> {
  const known = new Map<string, (readonly TaggedFile[])[]>();
  const headOf = ({ key, tag, sha256 }: Omit<VerifiedFile, 'sources'>) => JSON.stringify([place, key, tag, sha256]);
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = new Set(text.split('\n'));
  const learn = (head: string, sources: readonly TaggedFile[]): void => {
    known.set(head, [...(known.get(head) ?? []), sources]);
  };
  for (const line of lines) {
    const parsed = parseLine(line);
    if (parsed !== undefined) learn(JSON.stringify(parsed.head), parsed.sources);
  }
  return {
    has: (wanted, tagOf) =>
      (known.get(headOf(wanted)) ?? []).some(
        // Lines of before said nothing of sources.
        (sources) =>
          (sources.length > 0 || !isDelta(wanted.key)) && sources.every(({ key, tag }) => tagOf(key) === tag),
      ),
    add: async (sound) => {
      const head = headOf(sound);
      const sources = sound.sources.map(({ key, tag }) => [key, tag]);
      const line = sources.length === 0 ? head : `${head.slice(0, -1)},${JSON.stringify(sources)}]`;
      // The line break comes first: after a half line of a killed process a whole one begins anew.
      if (lines.has(line)) return;
      await appendFile(file, `\n${line}`);
      lines.add(line);
      learn(head, sound.sources);
    },
  };
}

function parseLine(line: string): { readonly head: unknown; readonly sources: readonly TaggedFile[] } | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    if (!Array.isArray(parsed)) return undefined;
    const sources = (parsed[4] ?? []) as readonly (readonly [string, string])[];
    return { head: parsed.slice(0, 4), sources: sources.map(([key, tag]) => ({ key, tag })) };
  } catch {
    return undefined;
  }
}
