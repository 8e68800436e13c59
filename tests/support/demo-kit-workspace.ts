import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoExitText } from '../../src/demo-brand/exit/exit-facts.ts';
import { exitPeople } from '../../src/demo-brand/exit/exit-papers.ts';
import { writeDrafts } from '../../src/journeys/drafts/write-drafts.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { addPeopleToWorkspace } from '../../src/workspace/add-people.ts';
import { addExitBlock } from '../../src/workspace/exit-block.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const demoSettings = `version: 1
brand: {name: Brandt & Söhne, languages: [de, en]}
channels:
  - {id: blog, platform: website, url: "https://www.brandt-soehne.example/"}
  - {id: fediverse, platform: mastodon, url: "https://klingelnetz.example/@brandtsoehne"}
  - {id: linkedin, platform: linkedin, url: "https://www.linkedin.com/company/brandt-soehne/"}
  - {id: x, platform: x, url: "https://x.com/brandtsoehne"}
`;

/** The workspace of the demo's exit, without drafts. @param now the last day is the 31 December after it */
export async function demoExitWorkspace(now: Date, changed: (exit: string) => string = (exit) => exit) {
  const dir = await temporaryFolder();
  const paths = workspacePaths(dir);
  await mkdir(paths.internal, { recursive: true });
  await writeFile(paths.config, demoSettings);
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  await addPeopleToWorkspace(dir, exitPeople);
  await addExitBlock(dir, changed(demoExitText(now)));
  return { dir, paths };
}

/** The same with all its drafts written. */
export async function demoKitWorkspace(now: Date, changed?: (exit: string) => string) {
  const { dir, paths } = await demoExitWorkspace(now, changed);
  const wishes = { locales: [], channels: [], kinds: [], drafts: [], dryRun: false };
  await writeDrafts(wishes, { cwd: dir }, { clock: { now: () => now } });
  const file = (name: string): string => join(paths.drafts, `${name}.md`);
  return {
    dir,
    paths,
    file,
    read: (name: string) => readFile(file(name), 'utf8'),
    /** Replaces something in a draft's file, as a person would. */
    edit: async (name: string, from: string, to: string): Promise<void> => {
      const before = await readFile(file(name), 'utf8');
      if (!before.includes(from)) throw new Error(`${name} has no "${from}"`);
      await writeFile(file(name), before.replace(from, to));
    },
  };
}
