import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type WriteDraftsInput, writeDrafts } from '../../src/journeys/drafts/write-drafts.ts';
import type { ExitFacts } from '../../src/model/farewell/exit-facts.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { exitFacts } from './exit-facts.ts';
import { fixtureTemplates } from './template-shelf.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CONFIG = `version: 1
brand: {name: Brandt & Söhne, languages: [de, en]}
timezone: Europe/Berlin
channels:
  - {id: x, platform: x, url: "https://x.com/brandtsoehne"}
  - {id: fedi, platform: mastodon, url: "https://social.example/@brandtsoehne"}
  - {id: blog, platform: wordpress, url: "https://blog.brandtsoehne.example/"}
people:
  - {id: anna, name: Anna Berg, roles: [brand]}
  - {id: jona, name: Jona Yilmaz, roles: [service]}
`;

export const clock = { now: () => new Date('2027-01-02T10:00:00.000Z') };

/** A workspace with an empty ledger, and drafts out of the small templates. */
export async function draftsWorkspace(exit = '') {
  const dir = await temporaryFolder();
  const paths = workspacePaths(dir);
  await mkdir(paths.internal, { recursive: true });
  await writeFile(paths.config, CONFIG + exit);
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  const place = { cwd: dir };
  const file = (name: string): string => join(paths.drafts, `${name}.md`);
  return {
    dir,
    paths,
    place,
    file,
    text: (name: string) => readFile(file(name), 'utf8'),
    /** Replaces something in a draft's file, as a person would. */
    edit: async (name: string, from: string, to: string) => {
      const before = await readFile(file(name), 'utf8');
      if (!before.includes(from)) throw new Error(`${name} has no "${from}"`);
      await writeFile(file(name), before.replace(from, to));
    },
    write: (changes: Partial<ExitFacts> = {}, input: Partial<WriteDraftsInput> = {}) =>
      writeDrafts({ ...kitInput(changes), drafts: [], dryRun: false, ...input }, place, { clock }),
  };
}

export function kitInput(changes: Partial<ExitFacts> = {}) {
  return { locales: [], channels: [], kinds: [], facts: exitFacts(changes), shipped: fixtureTemplates } as const;
}
